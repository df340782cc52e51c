package org.sala.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.registration.ParticipantState.Cancelled;
import org.sala.registration.ParticipantState.Erased;
import org.sala.registration.ParticipantState.Merged;
import org.sala.registration.ParticipantState.Nobody;
import org.sala.registration.ParticipantState.Registered;
import org.sala.registration.Registration.Place;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand.DismissDuplicate;
import org.sala.registration.api.RegistrationCommand.MergeDuplicate;
import org.sala.registration.api.RegistrationEvent.BadgeRevoked;
import org.sala.registration.api.RegistrationEvent.DuplicateDismissed;
import org.sala.registration.api.RegistrationEvent.DuplicateMerged;
import org.sala.registration.api.RegistrationEvent.ParticipantConfirmed;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;
import org.sala.registration.api.RegistrationEvent.ParticipantWaitlisted;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.SummitId;
import org.sala.registration.duplicates.Verdicts.Couple;

/** Decides whether two registrations are of one person. */
final class SecondRegistrations {

    private SecondRegistrations() {}

    /**
     * Makes what the registration had the one's that stays, which {@link #takeOverDays} tells it, and every way to reach
     * the person lead there. What both had is given back. Also of one that never arrived, and has only been seen: somebody who walked in and was registered already.
     */
    static List<ParticipantEvent> merge(
            ParticipantState state, MergeDuplicate command, RegistrationTables book, Asked asked) {
        return switch (state) {
            case Nobody(var attendance) -> {
                if (attendance.mergedInto().equals(Optional.of(command.into()))) {
                    yield List.of();
                }
                var summit = attendance
                        .summitOfSightings()
                        .filter(_ -> attendance.mergedInto().isEmpty())
                        .orElseGet(() -> state.known().summit());
                claim(summit, command, book);
                yield List.of(merged(summit, command, asked));
            }
            case Registered(var as, var _) -> merge(as, command, book, asked);
            case Cancelled(var as, var _) -> merge(as, command, book, asked);
            case Merged(var _, var into, var _) when into.equals(command.into()) -> List.of();
            case Merged _, Erased _ -> merge(state.known(), command, book, asked);
        };
    }

    private static List<ParticipantEvent> merge(
            Registration as, MergeDuplicate command, RegistrationTables book, Asked asked) {
        claim(as.summit(), command, book);
        book.contacts().handOver(as.participant(), command.into());
        book.forgetTicket(as.participant());
        book.seats().handOver(as.summit(), as.participant(), command.into());
        giveBack(as, book);
        var events = new ArrayList<ParticipantEvent>();
        if (as.badge() != null) {
            events.add(new BadgeRevoked(as.participant(), as.summit(), as.badge(), asked.now()));
        }
        events.add(merged(as.summit(), command, asked));
        return events;
    }

    /**
     * The seats, and places among those who wait, that second registrations have left to this one: told as if they had been
     * asked for. Whoever has cancelled wants none of them.
     */
    static List<ParticipantEvent> takeOverDays(ParticipantState state, RegistrationTables book, Asked asked) {
        return switch (state) {
            case Registered(var as, var _) -> takeOverDays(as, book, asked);
            case Cancelled(var as, var _) -> {
                giveBack(as, book);
                yield List.of();
            }
            case Nobody _, Merged _, Erased _ -> List.of();
        };
    }

    private static List<ParticipantEvent> takeOverDays(Registration as, RegistrationTables book, Asked asked) {
        // they count in the share of the organisation that this one comes for, which nobody loses a seat by
        book.seats().moveTo(as.seeker(), Map.of());
        var events = new ArrayList<ParticipantEvent>();
        book.seats().held(as.summit(), as.participant()).forEach((day, held) -> {
            if (!new Place(held.mode(), held.waiting()).equals(as.days().get(day))) {
                events.add(
                        held.waiting()
                                ? new ParticipantWaitlisted(
                                        as.participant(), as.summit(), day, held.mode(), asked.now())
                                : new ParticipantConfirmed(
                                        as.participant(), as.summit(), day, held.mode(), asked.now()));
            }
        });
        return events;
    }

    private static void giveBack(Registration as, RegistrationTables book) {
        book.seats()
                .held(as.summit(), as.participant())
                .keySet()
                .forEach(day -> book.seats().giveBack(as.summit(), as.participant(), day));
    }

    /** A chain has to be followed by nobody: what stays is no second registration itself. */
    private static void claim(SummitId summit, MergeDuplicate command, RegistrationTables book) {
        book.verdicts().lock(summit);
        onlyOfTheSameSummit(summit, command.into(), book);
        book.verdicts().merge(command.participant(), command.into());
    }

    private static DuplicateMerged merged(SummitId summit, MergeDuplicate command, Asked asked) {
        return new DuplicateMerged(command.participant(), summit, command.into(), asked.now());
    }

    static List<ParticipantEvent> dismiss(
            Registration as, DismissDuplicate command, RegistrationTables book, Asked asked) {
        if (as.others().contains(command.other())) {
            return List.of();
        }
        onlyOfTheSameSummit(as.summit(), command.other(), book);
        book.verdicts().dismiss(as.summit(), new Couple(as.participant(), command.other()));
        return List.of(new DuplicateDismissed(as.participant(), as.summit(), command.other(), asked.now()));
    }

    /** Whoever is registered can be reached, and nobody else: who was erased or merged is known by no contact. */
    private static void onlyOfTheSameSummit(SummitId summit, ParticipantId other, RegistrationTables book) {
        var into = book.verdicts().into(other);
        if (into.isPresent()) {
            throw new RegistrationRejected(
                    Reason.DUPLICATE_MERGED, Map.of("participant", into.get().toString()));
        }
        var theirs =
                book.contacts().summitOf(other).orElseThrow(() -> new RegistrationRejected(Reason.PARTICIPANT_UNKNOWN));
        if (!theirs.equals(summit)) {
            throw new RegistrationRejected(Reason.OTHER_SUMMIT);
        }
    }
}
