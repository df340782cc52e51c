package org.sala.marketplace.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an offer of one organisation at one summit. */
public record OfferId(@JsonValue UUID value) {

    /** As JSON: the bare UUID. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OfferId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
