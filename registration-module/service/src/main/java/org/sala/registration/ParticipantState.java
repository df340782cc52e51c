package org.sala.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand.CheckInParticipant;
import org.sala.registration.api.RegistrationCommand.EraseParticipant;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationCommand.RegisterWalkIn;
import org.sala.registration.api.RegistrationEvent.AttendanceModeChanged;
import org.sala.registration.api.RegistrationEvent.BadgeIssued;
import org.sala.registration.api.RegistrationEvent.BadgeRevoked;
import org.sala.registration.api.RegistrationEvent.CheckInDisputed;
import org.sala.registration.api.RegistrationEvent.CheckInRepeated;
import org.sala.registration.api.RegistrationEvent.CheckInResolved;
import org.sala.registration.api.RegistrationEvent.ConsentGiven;
import org.sala.registration.api.RegistrationEvent.ConsentWithdrawn;
import org.sala.registration.api.RegistrationEvent.DayDropped;
import org.sala.registration.api.RegistrationEvent.DuplicateDismissed;
import org.sala.registration.api.RegistrationEvent.DuplicateMerged;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedIn;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedOut;
import org.sala.registration.api.RegistrationEvent.ParticipantConfirmed;
import org.sala.registration.api.RegistrationEvent.ParticipantErased;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.sala.registration.api.RegistrationEvent.ParticipantRevised;
import org.sala.registration.api.RegistrationEvent.ParticipantWaitlisted;
import org.sala.registration.api.RegistrationEvent.PersonalDataDisclosed;
import org.sala.registration.api.RegistrationEvent.PersonalDataForgotten;
import org.sala.registration.api.RegistrationEvent.RegistrationCancelled;
import org.sala.registration.api.RegistrationEvent.RegistrationReinstated;
import org.sala.registration.api.RegistrationEvent.TicketIssued;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.WhenFull;
import org.sala.registration.door.Attendance;
import org.sala.registration.seats.Seeker;

/**
 * What a participant has been told so far. What may be asked of somebody who is registered is decided in {@link Days}
 * and {@link Papers}, who is here in {@link Attendance}.
 */
sealed interface ParticipantState {

    /** Where the person was; also of somebody who isn't registered yet, or any more. */
    Attendance attendance();

    /** Nobody is registered under this id. */
    record Nobody(Attendance attendance) implements ParticipantState {

        Nobody() {
            this(Attendance.NONE);
        }
    }

    /** A person takes part. */
    record Registered(Registration as, Attendance attendance) implements ParticipantState {}

    /** A person takes part no more, and may again. */
    record Cancelled(Registration as, Attendance attendance) implements ParticipantState {}

    /** It was a second registration of somebody. */
    record Merged(Registration as, ParticipantId into, Attendance attendance) implements ParticipantState {}

    /**
     * A person was erased. What is left says nothing of who it was.
     *
     * @param as what is left of the registration
     */
    record Erased(Registration as, Instant at, Attendance attendance) implements ParticipantState {}

    default List<ParticipantEvent> register(RegisterParticipant command, RegistrationBook book, Asked asked) {
        var registered = new ParticipantRegistered(
                command.participant(),
                command.summit(),
                command.organization(),
                Personal.of(command.name()),
                Personal.of(command.contact()),
                command.role(),
                command.gender(),
                command.ageBand(),
                command.disability() == null ? null : Personal.of(command.disability()),
                command.language(),
                command.days(),
                command.consents(),
                command.consentVersion());
        return isNew(registered) ? begin(registered, command.whenFull(), book, asked) : List.of();
    }

    /** Registered and here at once; asked again, whatever of the two is still missing. */
    default List<ParticipantEvent> register(RegisterWalkIn command, RegistrationBook book, Asked asked) {
        var registered = new ParticipantRegistered(
                command.participant(),
                command.summit(),
                command.organization(),
                Personal.of(command.name()),
                Personal.of(command.contact()),
                command.role(),
                command.gender(),
                command.ageBand(),
                command.disability() == null ? null : Personal.of(command.disability()),
                command.language(),
                Map.of(command.day(), command.mode()),
                command.consents(),
                command.consentVersion());
        var events = new ArrayList<ParticipantEvent>();
        if (isNew(registered)) {
            events.addAll(begin(registered, null, book, asked));
        }
        var arrival =
                new CheckInParticipant(command.participant(), command.day(), command.mode(), command.occurredAt());
        events.addAll(after(events).attendance().walkIn(arrival, command.scan(), book, asked.now()));
        return events;
    }

