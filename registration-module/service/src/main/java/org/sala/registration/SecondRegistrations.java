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
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand.DismissDuplicate;
import org.sala.registration.api.RegistrationCommand.MergeDuplicate;
import org.sala.registration.api.RegistrationEvent.BadgeRevoked;
import org.sala.registration.api.RegistrationEvent.DuplicateDismissed;
import org.sala.registration.api.RegistrationEvent.DuplicateMerged;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.SummitId;
import org.sala.registration.duplicates.Verdicts.Couple;

/** Decides whether two registrations are of one person. */
final class SecondRegistrations {

    private SecondRegistrations() {}

    /**
     * Gives back what the registration had, and makes every way to reach the person lead to the one that stays. Also of
     * one that never arrived, and has only been seen: somebody who walked in and was registered already.
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
        as.days().keySet().forEach(day -> book.seats().giveBack(as.summit(), as.participant(), day));
        var events = new ArrayList<ParticipantEvent>();
        if (as.badge() != null) {
            events.add(new BadgeRevoked(as.participant(), as.summit(), as.badge(), asked.now()));
        }
        events.add(merged(as.summit(), command, asked));
        return events;
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
