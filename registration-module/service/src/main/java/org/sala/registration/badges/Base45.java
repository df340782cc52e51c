package org.sala.registration.badges;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/** Bytes in the 45 characters that a QR code packs closest (RFC 9285). */
final class Base45 {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int BASE = ALPHABET.length();
    private static final int[] VALUES = values();

    private Base45() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder((bytes.length + 1) / 2 * 3);
        for (var i = 0; i < bytes.length; i += 2) {
            var pair = i + 1 < bytes.length;
            var value = pair ? ((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff) : bytes[i] & 0xff;
            for (var digits = pair ? 3 : 2; digits > 0; digits--) {
                text.append(ALPHABET.charAt(value % BASE));
                value /= BASE;
            }
        }
        return text.toString();
    }

    /** The bytes that a text stands for; empty where it is none that {@link #encode} writes. */
    static Optional<byte[]> decode(String text) {
        if (text.length() % 3 == 1) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream(text.length() / 3 * 2 + 1);
        for (var i = 0; i < text.length(); i += 3) {
            var digits = Math.min(3, text.length() - i);
            var value = 0;
            for (var digit = digits - 1; digit >= 0; digit--) {
                var character = text.charAt(i + digit);
                if (character >= VALUES.length || VALUES[character] < 0) {
                    return Optional.empty();
                }
                value = value * BASE + VALUES[character];
            }
            if (value > (digits == 3 ? 0xffff : 0xff)) {
                return Optional.empty();
            }
            if (digits == 3) {
                bytes.write(value >> 8);
            }
            bytes.write(value);
        }
        return Optional.of(bytes.toByteArray());
    }

    private static int[] values() {
        var values = new int[128];
        Arrays.fill(values, -1);
        for (var i = 0; i < BASE; i++) {
            values[ALPHABET.charAt(i)] = i;
        }
        return values;
    }
}