    /** Whether nobody has this id, or else the same was asked before. */
    private boolean isNew(ParticipantRegistered registered) {
        return switch (this) {
            case Nobody(var attendance) -> {
                attendance.mergedInto().ifPresent(ParticipantState::refuseMerged);
                yield true;
            }
            case Registered(var as, var _) -> isNew(as, registered);
            case Cancelled(var as, var _) -> isNew(as, registered);
            case Merged(var as, var _, var _) -> isNew(as, registered);
            case Erased _ -> throw new RegistrationRejected(Reason.PARTICIPANT_ERASED);
        };
    }

    private static boolean isNew(Registration as, ParticipantRegistered registered) {
        if (as.beganAs(registered)) {
            return false;
        }
        throw new RegistrationRejected(Reason.ID_TAKEN);
    }

    /** What can be said without taking anything from anybody comes first, then contacts, then seats. */
    private static List<ParticipantEvent> begin(
            ParticipantRegistered wanted, @Nullable WhenFull whenFull, RegistrationBook book, Asked asked) {
        var summit = RegistrationPolicies.onlySummitsThatAreNotOver(wanted.summit(), book);
        RegistrationPolicies.onlyWhileRegistrationIsOpen(summit, asked);
        RegistrationPolicies.noConsentNoRegistration(wanted.consents());
        RegistrationPolicies.consentIsToThePresentText(wanted.consentVersion(), summit);
        var cohort = RegistrationPolicies.onlyEnrolledOrganizations(wanted.summit(), wanted.organization(), book);
        RegistrationPolicies.onlyDaysThatAreForThem(wanted.days(), summit, cohort, wanted.role(), asked);
        var contact = wanted.contact().shown().orElseThrow();
        if (!book.contacts().reserve(wanted.summit(), wanted.participant(), contact)) {
            throw new RegistrationRejected(Reason.CONTACT_TAKEN);
        }
        var seeker = new Seeker(wanted.summit(), wanted.participant(), wanted.organization());
        var places = Days.claim(seeker, wanted.days(), whenFull, summit, book.seats(), asked.now());
        var seated = new TreeMap<Integer, AttendanceMode>();
        var events = new ArrayList<ParticipantEvent>();
        places.forEach((day, place) -> {
            if (place.waiting()) {
                events.add(new ParticipantWaitlisted(
                        wanted.participant(), wanted.summit(), day, place.mode(), asked.now()));
            } else {
                seated.put(day, place.mode());
            }
        });
        events.addFirst(Registration.withDays(wanted, seated));
        return events;
    }

    /** Seats stay taken, since counts stay; whoever was only waiting leaves the place to others. */
    default List<ParticipantEvent> erase(EraseParticipant command, RegistrationBook book, Asked asked) {
        return switch (this) {
            case Nobody _ -> throw new RegistrationRejected(Reason.PARTICIPANT_UNKNOWN);
            case Registered(var as, var _) -> erase(as, book, asked);
            case Cancelled(var as, var _) -> erase(as, book, asked);
            case Merged(var as, var _, var _) -> erase(as, book, asked);
            case Erased _ -> List.of();
        };
    }

    private static List<ParticipantEvent> erase(Registration as, RegistrationBook book, Asked asked) {
        book.contacts().release(as.participant());
        book.forgetTicket(as.participant());
        var events = new ArrayList<ParticipantEvent>();
        as.days().forEach((day, place) -> {
            if (place.waiting()) {
                book.seats().giveBack(as.summit(), as.participant(), day);
                events.add(new DayDropped(as.participant(), as.summit(), day, asked.now()));
            }
        });
        if (as.badge() != null) {
            events.add(new BadgeRevoked(as.participant(), as.summit(), as.badge(), asked.now()));
        }
        events.add(new ParticipantErased(as.participant(), as.summit(), asked.now()));
        return events;
    }

    /** The registration of whoever takes part, or why there is none. */
    default Registration present() {
        return switch (this) {
            case Registered(var as, var _) -> as;
            case Cancelled _ -> throw new RegistrationRejected(Reason.REGISTRATION_CANCELLED);
            case Nobody _, Merged _, Erased _ -> known();
        };
    }

    /** The same of whoever took part and may again. */
    default Registration known() {
        return switch (this) {
            case Nobody(var attendance) -> {
                attendance.mergedInto().ifPresent(ParticipantState::refuseMerged);
                throw new RegistrationRejected(Reason.PARTICIPANT_UNKNOWN);
            }
            case Registered(var as, var _) -> as;
            case Cancelled(var as, var _) -> as;
            case Merged(var as, var into, var _) -> {
                refuseMerged(into);
                yield as;
            }
            case Erased _ -> throw new RegistrationRejected(Reason.PARTICIPANT_ERASED);
        };
    }

