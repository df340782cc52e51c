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
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.SummitId;
import org.sala.registration.badges.Badge;
import org.sala.registration.badges.BadgeTokens;
import org.sala.registration.door.Attendance;
import org.sala.registration.seats.SeatTables;

/** What is told of people, from their own events. */
final class Persons {

    private final Histories histories;
    private final SeatTables seats;

    private final BadgeTokens badges;

    Persons(Histories histories, SeatTables seats, BadgeTokens badges) {
        this.histories = histories;
        this.seats = seats;
        this.badges = badges;
    }

    Optional<Person> find(ParticipantId participant) {
        var state = histories.of(participant);
        return personOf(state).map(person -> complete(person, badgeOf(state)));
    }

    private @Nullable String badgeOf(ParticipantState state) {
        return state instanceof Registered(var as, var _) && as.badge() != null
                ? badges.write(new Badge(as.participant(), as.badge()))
                : null;
    }

    /** With what only the others who wait can tell, and what only we can write. */
    private Person complete(Person person, @Nullable String badge) {
        var days = new TreeMap<>(person.days());
        if (days.values().stream().anyMatch(DayPlace::waiting)) {
            var places = seats.places(person.participant());
            days.replaceAll((day, place) ->
                    place.waiting() ? new DayPlace(place.mode(), true, place.here(), places.get(day)) : place);
        }
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
                badge,
                badge == null ? null : person.badgeId(),
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
                as.badge(),
                erasedAt);
    }

    /** Whose badge it is that says so, and is valid. */
    Person withBadge(SummitId summit, String token) {
        var badge = badges.read(token).orElseThrow(() -> new RegistrationRejected(Reason.BADGE_UNKNOWN));
        var state = histories.of(badge.participant());
        var as = switch (state) {
            case Nobody _ -> throw new RegistrationRejected(Reason.BADGE_UNKNOWN);
            case Registered(var registration, var _) -> registration;
            case Cancelled(var registration, var _) -> registration;
            case Merged(var registration, var _, var _) -> registration;
            case Erased(var registration, var _, var _) -> registration;
        };
        if (!as.summit().equals(summit)) {
            throw new RegistrationRejected(Reason.OTHER_SUMMIT);
        }
        if (as.revoked().contains(badge.badge())) {
            throw new RegistrationRejected(Reason.BADGE_REVOKED);
        }
        if (!badge.badge().equals(as.badge())) {
            throw new RegistrationRejected(Reason.BADGE_UNKNOWN);
        }
        return find(badge.participant()).orElseThrow();
    }

    byte[] badgeKey() {
        return badges.publicKey();
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
