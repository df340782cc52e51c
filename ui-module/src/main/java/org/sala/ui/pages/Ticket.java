package org.sala.ui.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sala.registration.api.TicketDigest;

/**
 * What lets somebody act for one participant: 160 random bits, known to whoever holds the link and to nobody else.
 * Registration has its digest only. {@link #toString()} shows nothing of it, so that no log can.
 *
 * @param letters 32 letters and digits of base32, in lower case
 */
public record Ticket(String letters) {

    private static final Pattern FORM = Pattern.compile("[a-z2-7]{32}");
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BYTES = 20;

    /** A new one. */
    public static Ticket made(SecureRandom random) {
        var bits = new byte[BYTES];
        random.nextBytes(bits);
        return of(bits);
    }

    /** What a link says, in either case; empty where that can be no ticket. */
    public static Optional<Ticket> read(String text) {
        var letters = text.toLowerCase(Locale.ROOT);
        return FORM.matcher(letters).matches() ? Optional.of(new Ticket(letters)) : Optional.empty();
    }

    public static Ticket of(byte[] bits) {
        var letters = new StringBuilder(32);
        long rest = 0;
        var held = 0;
        for (var i = 0; i < BYTES; i++) {
            rest = (rest << 8 | (bits[i] & 0xff)) & 0xffff;
            held += 8;
            while (held >= 5) {
                held -= 5;
                letters.append(BASE32.charAt((int) (rest >> held) & 31));
            }
        }
        return new Ticket(letters.toString());
    }

    /** The path of the page that it opens. */
    public String path() {
        return "/t/" + letters;
    }

    /** What registration is told of it. */
    public TicketDigest digest() {
        return new TicketDigest(HexFormat.of().formatHex(sha256(letters)));
    }

    public static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "Ticket[hidden]";
    }
}
