package org.sala.marketplace.matching;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What decides where counts are equal: 1 to 200 characters that are published, best drawn in public after the market
 * closed. The lot of an offer or a need is SHA-256 over the seed, a line feed, {@code offer} or {@code need}, a line feed
 * and its id, all in UTF-8; whose lot is the smaller number is drawn earlier.
 */
public record Seed(@JsonValue String value) {
    private static final int LONGEST = 200;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Seed {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new MarketRefused(
                    "the seed has %d characters; 1 to %d are allowed".formatted(value.length(), LONGEST));
        }
    }

    /** In hexadecimal, so that it sorts as the number. */
    String lot(OfferId offer) {
        return hash("offer", offer.value());
    }

    String lot(NeedId need) {
        return hash("need", need.value());
    }

    private String hash(String what, String id) {
        try {
            byte[] text = (value + "\n" + what + "\n" + id).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
