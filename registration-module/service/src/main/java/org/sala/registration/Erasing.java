package org.sala.registration;

import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.sala.eventing.Commands;
import org.sala.eventing.Erasures;
import org.sala.registration.api.DataKind;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.EraseParticipant;
import org.sala.registration.api.RegistrationCommand.ForgetPersonalData;
import org.sala.registration.api.RegistrationEvent.ParticipantErased;
import org.sala.registration.api.RegistrationEvent.PersonalDataForgotten;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;

/** Makes an erasure true, and keeps it true: follows registration's own events (decision 0047). */
final class Erasing {

    private static final Commands.Origin ORIGIN = new Commands.Origin("policy:erasing", null, null, null);

    private final Erasures erasures;

    Erasing(Erasures erasures) {
        this.erasures = erasures;
    }

    /** Only once the event is stored: a decision that came to nothing must not cost a key. */
    @EventHandler
    void on(ParticipantErased event) {
        erasures.destroy(event.participant().toString());
    }

    @EventHandler
    void on(PersonalDataForgotten event) {
        erasures.destroy(event.participant().toString(), event.kind().name());
    }

    /** After a restore to before an erasure, the history is told of it again, and with it everybody who reads it. */
    void tellAgain(Commands commands) {
        for (var person : erasures.erased()) {
            tell(commands, new EraseParticipant(participant(person)));
        }
        for (var part : erasures.erasedParts()) {
            tell(commands, new ForgetPersonalData(participant(part.person()), DataKind.valueOf(part.kind())));
        }
    }

    private static void tell(Commands commands, RegistrationCommand command) {
        try {
            commands.send(command, ORIGIN);
        } catch (RegistrationRejected refused) {
            // restored to before the registration: there is nobody to erase
            if (refused.reason() != Reason.PARTICIPANT_UNKNOWN) {
                throw refused;
            }
        }
    }

    private static ParticipantId participant(String person) {
        return new ParticipantId(UUID.fromString(person));
    }
}
