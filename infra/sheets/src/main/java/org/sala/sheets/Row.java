package org.sala.sheets;

import java.util.List;

/**
 * A row with content.
 *
 * @param number as a spreadsheet counts them, from 1, those without content included
 * @param cells from the first column on, gaps as empty cells, up to the last that is not empty
 */
public record Row(int number, List<Cell> cells) {

    public Row {
        cells = List.copyOf(cells);
    }

    /** The cell in a column, counted from 0; an empty one right of the last. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.empty(number, column);
    }

    /** The text in a column, counted from 0; empty right of the last. */
    public String text(int column) {
        return cell(column).text();
    }

    long filled() {
        return cells.stream().filter(cell -> !cell.isEmpty()).count();
    }

    /** Without what is written. */
    @Override
    public String toString() {
        return "row " + number;
    }
}
