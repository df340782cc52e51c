package org.sala.ui.floor;

import java.util.Locale;

/** Pieces of drawings, as text; what people wrote is escaped. */
final class Svgs {

    /** Puts the letter after it below the one before. */
    private static final char JOINS = '\u17d2';

    private Svgs() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** A point on a circle, from the top clockwise. */
    static String at(double radius, double angle) {
        return number(radius * Math.sin(angle)) + " " + number(-radius * Math.cos(angle));
    }

    /** The first letters of a text, cut between what a reader sees as letters: never within a cluster of Khmer. */
    static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var borders = java.text.BreakIterator.getCharacterInstance(Locale.of("km"));
        borders.setText(text);
        var end = borders.isBoundary(most) ? most : borders.preceding(most);
        while (end > 1 && text.charAt(end - 1) == JOINS) {
            end = borders.preceding(end);
        }
        return text.substring(0, Math.max(end, 1)).strip() + "…";
    }
}