    private static void refuseMerged(ParticipantId into) {
        throw new RegistrationRejected(Reason.DUPLICATE_MERGED, Map.of("participant", into.toString()));
    }

    /**
     * What was decided, and with it what becomes of sightings that are to be judged otherwise now: they may have come
     * before the registration, or before a day was added to it.
     */
    default List<ParticipantEvent> settled(List<ParticipantEvent> decided, RegistrationBook book, Asked asked) {
        if (decided.isEmpty()) {
            return decided;
        }
        var events = new ArrayList<>(decided);
        var participant = decided.getFirst().participant();
        events.addAll(after(decided).attendance().settle(participant, book, asked.now()));
        return events;
    }

    default ParticipantState after(List<? extends ParticipantEvent> events) {
        var state = this;
        for (var event : events) {
            state = state.evolve(event);
        }
        return state;
    }

    default ParticipantState evolve(ParticipantEvent event) {
        var seen = attendance().evolve(event);
        return switch (event) {
            case ParticipantRegistered registered -> new Registered(Registration.of(registered), seen);
            case ParticipantRevised revised -> with(as -> as.revised(revised), seen);
            case ParticipantWaitlisted waits -> with(as -> as.waiting(waits.day(), waits.mode()), seen);
            case ParticipantConfirmed confirmed -> with(as -> as.seated(confirmed.day(), confirmed.mode()), seen);
            case AttendanceModeChanged changed -> with(as -> as.seated(changed.day(), changed.to()), seen);
            case DayDropped dropped -> with(as -> as.without(dropped.day()), seen);
            case RegistrationCancelled _ ->
                this instanceof Registered(var as, var _) ? new Cancelled(as.withoutDays(), seen) : with(seen);
            case RegistrationReinstated reinstated ->
                this instanceof Cancelled(var as, var _)
                        ? new Registered(seated(as, reinstated.days()), seen)
                        : with(seen);
            case ConsentGiven given -> with(as -> as.agreeing(given.consent(), given.consentVersion()), seen);
            case ConsentWithdrawn withdrawn -> with(as -> as.agreeingNoMore(withdrawn.consent()), seen);
            case TicketIssued issued -> with(as -> as.with(issued.ticket()), seen);
            case BadgeIssued issued -> with(as -> as.with(issued.badge()), seen);
            case BadgeRevoked revoked -> with(as -> as.without(revoked.badge()), seen);
            case DuplicateDismissed dismissed -> with(as -> as.unlike(dismissed.other()), seen);
            case DuplicateMerged merged ->
                switch (this) {
                    case Registered(var as, var _) -> new Merged(as.withoutDays(), merged.into(), seen);
                    case Cancelled(var as, var _) -> new Merged(as, merged.into(), seen);
                    case Nobody _, Merged _, Erased _ -> with(seen);
                };
            case ParticipantErased erased ->
                switch (this) {
                    case Registered(var as, var _) -> new Erased(as, erased.recordedAt(), seen);
                    case Cancelled(var as, var _) -> new Erased(as, erased.recordedAt(), seen);
                    case Merged(var as, var _, var _) -> new Erased(as, erased.recordedAt(), seen);
                    case Nobody _, Erased _ -> with(seen);
                };
            case ParticipantCheckedIn _,
                    CheckInRepeated _,
                    ParticipantCheckedOut _,
                    CheckInDisputed _,
                    CheckInResolved _,
                    // what is held is told by Holdings
                    PersonalDataForgotten _,
                    PersonalDataDisclosed _ -> with(seen);
        };
    }

    private static Registration seated(Registration as, Map<Integer, AttendanceMode> days) {
        var seated = as;
        for (var day : days.entrySet()) {
            seated = seated.seated(day.getKey(), day.getValue());
        }
        return seated;
    }

    private ParticipantState with(Attendance seen) {
        return with(UnaryOperator.identity(), seen);
    }

    /** Whoever isn't registered has nothing that could change: an event's handler never refuses. */
    private ParticipantState with(UnaryOperator<Registration> change, Attendance seen) {
        return switch (this) {
            case Nobody _ -> new Nobody(seen);
            case Registered(var as, var _) -> new Registered(change.apply(as), seen);
            case Cancelled(var as, var _) -> new Cancelled(change.apply(as), seen);
            case Merged(var as, var into, var _) -> new Merged(change.apply(as), into, seen);
            case Erased(var as, var at, var _) -> new Erased(as, at, seen);
        };
    }
}
