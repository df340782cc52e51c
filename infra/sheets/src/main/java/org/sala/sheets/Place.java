package org.sala.sheets;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where in a file something is, as far as it is known.
 *
 * @param sheet the sheet's name; absent in CSV, or where it is the whole file
 * @param row as a spreadsheet counts them, from 1; 0 where it is no row
 * @param column from 0 for A; -1 where it is no column
 */
public record Place(@Nullable String sheet, int row, int column) implements Serializable {

    /** The file as a whole. */
    public static final Place FILE = new Place(null, 0, -1);

    static Place row(@Nullable String sheet, int row) {
        return new Place(sheet, row, -1);
    }

    /** As a spreadsheet names it: {@code B7}, {@code 7} for a row, nothing for a sheet or the file. */
    public String reference() {
        return (column < 0 ? "" : letters(column)) + (row < 1 ? "" : Integer.toString(row));
    }

    /** A column's letters: 0 is A, 26 is AA. */
    public static String letters(int column) {
        var letters = new StringBuilder();
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.append((char) ('A' + (rest - 1) % 26));
        }
        return letters.reverse().toString();
    }

    /** Without the sheet's name, which people choose. */
    @Override
    public String toString() {
        return reference();
    }
}
