package org.sala.registration;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sala.registration.ParticipantState.Cancelled;
import org.sala.registration.ParticipantState.Erased;
import org.sala.registration.ParticipantState.Merged;
import org.sala.registration.ParticipantState.Nobody;
import org.sala.registration.ParticipantState.Registered;
import org.sala.registration.api.DayPlace;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationQueries.Line;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.registration.api.RegistrationQueries.Status;
import org.sala.registration.door.Attendance;
import org.sala.registration.seats.Seats;

/** What is told of people, from their own events. */
final class Persons {

    private final Histories histories;
    private final Seats seats;

    Persons(Histories histories, Seats seats) {
        this.histories = histories;
        this.seats = seats;
    }

    Optional<Person> find(ParticipantId participant) {
        return personOf(histories.of(participant)).map(this::withPlaces);
    }

    /** What only the others who wait can tell. */
    private Person withPlaces(Person person) {
        if (person.days().values().stream().noneMatch(DayPlace::waiting)) {
            return person;
        }
        var places = seats.places(person.participant());
        var days = new TreeMap<>(person.days());
        days.replaceAll((day, place) ->
                place.waiting() ? new DayPlace(place.mode(), true, place.here(), places.get(day)) : place);
        return new Person(
                person.participant(),
                person.summit(),
                person.organization(),
                person.name(),
                person.contact(),
                person.disability(),
                person.role(),
                person.gender(),
                person.ageBand(),
                person.language(),
                person.status(),
                days,
                person.consents(),
                person.badge(),
                person.erasedAt());
    }

    static Optional<Person> personOf(ParticipantState state) {
        return switch (state) {
            case Nobody _ -> Optional.empty();
            case Registered(var as, var seen) -> Optional.of(personOf(as, seen, Status.REGISTERED, null));
            case Cancelled(var as, var seen) -> Optional.of(personOf(as, seen, Status.CANCELLED, null));
            case Merged(var as, var _, var seen) -> Optional.of(personOf(as, seen, Status.MERGED, null));
            case Erased(var as, var at, var seen) -> Optional.of(personOf(as, seen, Status.ERASED, at));
        };
    }

    private static Person personOf(Registration as, Attendance seen, Status status, @Nullable Instant erasedAt) {
        var who = as.person();
        return new Person(
                as.participant(),
                as.summit(),
                who.organization(),
                who.name(),
                who.contact(),
                who.disability(),
                who.role(),
                who.gender(),
                who.ageBand(),
                who.language(),
                status,
                placesOf(as, seen),
                as.consents().keySet(),
                null,
                erasedAt);
    }

    /** As a person stands in lists; empty for whoever stands in none. */
    static Optional<Line> lineOf(ParticipantState state) {
        return switch (state) {
            case Registered(var as, var seen) -> lineOf(as, seen, Status.REGISTERED);
            case Cancelled(var as, var seen) -> lineOf(as, seen, Status.CANCELLED);
            case Nobody _, Merged _, Erased _ -> Optional.empty();
        };
    }

    private static Optional<Line> lineOf(Registration as, Attendance seen, Status status) {
        var who = as.person();
        return who.name()
                .shown()
                .map(name ->
                        new Line(as.participant(), name, who.organization(), who.role(), status, placesOf(as, seen)));
    }

    private static SortedMap<Integer, DayPlace> placesOf(Registration as, Attendance seen) {
        var places = new TreeMap<Integer, DayPlace>();
        as.days().forEach((day, place) -> places.put(day, new DayPlace(place.mode(), place.waiting(), seen.here(day))));
        return places;
    }
}
