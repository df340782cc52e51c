package org.sala.sheets;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables, row by row, whatever their length: nothing but the last rows is held, and nothing is put aside on disk.
 * No cell of what is written is a formula. Every method throws {@link UncheckedIOException} where the stream fails.
 *
 * <p>A CSV is UTF-8 with a byte order mark, by which spreadsheets know it, with commas and Windows' line ends. Text that
 * a spreadsheet would run has an apostrophe before it, which {@link Tables} takes away again.
 */
public sealed interface TableWriter extends AutoCloseable permits CsvTableWriter, XlsxTableWriter {

    /** Writes to a stream, which stays open. */
    static TableWriter to(OutputStream out, Format format) {
        return switch (format) {
            case CSV -> new CsvTableWriter(out);
            case XLSX -> new XlsxTableWriter(out);
        };
    }

    /**
     * Begins a sheet, with a row of headings where any column has one; in a CSV, a part of the file after an empty line,
     * without its name.
     *
     * @param name as a workbook's tab shows it; shortened, and without the characters that it may not have
     */
    void sheet(String name, List<Column> columns);

    /**
     * A row of the sheet that was begun last.
     *
     * @param values null and texts; numbers, dates, times and truths, which a workbook has as such: {@link Number},
     *     {@code LocalDate}, {@code LocalDateTime}, {@code LocalTime}, {@link Boolean}
     * @throws IllegalArgumentException for a value of another type
     */
    void row(@Nullable Object... values);

    /** Completes what is written. */
    @Override
    void close();
}
