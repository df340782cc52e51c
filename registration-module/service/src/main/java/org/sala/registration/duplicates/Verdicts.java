package org.sala.registration.duplicates;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.SummitId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What staff said of registrations that look alike. Written in the command's transaction; merges of a summit are decided
 * one after the other, so that no two registrations end up in each other.
 */
public final class Verdicts {

    private final JdbcClient database;

    public Verdicts(JdbcClient database) {
        this.database = database;
    }

    /** Two registrations, of which the order says nothing. */
    public record Couple(ParticipantId one, ParticipantId other) {

        public Couple {
            if (one.toString().compareTo(other.toString()) > 0) {
                var first = other;
                other = one;
                one = first;
            }
        }
    }

    /** Makes whoever decides on another merge at this summit wait until the end of the transaction. */
    public void lock(SummitId summit) {
        database.sql("select 1 from summit where summit = :summit for no key update")
                .param("summit", summit.value())
                .query((row, number) -> true)
                .optional();
    }

    /** Says that one was a second registration of somebody; said again, it changes nothing. */
    public void merge(ParticipantId participant, ParticipantId into) {
        database.sql("""
                        insert into merged (participant, into_other) values (:participant, :into)
                        on conflict (participant) do nothing
                        """)
                .param("participant", participant.value())
                .param("into", into.value())
                .update();
    }

    /** The registration that stays; empty where this one does. */
    public Optional<ParticipantId> into(ParticipantId participant) {
        return database.sql("select into_other from merged where participant = :participant")
                .param("participant", participant.value())
                .query((row, number) -> new ParticipantId(row.getObject("into_other", UUID.class)))
                .optional();
    }

    /** Second registrations of whoever this is. */
    public List<ParticipantId> mergedInto(ParticipantId participant) {
        return database.sql("select participant from merged where into_other = :participant")
                .param("participant", participant.value())
                .query((row, number) -> new ParticipantId(row.getObject("participant", UUID.class)))
                .list();
    }

    /** Says that they are of two people. */
    public void dismiss(SummitId summit, Couple couple) {
        database.sql("""
                        insert into dismissed (summit, one, other) values (:summit, :one, :other) on conflict do nothing
                        """)
                .param("summit", summit.value())
                .param("one", couple.one().value())
                .param("other", couple.other().value())
                .update();
    }

    /** All that were said to be of two people. */
    public Set<Couple> dismissed(SummitId summit) {
        return new HashSet<>(database.sql("select one, other from dismissed where summit = :summit")
                .param("summit", summit.value())
                .query((row, number) -> new Couple(
                        new ParticipantId(row.getObject("one", UUID.class)),
                        new ParticipantId(row.getObject("other", UUID.class))))
                .list());
    }
}
