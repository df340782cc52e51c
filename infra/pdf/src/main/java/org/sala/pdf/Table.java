package org.sala.pdf;

import java.util.List;

/**
 * Rows of text under headings. {@link Flow#table} draws it, over as many pages as it needs.
 *
 * @param columns at least one
 * @param style of the cells; headings are the same in bold
 * @param rowHeight in millimetres, that rows have at least: room to sign by hand
 * @param rows from above, each with a text for every column; empty where the cell is
 */
public record Table(List<Column> columns, TextStyle style, double rowHeight, List<List<String>> rows) {

    /** @throws IllegalArgumentException for a row that hasn't as many cells as there are columns */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("no columns");
        }
        for (var row = 0; row < rows.size(); row++) {
            if (rows.get(row).size() != columns.size()) {
                throw new IllegalArgumentException("%d cells in row %d, for %d columns"
                        .formatted(rows.get(row).size(), row, columns.size()));
            }
        }
    }

    /** Without the rows, which may be about people. */
    @Override
    public String toString() {
        return "Table[%d columns, %d rows]".formatted(columns.size(), rows.size());
    }
}
