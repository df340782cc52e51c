package org.sala.sheets;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives rows back to whoever can mend them: the columns that they came with, and one with the reason. Mended, the file is
 * read as the first was; the rows' numbers are its own.
 */
public final class RowsToMend implements AutoCloseable {

    private final TableWriter out;
    private final int columns;
    private int rows;

    /**
     * @param sheet the sheet's name
     * @param headings as they were read
     * @param reason the heading of the reasons, in the reader's language
     */
    public RowsToMend(OutputStream out, Format format, String sheet, List<String> headings, String reason) {
        this.out = TableWriter.to(out, format);
        this.columns = headings.size();
        this.out.sheet(
                sheet,
                Stream.concat(headings.stream().map(Column::of), Stream.of(new Column(reason, 60)))
                        .toList());
    }

    /** A row as it was read. What it has right of the headings comes right of the reason. */
    public void add(Row row, String reason) {
        var values = new ArrayList<@Nullable Object>();
        for (var column = 0; column < Math.max(columns, row.cells().size()); column++) {
            values.add(value(row.cell(column)));
        }
        values.add(columns, reason);
        out.row(values.toArray());
        rows++;
    }

    /** How many rows were given back. */
    public int rows() {
        return rows;
    }

    @Override
    public void close() {
        out.close();
    }

    /** As it was typed, where that can be told; else its text. */
    private static @Nullable Object value(Cell cell) {
        var text = cell.text();
        return switch (cell.kind()) {
            case EMPTY -> null;
            case TEXT, ERROR -> text;
            case BOOLEAN -> text.equals("TRUE");
            case NUMBER -> {
                var number = new BigDecimal(text);
                yield number.toPlainString().equals(text) ? number : text;
            }
            case DATE -> parsed(text, LocalDate::parse);
            case DATE_TIME -> parsed(text, LocalDateTime::parse);
            case TIME -> parsed(text, LocalTime::parse);
        };
    }

    private static Object parsed(String text, Function<String, Object> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            return text;
        }
    }
}
