package org.sala.registration;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.sala.personal.Personal;
import org.sala.registration.RegistrationBook.SummitEntry;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.RegistrationCommand.CheckInParticipant;
import org.sala.registration.api.RegistrationCommand.EraseParticipant;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedIn;
import org.sala.registration.api.RegistrationEvent.ParticipantErased;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.sala.registration.api.RegistrationEvent.PersonalDataDisclosed;
import org.sala.registration.api.RegistrationEvent.PersonalDataForgotten;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;

/** What a participant has been told so far. */
sealed interface ParticipantState {

    /** Nobody is registered under this id. */
    record Nobody() implements ParticipantState {}

    /**
     * A person has their seats.
     *
     * @param here where they have been checked in
     */
    record Registered(ParticipantRegistered as, Set<Presence> here) implements ParticipantState {

        public Registered {
            here = Set.copyOf(here);
        }
    }

    /**
     * A person was erased. What is left says nothing of who it was.
     *
     * @param as what is left of the registration
     */
    record Erased(ParticipantRegistered as, Instant at) implements ParticipantState {}

    /** Being there on a day, in a mode. */
    record Presence(int day, AttendanceMode mode) {}

    default List<ParticipantEvent> register(RegisterParticipant command, RegistrationBook book, ContactKeys keys) {
        var registered = registered(command);
        return switch (this) {
            case Nobody _ -> {
                claim(command, admit(command, book), book, keys);
                yield List.of(registered);
            }
            case Registered(var before, var _) when before.equals(registered) -> List.of();
            case Registered _ -> throw new RegistrationRejected(Reason.ID_TAKEN);
            case Erased _ -> throw new RegistrationRejected(Reason.PARTICIPANT_ERASED);
        };
    }

    default List<ParticipantEvent> checkIn(CheckInParticipant command, Instant now) {
        return switch (this) {
            case Nobody _ -> throw new RegistrationRejected(Reason.PARTICIPANT_UNKNOWN);
            case Registered(var _, var here)
            when here.contains(new Presence(command.day(), command.mode())) -> List.of();
            case Registered(var as, var _) -> {
                RegistrationPolicies.nothingHappensInTheFuture(command.occurredAt(), now);
                RegistrationPolicies.onlyWhoIsExpected(command.day(), as.days());
                yield List.of(new ParticipantCheckedIn(
                        command.participant(), as.summit(), command.day(), command.mode(), command.occurredAt(), now));
            }
            case Erased _ -> throw new RegistrationRejected(Reason.PARTICIPANT_ERASED);
        };
    }

    default List<ParticipantEvent> erase(EraseParticipant command, RegistrationBook book, Instant now) {
        return switch (this) {
            case Nobody _ -> throw new RegistrationRejected(Reason.PARTICIPANT_UNKNOWN);
            case Registered(var as, var _) -> {
                book.releaseContacts(command.participant());
                yield List.of(new ParticipantErased(command.participant(), as.summit(), now));
            }
            case Erased _ -> List.of();
        };
    }

    default ParticipantState evolve(ParticipantEvent event) {
        return switch (event) {
            case ParticipantRegistered registered -> new Registered(registered, Set.of());
            case ParticipantCheckedIn checkedIn ->
                switch (this) {
                    // not this history: an event's handler never refuses
                    case Nobody _, Erased _ -> this;
                    case Registered(var as, var here) -> {
                        var more = new HashSet<>(here);
                        more.add(new Presence(checkedIn.day(), checkedIn.mode()));
                        yield new Registered(as, more);
                    }
                };
            // what of it is held is told by Holdings
            case PersonalDataForgotten _, PersonalDataDisclosed _ -> this;
            case ParticipantErased erased ->
                switch (this) {
                    case Nobody _, Erased _ -> this;
                    case Registered(var as, var _) -> new Erased(as, erased.recordedAt());
                };
        };
    }

    /** What can be said without taking anything from anybody. */
    private static SummitEntry admit(RegisterParticipant command, RegistrationBook book) {
        var summit = book.summit(command.summit()).orElseThrow(() -> new RegistrationRejected(Reason.SUMMIT_UNKNOWN));
        RegistrationPolicies.noConsentNoRegistration(command.consents());
        RegistrationPolicies.consentIsToThePresentText(command.consentVersion(), summit);
        var cohort = RegistrationPolicies.onlyEnrolledOrganizations(command.summit(), command.organization(), book);
        command.days().forEach((day, mode) -> {
            var entry = RegistrationPolicies.onlyDaysOfTheSummit(day, summit);
            RegistrationPolicies.onlyModesOfTheDay(day, mode, entry);
            RegistrationPolicies.onlyWhomTheDayIsFor(day, entry.admits(), cohort, command.role());
        });
        return summit;
    }

    /** What only one of those who ask at once can have: contacts first, then seats in the order of days. */
    private static void claim(
            RegisterParticipant command, SummitEntry summit, RegistrationBook book, ContactKeys keys) {
        if (!book.reserveContacts(
                command.summit(), command.participant(), keys.of(command.summit(), command.contact()))) {
            throw new RegistrationRejected(Reason.CONTACT_TAKEN);
        }
        new TreeMap<>(command.days()).forEach((day, mode) -> {
            if (!book.takeSeat(command.summit(), command.participant(), day, mode)) {
                throw RegistrationPolicies.noSeatLeft(day, mode, summit);
            }
        });
    }

    private static ParticipantRegistered registered(RegisterParticipant command) {
        return new ParticipantRegistered(
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
    }
}
