package org.sala.feedback.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a note, in every context. Drawn at random by whoever posts it. */
public record NoteId(@JsonValue UUID value) {

    /** As JSON: the bare UUID. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NoteId {}

    /** Whether the id has the moment in it at which it was made, and perhaps the device that made it (RFC 9562). */
    boolean tellsWhenItWasMade() {
        return switch (value.version()) {
            case 1, 2, 6, 7 -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
