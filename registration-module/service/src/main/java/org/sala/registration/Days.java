package org.sala.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal;
import org.sala.registration.Registration.Place;
import org.sala.registration.RegistrationBook.SummitEntry;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Consent;
import org.sala.registration.api.RegistrationCommand.AddDay;
import org.sala.registration.api.RegistrationCommand.ChangeAttendanceMode;
import org.sala.registration.api.RegistrationCommand.DropDay;
import org.sala.registration.api.RegistrationCommand.ReinstateRegistration;
import org.sala.registration.api.RegistrationCommand.ReviseParticipant;
import org.sala.registration.api.RegistrationEvent.AttendanceModeChanged;
import org.sala.registration.api.RegistrationEvent.BadgeRevoked;
import org.sala.registration.api.RegistrationEvent.ConsentGiven;
import org.sala.registration.api.RegistrationEvent.DayDropped;
import org.sala.registration.api.RegistrationEvent.ParticipantConfirmed;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;
import org.sala.registration.api.RegistrationEvent.ParticipantRevised;
import org.sala.registration.api.RegistrationEvent.ParticipantWaitlisted;
import org.sala.registration.api.RegistrationEvent.RegistrationCancelled;
import org.sala.registration.api.RegistrationEvent.RegistrationReinstated;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.WhenFull;
import org.sala.registration.seats.Outcome;
import org.sala.registration.seats.Seats;
import org.sala.registration.seats.Seeker;

/** Decides on which days somebody comes, and how: what takes seats, gives them back, or waits for them. */
final class Days {

    private Days() {}

    /**
     * Takes what only one of those who ask at once can have, day by day: a seat, or else what is wanted instead.
     *
     * @param days of the summit, in modes in which they are held
     */
    static SortedMap<Integer, Place> claim(
            Seeker seeker,
            Map<Integer, AttendanceMode> days,
            @Nullable WhenFull whenFull,
            SummitEntry summit,
            Seats seats,
            Instant now) {
        var most = mostByDay(summit);
        if (seeker.organization() != null && days.keySet().stream().anyMatch(most::containsKey)) {
            seats.lockShare(seeker.organization());
        }
        var places = new TreeMap<Integer, Place>();
        seats.take(seeker, days, most).forEach((day, outcome) -> {
            var mode = Objects.requireNonNull(days.get(day));
            if (outcome == Outcome.TAKEN) {
                places.put(day, new Place(mode, false));
            } else if (whenFull == WhenFull.WAIT) {
                seats.queue(seeker, day, mode, now);
                places.put(day, new Place(mode, true));
            } else {
                throw RegistrationPolicies.noSeat(outcome, day, mode, summit);
            }
        });
        return places;
    }

    /** How many seats of a day people of one organisation may hold; without days that don't say. */
    private static Map<Integer, Integer> mostByDay(SummitEntry summit) {
        var most = new HashMap<Integer, Integer>();
        summit.days().forEach((day, entry) -> {
            if (entry.perOrganization() != null) {
                most.put(day, entry.perOrganization());
            }
        });
        return most;
    }

    /** Somebody who has a place on that day asks for one in another mode, if for anything. */
    static List<ParticipantEvent> add(Registration as, AddDay command, RegistrationBook book, Asked asked) {
        if (as.days().containsKey(command.day())) {
            return change(
                    as, new ChangeAttendanceMode(command.participant(), command.day(), command.mode()), book, asked);
        }
        var summit = openFor(as, book, asked);
        var cohort = RegistrationPolicies.onlyEnrolledOrganizations(
                as.summit(), as.person().organization(), book);
        var wanted = Map.of(command.day(), command.mode());
        RegistrationPolicies.onlyDaysThatAreForThem(
                wanted, summit, cohort, as.person().role(), asked);
        return told(as, claim(as.seeker(), wanted, command.whenFull(), summit, book.seats(), asked.now()), asked);
    }

    private static List<ParticipantEvent> told(Registration as, SortedMap<Integer, Place> places, Asked asked) {
        var events = new ArrayList<ParticipantEvent>();
        places.forEach((day, place) -> events.add(
                place.waiting()
                        ? new ParticipantWaitlisted(as.participant(), as.summit(), day, place.mode(), asked.now())
                        : new ParticipantConfirmed(as.participant(), as.summit(), day, place.mode(), asked.now())));
        return events;
    }

    static List<ParticipantEvent> drop(Registration as, DropDay command, RegistrationBook book, Asked asked) {
        if (!as.days().containsKey(command.day())) {
            return List.of();
        }
        RegistrationPolicies.onlySummitsThatAreNotOver(as.summit(), book);
        book.seats().giveBack(as.summit(), as.participant(), command.day());
        return List.of(new DayDropped(as.participant(), as.summit(), command.day(), asked.now()));
    }

    /** A seat for a seat; whoever was waiting in one mode and finds a seat in the other has it then. */
    static List<ParticipantEvent> change(
            Registration as, ChangeAttendanceMode command, RegistrationBook book, Asked asked) {
        var place = as.days().get(command.day());
        if (place == null) {
            throw RegistrationPolicies.notExpected(command.day());
        }
        if (place.mode() == command.mode()) {
            return List.of();
        }
        var summit = openFor(as, book, asked);
        var day = RegistrationPolicies.onlyDaysOfTheSummit(command.day(), summit);
        RegistrationPolicies.onlyModesOfTheDay(command.day(), command.mode(), day);
        if (as.person().organization() != null && place.waiting()) {
            book.seats().lockShare(as.person().organization());
        }
        var outcome = book.seats().exchange(as.seeker(), command.day(), command.mode(), day.perOrganization());
        if (outcome != Outcome.TAKEN) {
            throw RegistrationPolicies.noSeat(outcome, command.day(), command.mode(), summit);
        }
        return List.of(
                place.waiting()
                        ? new ParticipantConfirmed(
                                as.participant(), as.summit(), command.day(), command.mode(), asked.now())
                        : new AttendanceModeChanged(
                                as.participant(),
                                as.summit(),
                                command.day(),
                                place.mode(),
                                command.mode(),
                                asked.now()));
    }

