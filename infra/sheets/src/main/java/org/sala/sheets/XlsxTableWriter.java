package org.sala.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables as sheets of a workbook. Texts are typed as texts and have the format «Text» ({@code @}): no spreadsheet
 * runs them, neither as they come nor after somebody edited them (decision 0050).
 */
final class XlsxTableWriter implements TableWriter {

    private static final String TEXT = "@";
    private static final int ROWS_HELD = 200;
    private static final int MOST_CHARACTERS = 32_767;
    private static final int MOST_DIGITS = 15;
    private static final int FIRST_YEAR = 1900;
    private static final double SECONDS_OF_A_DAY = 86_400;

    private final Workbook workbook;
    private @Nullable Worksheet sheet;
    private int row;

    XlsxTableWriter(OutputStream out) {
        workbook = new Workbook(out, "Sala", "1.0");
    }

    @Override
    public void sheet(String name, List<Column> columns) {
        finishSheet();
        var begun = workbook.newWorksheet(name);
        sheet = begun;
        row = 0;
        for (var column = 0; column < columns.size(); column++) {
            begun.width(column, columns.get(column).width());
        }
        if (columns.stream().anyMatch(column -> !column.heading().isEmpty())) {
            row(columns.stream().map(Column::heading).toArray());
            begun.range(0, 0, 0, columns.size() - 1).style().bold().set();
            begun.freezePane(0, 1);
        }
    }

    @Override
    public void row(@Nullable Object... values) {
        if (sheet == null) {
            throw new IllegalStateException("no sheet was begun");
        }
        for (var column = 0; column < values.length; column++) {
            write(sheet, column, values[column]);
        }
        row++;
        if (row % ROWS_HELD == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        finishSheet();
        try {
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finishSheet() {
        if (sheet != null) {
            try {
                sheet.finish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void write(Worksheet into, int column, @Nullable Object value) {
        switch (value) {
            case null -> {
                // no cell
            }
            case String it -> text(into, column, it);
            case Number it -> number(into, column, it);
            case Boolean it -> into.value(row, column, it);
            case LocalDate it -> date(into, column, it.atStartOfDay(), "yyyy-mm-dd", it.toString());
            case LocalDateTime it ->
                date(into, column, it, it.getSecond() == 0 ? "yyyy-mm-dd hh:mm" : "yyyy-mm-dd hh:mm:ss", it.toString());
            case LocalTime it -> {
                into.value(row, column, it.toSecondOfDay() / SECONDS_OF_A_DAY);
                format(into, column, it.getSecond() == 0 ? "hh:mm" : "hh:mm:ss");
            }
            default -> throw new IllegalArgumentException("no value of a cell: " + value.getClass());
        }
    }

    /** In the cell itself: what cells share would have to be held to the end. */
    private void text(Worksheet into, int column, String text) {
        if (!text.isEmpty()) {
            var whole = RichText.escaped(text);
            into.inlineString(
                    row,
                    column,
                    whole.length() > MOST_CHARACTERS ? whole.substring(0, MOST_CHARACTERS - 1) + "…" : whole);
            format(into, column, TEXT);
        }
    }

    /** What was before they can count is a text. */
    private void date(Worksheet into, int column, LocalDateTime date, String format, String text) {
        if (date.getYear() < FIRST_YEAR) {
            text(into, column, text);
        } else {
            into.value(row, column, date);
            format(into, column, format);
        }
    }

    /** Spreadsheets forget what is beyond 15 digits, so that a number with more is a text. */
    private void number(Worksheet into, int column, Number number) {
        var exact = number instanceof Double || number instanceof Float
                ? BigDecimal.valueOf(number.doubleValue()).round(Numbers.TYPED)
                : new BigDecimal(number.toString());
        if (exact.stripTrailingZeros().precision() > MOST_DIGITS) {
            text(into, column, exact.toPlainString());
        } else {
            into.value(row, column, exact);
        }
    }

    private void format(Worksheet into, int column, String format) {
        into.style(row, column).format(format).set();
    }
}
