package org.sala.registration.badges;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.sala.registration.api.BadgeId;
import org.sala.registration.api.ParticipantId;

/** One badge of one person. */
public record Badge(ParticipantId participant, BadgeId badge) {

    static final int BYTES = 32;

    byte[] bytes() {
        return put(put(ByteBuffer.allocate(BYTES), participant.value()), badge.value())
                .array();
    }

    static Badge read(ByteBuffer bytes) {
        return new Badge(new ParticipantId(uuid(bytes)), new BadgeId(uuid(bytes)));
    }

    private static ByteBuffer put(ByteBuffer bytes, UUID id) {
        return bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
