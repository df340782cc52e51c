package org.sala.feedback.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a board, in every context. */
public record BoardId(@JsonValue UUID value) {

    /** As JSON: the bare UUID. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BoardId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