    /** Whoever waited has a seat now, if it is still their turn. */
    static List<ParticipantEvent> promote(
            Registration as, PromoteParticipant command, RegistrationBook book, Asked asked) {
        if (!new Place(command.mode(), true).equals(as.days().get(command.day()))
                || !book.seats().promote(as.seeker(), command.day(), command.mode())) {
            return List.of();
        }
        return List.of(
                new ParticipantConfirmed(as.participant(), as.summit(), command.day(), command.mode(), asked.now()));
    }

    static List<ParticipantEvent> cancel(Registration as, RegistrationBook book, Asked asked) {
        RegistrationPolicies.onlySummitsThatAreNotOver(as.summit(), book);
        return leave(as, book, asked);
    }

    /** Contacts stay reserved: who cancelled and is on a list that is read in again isn't registered by it. */
    static List<ParticipantEvent> leave(Registration as, RegistrationBook book, Asked asked) {
        as.days().keySet().forEach(day -> book.seats().giveBack(as.summit(), as.participant(), day));
        var events = new ArrayList<ParticipantEvent>();
        events.add(new RegistrationCancelled(as.participant(), as.summit(), asked.now()));
        if (as.badge() != null) {
            events.add(new BadgeRevoked(as.participant(), as.summit(), as.badge(), asked.now()));
        }
        return events;
    }

    /** Asks for seats like a newcomer, and agrees anew. */
    static List<ParticipantEvent> reinstate(
            Registration as, ReinstateRegistration command, RegistrationBook book, Asked asked) {
        var summit = openFor(as, book, asked);
        RegistrationPolicies.consentIsToThePresentText(command.consentVersion(), summit);
        var cohort = RegistrationPolicies.onlyEnrolledOrganizations(
                as.summit(), as.person().organization(), book);
        RegistrationPolicies.onlyDaysThatAreForThem(
                command.days(), summit, cohort, as.person().role(), asked);
        var places = claim(as.seeker(), command.days(), command.whenFull(), summit, book.seats(), asked.now());
        var events = new ArrayList<ParticipantEvent>();
        if (!command.consentVersion().equals(as.consents().get(Consent.DATA_USE))) {
            events.add(new ConsentGiven(
                    as.participant(), as.summit(), Consent.DATA_USE, command.consentVersion(), asked.now()));
        }
        var seated = new TreeMap<Integer, AttendanceMode>();
        var waiting = new TreeMap<Integer, Place>();
        places.forEach((day, place) -> {
            if (place.waiting()) {
                waiting.put(day, place);
            } else {
                seated.put(day, place.mode());
            }
        });
        events.add(new RegistrationReinstated(as.participant(), as.summit(), seated, asked.now()));
        events.addAll(told(as, waiting, asked));
        return events;
    }

    /** The same again is a repetition; anything else would be a wish that nobody fulfils. */
    static List<ParticipantEvent> reinstateAgain(Registration as, ReinstateRegistration command) {
        var present = new HashMap<Integer, AttendanceMode>();
        as.days().forEach((day, place) -> present.put(day, place.mode()));
        if (present.equals(command.days())) {
            return List.of();
        }
        throw new RegistrationRejected(Reason.ID_TAKEN);
    }

    /** Who somebody is, and for whom they come: their days must be for them still, and their seats in a share. */
    static List<ParticipantEvent> revise(
            Registration as, ReviseParticipant command, RegistrationBook book, Asked asked) {
        var before = as.person();
        var revised = new ParticipantRevised(
                command.participant(),
                as.summit(),
                command.organization(),
                Personal.of(command.name()),
                Personal.of(command.contact()),
                command.role(),
                command.gender(),
                command.ageBand(),
                command.disability() == null ? null : Personal.of(command.disability()),
                command.language());
        if (before.equals(revised)) {
            return List.of();
        }
        var summit = RegistrationPolicies.onlySummitsThatAreNotOver(as.summit(), book);
        var moves = !Objects.equals(before.organization(), revised.organization());
        if (moves || before.role() != revised.role()) {
            var cohort = RegistrationPolicies.onlyEnrolledOrganizations(as.summit(), revised.organization(), book);
            var modes = new TreeMap<Integer, AttendanceMode>();
            as.days().forEach((day, place) -> modes.put(day, place.mode()));
            RegistrationPolicies.onlyDaysThatAreForThem(modes, summit, cohort, revised.role(), asked);
        }
        if (!before.contact().equals(revised.contact())
                && !book.contacts().replace(as.summit(), as.participant(), command.contact())) {
            throw new RegistrationRejected(Reason.CONTACT_TAKEN);
        }
        if (moves) {
            move(new Seeker(as.summit(), as.participant(), revised.organization()), summit, book.seats());
        }
        return List.of(revised);
    }

    private static void move(Seeker seeker, SummitEntry summit, Seats seats) {
        if (seeker.organization() != null) {
            seats.lockShare(seeker.organization());
        }
        seats.moveTo(seeker, mostByDay(summit)).ifPresent(day -> {
            throw RegistrationPolicies.shareTaken(day, summit);
        });
    }

    private static SummitEntry openFor(Registration as, RegistrationBook book, Asked asked) {
        var summit = RegistrationPolicies.onlySummitsThatAreNotOver(as.summit(), book);
        RegistrationPolicies.onlyWhileRegistrationIsOpen(summit, asked);
        return summit;
    }
}
