package org.sala.feedback;

import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.sala.eventing.Commands;
import org.sala.eventing.Erasures;
import org.sala.feedback.api.FeedbackCommand.EraseNote;
import org.sala.feedback.api.FeedbackEvent.NoteErased;
import org.sala.feedback.api.FeedbackRejected;
import org.sala.feedback.api.FeedbackRejected.Reason;
import org.sala.feedback.api.NoteId;

/** Makes the erasure of a note true, and keeps it true: follows feedback's own events (decision 0047). */
final class Erasing {

    private static final Commands.Origin ORIGIN = new Commands.Origin("policy:erasing", null, null, null);

    private final Erasures erasures;

    Erasing(Erasures erasures) {
        this.erasures = erasures;
    }

    @EventHandler
    void on(NoteErased event) {
        erasures.destroy(event.note().toString());
    }

    /** After a restore to before an erasure. Of persons, registration tells again. */
    void tellAgain(Commands commands) {
        for (var erased : erasures.erased()) {
            try {
                commands.send(new EraseNote(new NoteId(UUID.fromString(erased))), ORIGIN);
            } catch (FeedbackRejected refused) {
                // a person, or restored to before the note
                if (refused.reason() != Reason.NOTE_UNKNOWN) {
                    throw refused;
                }
            }
        }
    }
}
