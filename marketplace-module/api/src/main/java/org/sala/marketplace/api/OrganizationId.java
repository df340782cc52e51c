package org.sala.marketplace.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an organisation, in every context. */
public record OrganizationId(@JsonValue UUID value) {

    /** As JSON: the bare UUID. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrganizationId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
