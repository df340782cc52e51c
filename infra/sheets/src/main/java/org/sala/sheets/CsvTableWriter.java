package org.sala.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes tables as text. */
final class CsvTableWriter implements TableWriter {

    private final Writer text;
    private final CsvWriter csv;
    private boolean begun;

    CsvTableWriter(OutputStream out) {
        text = new OutputStreamWriter(out, UTF_8);
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        try {
            text.write('\ufeff');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void sheet(String name, List<Column> columns) {
        if (begun) {
            csv.writeRecord("");
        }
        begun = true;
        if (columns.stream().anyMatch(column -> !column.heading().isEmpty())) {
            csv.writeRecord(columns.stream()
                    .map(column -> FormulaText.disarmed(column.heading()))
                    .toList());
        }
    }

    @Override
    public void row(@Nullable Object... values) {
        csv.writeRecord(Arrays.stream(values).map(CsvTableWriter::field).toList());
    }

    @Override
    public void close() {
        try {
            csv.flush();
            text.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String field(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String it -> FormulaText.disarmed(it);
            case BigDecimal it -> it.toPlainString();
            case Double it -> Numbers.plain(it);
            case Number it -> it.toString();
            case Boolean it -> it ? "TRUE" : "FALSE";
            case LocalDate it -> it.toString();
            // with a space, as Excel takes it for a date
            case LocalDateTime it -> it.toLocalDate() + " " + it.toLocalTime();
            case LocalTime it -> it.toString();
            default -> throw new IllegalArgumentException("no value of a cell: " + value.getClass());
        };
    }
}
