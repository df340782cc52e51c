package org.sala.feedback.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a person at one summit: the id that registration gave them. Says nothing about who it is. */
public record ParticipantId(@JsonValue UUID value) {

    /** As JSON: the bare UUID. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ParticipantId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
