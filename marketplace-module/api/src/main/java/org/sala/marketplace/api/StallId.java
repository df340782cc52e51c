package org.sala.marketplace.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifies the one stall that an organisation has at a summit: the subject of the events of its offers. */
public record StallId(@JsonValue UUID value) {

    /** As JSON: the bare UUID. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StallId {}

    /** The stall of an organisation at a summit: a name-based UUID (version 3) of both, so that nobody hands it out. */
    public static StallId of(SummitId summit, OrganizationId organization) {
        var name = "sala:stall:" + summit + ":" + organization;
        return new StallId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
