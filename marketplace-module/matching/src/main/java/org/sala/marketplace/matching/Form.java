package org.sala.marketplace.matching;

/** What an id looks like. */
final class Form {
    private static final int LONGEST = 100;

    private Form() {}

    static void id(String what, String value) {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new MarketRefused(
                    "an id of %s has %d characters; 1 to %d are allowed".formatted(what, value.length(), LONGEST));
        }
        if (!value.chars().allMatch(letter -> letter > ' ' && letter != 0x7f)) {
            throw new MarketRefused("an id of %s has a space or a control character".formatted(what));
        }
    }
}
