package org.sala.sessions.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a session, in every context. */
public record SessionId(@JsonValue UUID value) {

    /** As JSON: the bare UUID. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SessionId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
