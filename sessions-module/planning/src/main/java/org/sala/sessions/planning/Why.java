package org.sala.sessions.planning;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Set;

/**
 * Why people sit at a table, as data: whoever shows it has the words, in Khmer and English.
 *
 * @param round from 1
 * @param shared languages that all speak whose languages are known; empty also where nobody's are
 * @param interpreted between which languages an interpreter helps; empty where none is needed, or none is left
 * @param organizations how many are at the table
 * @param roles how many are at the table
 * @param firstMeetings pairs that never sat together before, in this plan or earlier
 * @param newOrganizations of each person, how many organisations are here that they never sat with before, summed up
 * @param lacks what could not be had
 */
public record Why(
        int round,
        TableId table,
        Set<Language> shared,
        Set<Language> interpreted,
        int organizations,
        int roles,
        int firstMeetings,
        int newOrganizations,
        List<Lack> lacks) {
    public Why {
        lacks = List.copyOf(lacks);
    }

    /** What could not be had at a table. People are in order of ids. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "lack")
    @JsonSubTypes({
        @JsonSubTypes.Type(Lack.NoLanguage.class),
        @JsonSubTypes.Type(Lack.Colleagues.class),
        @JsonSubTypes.Type(Lack.Again.class)
    })
    public sealed interface Lack {
        /**
         * They share no language and no interpreter is there.
         *
         * @param interpretable whether interpreters between fitting languages exist, and are all at other tables
         */
        @JsonTypeName("no-language")
        record NoLanguage(Set<Language> spoken, boolean interpretable) implements Lack {}

        /**
         * Of one organisation.
         *
         * @param unavoidable whether the organisation has more people here than there are tables
         */
        @JsonTypeName("colleagues")
        record Colleagues(OrganizationId organization, List<PersonId> people, boolean unavoidable) implements Lack {}

        /** Two that sat together before, {@code times} times. */
        @JsonTypeName("again")
        record Again(PersonId one, PersonId other, int times) implements Lack {}
    }
}
