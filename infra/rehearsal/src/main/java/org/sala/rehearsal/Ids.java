package org.sala.rehearsal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids that follow from keys: name-based UUIDs (RFC 9562, version 5), so that a summit that is loaded again finds itself
 * there, and so that an anonymous note's id tells no time.
 *
 * @param space what the keys belong to: the summit's key, and the copy's name where it isn't the first
 */
record Ids(UUID space) {

    private static final UUID SALA = UUID.fromString("5a1a0000-0000-5000-8000-000000002022");

    static Ids ofSummit(String summit, String copy) {
        return new Ids(named(SALA, copy.isEmpty() ? summit : summit + "/" + copy));
    }

    UUID of(String kind, String key) {
        return named(space, kind + ":" + key);
    }

    private static UUID named(UUID space, String name) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(space.getMostSignificantBits())
                    .putLong(space.getLeastSignificantBits())
                    .flip());
            var hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            var most = (hash.getLong() & ~0xF000L) | 0x5000L;
            var least = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(most, least);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
