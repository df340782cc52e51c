package org.sala.sessions.registered;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.sessions.api.Cohort;
import org.sala.sessions.api.OrganizationId;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.ParticipantRole;
import org.sala.sessions.api.SummitId;

/** What registration has told, by word of the test. */
public final class RegisteredInMemory implements Registered {

    private final Map<SummitId, Map<Integer, Day>> summits = new HashMap<>();
    private final Map<ParticipantId, Person> people = new HashMap<>();

    public RegisteredInMemory day(SummitId summit, int number, Day day) {
        summits.computeIfAbsent(summit, _ -> new HashMap<>()).put(number, day);
        return this;
    }

    /** Somebody who comes for no organisation. */
    public RegisteredInMemory person(ParticipantId participant, SummitId summit, Integer... days) {
        return person(participant, new Person(summit, Set.of(days), null, Cohort.OTHER, ParticipantRole.CSO_MEMBER));
    }

    public RegisteredInMemory person(ParticipantId participant, Person person) {
        people.put(participant, person);
        return this;
    }

    @Override
    public boolean knows(SummitId summit) {
        return summits.containsKey(summit);
    }

    @Override
    public Optional<Day> day(SummitId summit, int number) {
        return Optional.ofNullable(summits.getOrDefault(summit, Map.of()).get(number));
    }

    @Override
    public Optional<Person> person(ParticipantId participant) {
        return Optional.ofNullable(people.get(participant));
    }

    /** An organisation takes part that people come for. */
    @Override
    public boolean knows(SummitId summit, OrganizationId organization) {
        return people.values().stream()
                .anyMatch(person -> person.summit().equals(summit) && organization.equals(person.organization()));
    }
}
