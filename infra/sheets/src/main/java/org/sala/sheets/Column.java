package org.sala.sheets;

/**
 * A column of a table that is written.
 *
 * @param heading its heading, which may be empty
 * @param width its width in a workbook, in characters
 */
public record Column(String heading, int width) {

    private static final int NARROWEST = 8;
    private static final int WIDEST = 60;

    public Column {
        if (width < 1 || width > 255) {
            throw new IllegalArgumentException("a column's width is 1 to 255");
        }
    }

    /** As wide as its heading, within reason. */
    public static Column of(String heading) {
        return new Column(heading, Math.clamp(heading.length() + 2L, NARROWEST, WIDEST));
    }
}
