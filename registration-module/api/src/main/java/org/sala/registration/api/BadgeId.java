package org.sala.registration.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one badge of one person. Says nothing about who it is. */
public record BadgeId(@JsonValue UUID value) {

    /** As JSON: the bare UUID. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BadgeId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
