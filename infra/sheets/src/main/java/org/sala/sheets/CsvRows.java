package org.sala.sheets;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sala.sheets.SheetRefused.Reason;

/** The rows of a CSV. A record is a row, as in a spreadsheet, however many lines it has. */
final class CsvRows implements RowSource {

    private static final int HEAD = 1 << 16;

    private final long total;
    private final CountedStream bytes;
    private final Fields fields;
    private final CloseableIterator<Row> rows;

    private CsvRows(long total, CountedStream bytes, Fields fields, CsvReader<Row> csv) {
        this.total = total;
        this.bytes = bytes;
        this.fields = fields;
        this.rows = csv.iterator();
    }

    static CsvRows open(Path file, Limits limits) throws IOException {
        var encoding = TextEncoding.of(file);
        var delimiter = delimiter(file, encoding);
        var bytes = new CountedStream(Files.newInputStream(file));
        try {
            var text = encoding.reader(bytes);
            text.skip(delimiter.skipped());
            var fields = new Fields(limits);
            var csv = CsvReader.builder()
                    .fieldSeparator(delimiter.character())
                    .skipEmptyLines(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(HEAD + 2 * limits.cellCharacters())
                    .build(fields, text);
            return new CsvRows(Files.size(file), bytes, fields, csv);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    private static Delimiter delimiter(Path file, TextEncoding encoding) throws IOException {
        try (var text = encoding.reader(Files.newInputStream(file))) {
            var head = new char[HEAD];
            var length = 0;
            for (var some = 0; some >= 0 && length < HEAD; some = text.read(head, length, HEAD - length)) {
                length += some;
            }
            return Delimiter.guess(new String(head, 0, length), length < HEAD);
        } catch (CharacterCodingException e) {
            throw new SheetRefused(Reason.DAMAGED);
        }
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (rows.hasNext()) {
                var row = rows.next();
                if (!row.cells().isEmpty()) {
                    return row;
                }
            }
            return null;
        } catch (CsvParseException e) {
            if (e.getCause() instanceof SheetRefused refused) {
                throw refused;
            }
            var full = Objects.requireNonNullElse(e.getMessage(), "").contains("buffer size");
            throw new SheetRefused(full ? Reason.CELL_TOO_LONG : Reason.BROKEN_QUOTES, fields.place());
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new SheetRefused(Reason.DAMAGED, fields.place());
            }
            throw e.getCause();
        }
    }

    @Override
    public Progress progress() {
        return new Progress(bytes.bytes(), total);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** Makes a row of a record. Fields without content take no memory, however many there are. */
    private static final class Fields extends AbstractBaseCsvCallbackHandler<Row> {

        private final Limits limits;
        private int number;
        private List<Cell> cells = new ArrayList<>();

        Fields(Limits limits) {
            this.limits = limits;
        }

        Place place() {
            return Place.row(null, number);
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            number++;
            cells = new ArrayList<>();
        }

        @Override
        protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
            if (length > limits.cellCharacters()) {
                throw new SheetRefused(Reason.CELL_TOO_LONG, new Place(null, number, column));
            }
            var text = Texts.normalised(FormulaText.undone(new String(buffer, offset, length)));
            if (text.isEmpty()) {
                return;
            }
            if (column >= limits.columns()) {
                throw new SheetRefused(Reason.TOO_MANY_COLUMNS, new Place(null, number, column));
            }
            while (cells.size() < column) {
                cells.add(Cell.empty(number, cells.size()));
            }
            cells.add(Cell.of(number, column, Cell.Kind.TEXT, text));
        }

        @Override
        protected Row buildRecord() {
            return new Row(number, cells);
        }
    }
}
