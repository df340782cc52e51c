package org.sala.feedback.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal;

/**
 * A {@link Note} as it hangs on a board. Its words are sealed for everybody but feedback: with a key of whoever signed it, or of
 * the note itself where nobody did.
 *
 * @param text what it says
 * @param theme a theme that its author suggested
 */
public record HungNote(
        Personal<FreeText> text,
        Language language,
        NoteSource source,
        @Nullable ParticipantId signedBy,
        @Nullable Instant occurredAt,
        @Nullable Challenge challenge,
        @Nullable Personal<FreeText> theme) {

    /** The note as it was posted. */
    public static HungNote of(Note note) {
        return new HungNote(
                Personal.of(note.text()),
                note.language(),
                note.source(),
                note.signedBy(),
                note.occurredAt(),
                note.challenge(),
                note.theme() == null ? null : Personal.of(note.theme()));
    }

    /** Whether nobody signed it. */
    @JsonIgnore
    public boolean isAnonymous() {
        return signedBy == null;
    }
}
