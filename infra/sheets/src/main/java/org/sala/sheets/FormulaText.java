package org.sala.sheets;

import java.util.regex.Pattern;

/** Text of a CSV that a spreadsheet would take for a formula. */
final class FormulaText {

    /** With apostrophes before it, so that {@link #disarmed} can be undone whatever the text was. */
    private static final Pattern ARMED =
            Pattern.compile("'*(?:[\\t\\r\\n]|[\\s\\p{Z}\\p{Cf}]*[=+\\-@\uff1d\uff0b\uff0d\uff20])");

    private FormulaText() {}

    /** The text so that no spreadsheet takes it for a formula: an apostrophe before what could begin one. */
    static String disarmed(String text) {
        return ARMED.matcher(text).lookingAt() ? "'" + text : text;
    }

    /** The text that was disarmed, by us or by somebody who typed the apostrophe to keep a number's plus. */
    static String undone(String text) {
        return text.startsWith("'") && ARMED.matcher(text).lookingAt() ? text.substring(1) : text;
    }
}
