package org.sala.marketplace.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifies a category of the taxonomy: the subject of the events of it. */
public record CategoryId(@JsonValue UUID value) {

    /** As JSON: the bare UUID. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CategoryId {}

    /** The id of a category: a name-based UUID (version 3) of its code, so that nobody hands it out. */
    public static CategoryId of(Category category) {
        return new CategoryId(UUID.nameUUIDFromBytes(("sala:category:" + category).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
