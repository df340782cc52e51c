package org.sala.sessions.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an interview at Social Lab TV, and the pitch that was made in it. */
public record InterviewId(@JsonValue UUID value) {

    /** As JSON: the bare UUID. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InterviewId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
