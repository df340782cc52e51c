package org.sala.marketplace.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifies the one floor that a summit has: the subject of the events of its rounds and meetings. */
public record FloorId(@JsonValue UUID value) {

    /** As JSON: the bare UUID. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FloorId {}

    /** The floor of a summit: a name-based UUID (version 3), so that nobody hands it out. */
    public static FloorId of(SummitId summit) {
        return new FloorId(UUID.nameUUIDFromBytes(("sala:floor:" + summit).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
