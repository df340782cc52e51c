package org.sala.sessions.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Words that somebody said or wrote. They may name people: {@link #toString()} shows nothing of them, and in an event they
 * are sealed.
 */
public record FreeText(@JsonValue String value) {

    /** As JSON: the bare text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FreeText {}

    @Override
    public String toString() {
        return "FreeText[hidden]";
    }
}
