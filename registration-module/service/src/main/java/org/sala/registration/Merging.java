package org.sala.registration;

import org.axonframework.eventhandling.EventHandler;
import org.sala.eventing.Commands;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand.EraseParticipant;
import org.sala.registration.api.RegistrationEvent.CheckInDisputed;
import org.sala.registration.api.RegistrationEvent.CheckInRepeated;
import org.sala.registration.api.RegistrationEvent.DuplicateMerged;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedIn;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedOut;
import org.sala.registration.api.RegistrationEvent.ParticipantErased;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.duplicates.Verdicts;

/**
 * Makes two registrations of one person one: follows registration's own events. The days of the second that the one that
 * stays lacks become its own, and what was seen of the person under the second is told again under the one that stays, at once and whenever more of it arrives late; and whoever is erased is
 * erased under each. What it asks for changes nothing where it is known already.
 */
final class Merging {

    private static final Commands.Origin ORIGIN = new Commands.Origin("policy:merging", null, null, null);

    private final Verdicts verdicts;
    private final Histories histories;
    private final Promoting promoting;
    private final Commands commands;

    Merging(Verdicts verdicts, Histories histories, Promoting promoting, Commands commands) {
        this.verdicts = verdicts;
        this.histories = histories;
        this.promoting = promoting;
        this.commands = commands;
    }

    @EventHandler
    void on(DuplicateMerged event) {
        commands.send(new TakeOverDays(event.into()), ORIGIN);
        // what it didn't want, and what was waited for and is known now to be waited for by another
        promoting.promote(event.summit());
        handOver(event.participant(), event.into());
    }

    @EventHandler
    void on(ParticipantCheckedIn event) {
        seen(event.participant());
    }

    @EventHandler
    void on(CheckInRepeated event) {
        seen(event.participant());
    }

    @EventHandler
    void on(ParticipantCheckedOut event) {
        seen(event.participant());
    }

    @EventHandler
    void on(CheckInDisputed event) {
        seen(event.participant());
    }

    @EventHandler
    void on(ParticipantErased event) {
        verdicts.mergedInto(event.participant()).forEach(this::erase);
    }

    /** One that never arrived has nothing to erase. */
    private void erase(ParticipantId second) {
        try {
            commands.send(new EraseParticipant(second), ORIGIN);
        } catch (RegistrationRejected refused) {
            pass(refused, Reason.PARTICIPANT_UNKNOWN);
        }
    }

    private void seen(ParticipantId participant) {
        verdicts.into(participant).ifPresent(into -> handOver(participant, into));
    }

    /** Nothing of somebody who was erased follows. */
    private void handOver(ParticipantId from, ParticipantId into) {
        for (var handed : histories.of(from).attendance().handedOver(from)) {
            try {
                commands.send(new TakeOver(into, handed), ORIGIN);
            } catch (RegistrationRejected refused) {
                pass(refused, Reason.PARTICIPANT_ERASED);
            }
        }
    }

    private static void pass(RegistrationRejected refused, Reason expected) {
        if (refused.reason() != expected) {
            throw refused;
        }
    }
}
