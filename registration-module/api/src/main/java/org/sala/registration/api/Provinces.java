package org.sala.registration.api;

/** Cambodia's 24 provinces and its capital, by their ISO 3166-2:KH codes {@code KH-1} to {@code KH-25}. */
public final class Provinces {

    private Provinces() {}

    public static boolean isKnown(String code) {
        if (!code.startsWith("KH-") || code.length() > 5) {
            return false;
        }
        var number = code.substring(3);
        return number.matches("[1-9][0-9]?") && Integer.parseInt(number) <= 25;
    }
}
