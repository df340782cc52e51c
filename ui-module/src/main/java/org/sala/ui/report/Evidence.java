package org.sala.ui.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * What proves a figure, in a form that gives away nobody: how many events make it, and one digest of their ids. An
 * auditor who opens the same figure in the history comes to the same digest.
 */
record Evidence(int events, String digest) {

    /** SHA-256 over the ids in ascending order of their text, each followed by a line feed; hexadecimal. */
    static Evidence of(List<UUID> events) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            events.stream()
                    .map(UUID::toString)
                    .sorted()
                    .forEach(id -> digest.update((id + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new Evidence(events.size(), HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
