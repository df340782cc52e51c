package org.sala.registration.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One giving out of everything that is held on a person. */
public record DisclosureId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DisclosureId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
