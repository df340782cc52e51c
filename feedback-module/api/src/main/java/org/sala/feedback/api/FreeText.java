package org.sala.feedback.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Words that somebody wrote or said, in one language. They may tell who that was, or name others: {@link #toString()}
 * shows nothing of them.
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
