package org.sala.sheets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table that is being read: its headings first, then its rows, each once and only when it is asked for. Reading may
 * end with {@link SheetRefused} at any row, or {@link UncheckedIOException} where the disk fails. One thread reads; the
 * progress may be asked by others.
 */
public final class Table implements Iterable<Row>, AutoCloseable {

    /** Titles above the headings are passed over within as many rows. */
    private static final int ROWS_WITH_TITLES = 10;

    private final Format format;
    private final @Nullable String sheet;
    private final List<Sheet> sheets;
    private final Limits limits;
    private final RowSource source;
    private final AutoCloseable alsoClosed;
    private final ArrayDeque<Row> ahead = new ArrayDeque<>();
    private final Row headings;
    private boolean given;

    Table(Format format, List<Sheet> sheets, Choice choice, Limits limits, RowSource source, AutoCloseable alsoClosed)
            throws IOException {
        this.format = format;
        this.sheet = choice.sheet();
        this.sheets = List.copyOf(sheets);
        this.limits = limits;
        this.source = source;
        this.alsoClosed = alsoClosed;
        this.headings = choice.headingRow() > 0 ? headingsIn(choice.headingRow()) : findHeadings();
    }

    public Format format() {
        return format;
    }

    /** All sheets of the workbook, in their order; none where it is a CSV. */
    public List<Sheet> sheets() {
        return sheets;
    }

    /** The sheet that is read; none where it is a CSV. */
    public Optional<String> sheet() {
        return Optional.ofNullable(sheet);
    }

    /**
     * The headings by column, with empty texts where a column has none. They are the first row with content, unless only
     * one cell is filled there and further ones within ten rows: then what is above is a title.
     */
    public List<String> headings() {
        return headings.cells().stream().map(Cell::text).toList();
    }

    /** The row of the headings, as a spreadsheet counts. */
    public int headingRow() {
        return headings.number();
    }

    /** How far the reading is; may be asked by another thread. */
    public Progress progress() {
        return source.progress();
    }

    /** The rows below the headings that have content. Can be asked once. */
    @Override
    public Iterator<Row> iterator() {
        if (given) {
            throw new IllegalStateException("a table is read once");
        }
        given = true;
        return new Rows();
    }

    @Override
    public void close() {
        try (alsoClosed) {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Row headingsIn(int number) throws IOException {
        var row = source.next();
        while (row != null && row.number() < number) {
            row = source.next();
        }
        if (row == null || row.number() != number) {
            throw new SheetRefused(SheetRefused.Reason.NO_HEADINGS, Place.row(sheet, number));
        }
        return row;
    }

    private Row findHeadings() throws IOException {
        var found = source.next();
        if (found == null) {
            throw new SheetRefused(SheetRefused.Reason.EMPTY, new Place(sheet, 0, -1));
        }
        if (found.filled() > 1) {
            return found;
        }
        for (var row = source.next(); row != null; row = source.next()) {
            if (row.filled() > 1) {
                ahead.clear();
                return row;
            }
            ahead.add(row);
            if (ahead.size() == ROWS_WITH_TITLES) {
                break;
            }
        }
        return found;
    }

    private final class Rows implements Iterator<Row> {

        private int count;
        private @Nullable Row next;

        @Override
        public boolean hasNext() {
            if (next == null) {
                next = read();
            }
            return next != null;
        }

        @Override
        public Row next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            var row = next;
            next = null;
            return row;
        }

        private @Nullable Row read() {
            try {
                var row = ahead.isEmpty() ? source.next() : ahead.poll();
                if (row != null && ++count > limits.rows()) {
                    throw new SheetRefused(SheetRefused.Reason.TOO_MANY_ROWS, Place.row(sheet, row.number()));
                }
                return row;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
