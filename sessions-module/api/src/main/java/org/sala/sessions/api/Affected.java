package org.sala.sessions.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose seat, or place in the queue, goes on after a session was planned anew, and can't stay as it is.
 *
 * @param other the session of theirs that it now overlaps with; absent where the conflict is another
 */
public record Affected(
        ParticipantId participant,
        Conflict conflict,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SessionId other) {

    /** What stands in the way. */
    public enum Conflict {
        /** They have a seat in another session at that time, wait for one, or lead it. */
        OVERLAP,
        /** They are not registered for that day. */
        NOT_EXPECTED,
        /** The session is for others. */
        NOT_ELIGIBLE
    }
}
