package org.sala.feedback.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to say.
 *
 * @param text 1 to 1000 characters, lines and tabs allowed
 * @param source how it came in
 * @param signedBy who says it; absent: the note is anonymous
 * @param occurredAt when it was said; there if and only if the note is signed, since an anonymous note knows no time
 *     finer than its board's
 * @param challenge the kind of challenge it names
 * @param theme a theme that its author suggests, one line of at most 80 characters
 */
public record Note(
        FreeText text,
        Language language,
        NoteSource source,
        @Nullable ParticipantId signedBy,
        @Nullable Instant occurredAt,
        @Nullable Challenge challenge,
        @Nullable FreeText theme) {

    /** Whether nobody signed it. */
    @JsonIgnore
    public boolean isAnonymous() {
        return signedBy == null;
    }
}
