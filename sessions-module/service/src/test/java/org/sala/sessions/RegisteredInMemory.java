package org.sala.sessions;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SummitId;

/** What registration has told, by word of the test. */
final class RegisteredInMemory implements Registered {

    private final Map<SummitId, Map<Integer, Day>> summits = new HashMap<>();
    private final Map<ParticipantId, Person> people = new HashMap<>();

    RegisteredInMemory day(SummitId summit, int number, Day day) {
        summits.computeIfAbsent(summit, _ -> new HashMap<>()).put(number, day);
        return this;
    }

    RegisteredInMemory person(ParticipantId participant, SummitId summit, Integer... days) {
        people.put(participant, new Person(summit, Set.of(days)));
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
}
