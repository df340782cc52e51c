package org.sala.ui.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal.Clear;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.DayPlace;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.AddDay;
import org.sala.registration.api.RegistrationCommand.CheckInParticipant;
import org.sala.registration.api.RegistrationCommand.CheckOutParticipant;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationQueries.Line;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.ui.commands.Asking;
import org.sala.ui.commands.Asking.Told;
import org.sala.ui.language.Words;
import org.springframework.stereotype.Component;

/** Lets people in and out, as whoever is signed in: one question to registration, and an answer for the next in line. */
@Component
class Door {

    private final Asking asking;
    private final RegistrationPort port;
    private final RegistrationQueries registration;
    private final DeskQueries desk;
    private final Clock clock;

    Door(Asking asking, RegistrationPort port, RegistrationQueries registration, DeskQueries desk, Clock clock) {
        this.asking = asking;
        this.port = port;
        this.registration = registration;
        this.desk = desk;
        this.clock = clock;
    }

    /** A person as a line of a list: without contact, disability and the rest. */
    static Line line(Person person) {
        var name = person.name() instanceof Clear<PersonName>(var clear) ? clear : new PersonName(null, null);
        return new Line(
                person.participant(), name, person.organization(), person.role(), person.status(), person.days());
    }

    /** Lets whoever wears that badge in. */
    Outcome scanned(Standing at, String badge, Locale locale) {
        var told = asking.learn(token -> registration.personWithBadge(at.of(), badge, token), locale);
        return told.answer()
                .map(person -> checkIn(at, line(person), locale))
                .orElseGet(() -> new Outcome.Refused(Optional.empty(), told.reason(), badgeWords(told, locale)));
    }

    /** What registration says of registrations in general is said of a badge here. */
    private static String badgeWords(Told<Person> told, Locale locale) {
        return switch (told.reason().orElse("")) {
            case "BADGE_UNKNOWN", "BADGE_REVOKED", "OTHER_SUMMIT" ->
                Words.of(locale, "desk.badge." + told.reason().orElseThrow());
            default -> told.refusal().orElse("");
        };
    }

    /** Lets somebody in whom registration has just told of. */
    Outcome checkIn(Standing at, Line who, Locale locale) {
        var place = who.days().get(at.day());
        return switch (who.status()) {
            case CANCELLED -> new Outcome.Cancelled(who);
            case MERGED, ERASED ->
                new Outcome.Refused(
                        Optional.of(who),
                        Optional.of(who.status().name()),
                        Words.of(locale, "desk.status." + who.status().name() + ".how"));
            case REGISTERED ->
                place == null || place.waiting() ? stranger(who, place) : let(at, who, place.here(), locale);
        };
    }

    private static Outcome stranger(Line who, @Nullable DayPlace place) {
        return new Outcome.NotExpected(who, place != null && place.waiting());
    }

    /** @param here in which modes registration has seen them; what is taken in here may be a moment behind that */
    private Outcome let(Standing at, Line who, Set<AttendanceMode> here, Locale locale) {
        var stay = stay(at, who);
        if (stay.isPresent() && stay.get().left() == null && stay.get().mode() == at.mode()) {
            return new Outcome.HereAlready(who, stay.get().since());
        }
        if (stay.isEmpty() && here.contains(at.mode())) {
            return new Outcome.HereAlready(who, null);
        }
        var now = clock.instant();
        var told = send(() -> new CheckInParticipant(who.participant(), at.day(), at.mode(), now), locale);
        return told.<Outcome>map(no -> refused(who, no)).orElseGet(() -> new Outcome.CheckedIn(who, now));
    }

    /** Says that somebody left again. */
    Outcome checkOut(Standing at, Line who, Locale locale) {
        var told = send(() -> new CheckOutParticipant(who.participant(), at.day(), at.mode(), clock.instant()), locale);
        return told.<Outcome>map(no -> refused(who, no)).orElseGet(() -> new Outcome.CheckedOut(who));
    }

    /** Gives somebody a seat on the day who had none, and lets them in. */
    Outcome addAndCheckIn(Standing at, Line who, Locale locale) {
        var no = send(() -> new AddDay(who.participant(), at.day(), at.mode(), null), locale);
        return no.<Outcome>map(refusal -> refused(who, refusal)).orElseGet(() -> let(at, who, Set.of(), locale));
    }

    private static Outcome refused(Line who, Told<Boolean> told) {
        return new Outcome.Refused(
                Optional.of(who), told.reason(), told.refusal().orElse(""));
    }

    /** When somebody came and left, as far as it was taken in. */
    Optional<DeskQueries.Stay> stay(Standing at, Line who) {
        return Optional.ofNullable(
                desk.stays(List.of(who.participant()), at.day()).get(who.participant()));
    }

    /**
     * Asks for something; empty where it was done.
     *
     * @param command is made in here, since what has no acceptable form is refused as it is made
     */
    Optional<Told<Boolean>> send(Supplier<? extends RegistrationCommand> command, Locale locale) {
        var told = asking.learn(
                token -> {
                    port.send(command.get(), token);
                    return true;
                },
                locale);
        return told.answer().isPresent() ? Optional.empty() : Optional.of(told);
    }

    Instant now() {
        return clock.instant();
    }
}
