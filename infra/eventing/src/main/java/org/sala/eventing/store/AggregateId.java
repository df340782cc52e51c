package org.sala.eventing.store;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate's id as the store holds it, in 16 bytes: a UUID as itself; any other text as the UUID made from its
 * digest (version 3), with the text kept beside it.
 *
 * @param key the id, where it is no UUID in its usual form
 */
record AggregateId(UUID uuid, @Nullable String key) {

    static AggregateId of(String id) {
        var uuid = Uuids.orNull(id);
        return uuid == null
                ? new AggregateId(UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)), id)
                : new AggregateId(uuid, null);
    }

    /** As Axon knows it. */
    String text() {
        return key == null ? uuid.toString() : key;
    }
}
