package org.sala.feedback.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a session: the id that sessions gave it. */
public record SessionId(@JsonValue UUID value) {

    /** As JSON: the bare UUID. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SessionId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
