package org.sala.sheets;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table that was read whole, as tests look at it. */
record Read(List<String> headings, List<Row> rows) {

    static Read of(byte[] file) {
        return of(file, Limits.DEFAULT, Choice.FIRST);
    }

    static Read of(byte[] file, Limits limits, Choice choice) {
        try (var table = Tables.open(new ByteArrayInputStream(file), limits, choice)) {
            var rows = new ArrayList<Row>();
            table.forEach(rows::add);
            return new Read(table.headings(), rows);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static SheetRefused refused(byte[] file) {
        return refused(file, Limits.DEFAULT);
    }

    static SheetRefused refused(byte[] file, Limits limits) {
        return catchThrowableOfType(SheetRefused.class, () -> of(file, limits, Choice.FIRST));
    }

    List<List<String>> texts() {
        return rows.stream()
                .map(row -> row.cells().stream().map(Cell::text).toList())
                .toList();
    }

    List<Integer> numbers() {
        return rows.stream().map(Row::number).toList();
    }
}
