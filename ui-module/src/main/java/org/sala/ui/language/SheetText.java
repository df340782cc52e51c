package org.sala.ui.language;

/** Text on its way into a spreadsheet. */
public final class SheetText {

    private SheetText() {}

    /** The text so that no spreadsheet takes it for a formula: an apostrophe before what could begin one. */
    public static String safe(String text) {
        if (text.isEmpty()) {
            return text;
        }
        return switch (text.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠' -> "'" + text;
            default -> text;
        };
    }
}
