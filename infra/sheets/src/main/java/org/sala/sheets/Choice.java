package org.sala.sheets;

import org.jspecify.annotations.Nullable;

/**
 * Which table of a file is meant.
 *
 * @param sheet the sheet's name; absent for the first that is not hidden. A CSV has no sheets and minds no name
 * @param headingRow the row of the headings, from 1; 0 to have it found
 */
public record Choice(@Nullable String sheet, int headingRow) {

    /** The first sheet that is not hidden, and headings where they are found. */
    public static final Choice FIRST = new Choice(null, 0);

    public static Choice sheet(String name) {
        return new Choice(name, 0);
    }

    public Choice headingsInRow(int row) {
        return new Choice(sheet, row);
    }
}
