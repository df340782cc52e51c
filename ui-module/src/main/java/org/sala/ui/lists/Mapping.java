package org.sala.ui.lists;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.sala.sheets.Cell;
import org.sala.sheets.Row;
import org.sala.ui.lists.Field.Meaning;

/**
 * Which column says what.
 *
 * @param columns by field, counted from 0
 */
record Mapping(Map<Field, Integer> columns) {

    Mapping {
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
    }

    boolean has(Meaning meaning) {
        return columns.keySet().stream().anyMatch(field -> field.meaning() == meaning);
    }

    /** The cell of a field; an empty one without a place where no column says it. */
    Cell cell(Row row, Field field) {
        return columns.containsKey(field)
                ? row.cell(Objects.requireNonNull(columns.get(field)))
                : new Cell(row.number(), 0, Cell.Kind.EMPTY, "");
    }

    Cell cell(Row row, Meaning meaning) {
        return cell(row, Field.of(meaning));
    }

    /** Where a field is in a row, as a spreadsheet names it; empty where no column says it. */
    String place(Row row, Meaning meaning) {
        return columns.containsKey(Field.of(meaning)) ? cell(row, meaning).reference() : "";
    }
}
