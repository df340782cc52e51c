package org.sala.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sala.pdf.Tag.Kind;

/**
 * What follows itself down the pages, with new pages where one is full. Lengths are millimetres. Begun by {@link PdfDocument#flow}.
 */
public final class Flow {

    private static final double PADDING = 1.2;
    private static final Stroke GRID = new Stroke(0.15, Colour.GREY, 0);

    private final PdfDocument document;
    private final Tag structure;
    private final Paper paper;
    private final Margins margins;
    private Area page;
    private double y;

    /** @throws IllegalArgumentException where the margins leave no room */
    Flow(PdfDocument document, Tag structure, Paper paper, Margins margins) {
        this.document = document;
        this.structure = structure;
        this.paper = paper;
        this.margins = margins;
        if (!(width() > 0 && height() > 0)) {
            throw new IllegalArgumentException("%s leave no room on %s".formatted(margins, paper));
        }
        page = document.page(paper);
        y = margins.top();
    }

    /** Between the margins. */
    public double width() {
        return paper.width() - margins.left() - margins.right();
    }

    /** What is left of the page, above the lower margin. */
    public double room() {
        return paper.height() - margins.bottom() - y;
    }

    /** The present page, whole, to draw on beside what flows. */
    public Area page() {
        return page;
    }

    /** Where the next thing comes, below the page's upper edge. */
    public double y() {
        return y;
    }

    public Flow newPage() {
        page = document.page(paper);
        y = margins.top();
        return this;
    }

    /** Goes to a new page unless so much is left of this one, so that what belongs together stays together. */
    public Flow keep(double height) {
        if (room() < height && !atTop()) {
            newPage();
        }
        return this;
    }

    public Flow gap(double height) {
        y += height;
        return this;
    }

    /** Between the margins, unless the paragraph has a width of its own; what doesn't fit goes on on the next page. */
    public Flow text(Paragraph paragraph) {
        var lines = (Double.isInfinite(paragraph.width()) ? paragraph.within(width()) : paragraph).lines();
        for (var from = 0; from < lines.count(); ) {
            keep(lines.lineHeight());
            var fitting = Math.max(1, (int) (room() / lines.lineHeight()));
            var part = lines.part(from, Math.min(lines.count(), from + fitting));
            page.lines(part, margins.left(), y);
            y += part.height();
            from += part.count();
        }
        return this;
    }

    /** Headings are repeated on every page; a row stays on one, and what is too high for any is cut. */
    public Flow table(Table table) {
        var tag = structure.add(Kind.TABLE);
        var headings = table.columns().stream().map(Column::heading).toList();
        var header = new Row(table, headings, table.style().bold(), height() / 3);
        var headed = false;
        for (var texts : table.rows()) {
            var row = new Row(table, texts, table.style(), height() - header.height());
            if (!headed) {
                keep(header.height() + row.height());
                draw(header, tag.add(Kind.ROW), Kind.HEADER_CELL);
                headed = true;
            } else if (row.height() > room()) {
                newPage();
                draw(header, null, Kind.HEADER_CELL);
            }
            draw(row, tag.add(Kind.ROW), Kind.CELL);
        }
        if (!headed) {
            keep(header.height());
            draw(header, tag.add(Kind.ROW), Kind.HEADER_CELL);
        }
        return this;
    }

    private void draw(Row row, @Nullable Tag tag, Kind kind) {
        var x = margins.left();
        if (kind == Kind.HEADER_CELL) {
            page.fill(x, y, width(), row.height(), Colour.LIGHT);
        }
        for (var column = 0; column < row.cells.size(); column++) {
            var cell = row.cells.get(column);
            page.outline(x, y, row.widths.get(column), row.height(), GRID);
            page.within(tag == null ? null : tag.add(kind))
                    .lines(cell, x + PADDING, y + (row.height() - cell.height()) / 2);
            x += row.widths.get(column);
        }
        y += row.height();
    }

    private double height() {
        return paper.height() - margins.top() - margins.bottom();
    }

    private boolean atTop() {
        return y <= margins.top();
    }

    /** One row of a table, set. */
    private final class Row {

        private final List<Double> widths = new ArrayList<>();
        private final List<Lines> cells = new ArrayList<>();
        private final double least;

        Row(Table table, List<String> texts, TextStyle style, double most) {
            least = table.rowHeight();
            var shares = table.columns().stream().mapToDouble(Column::share).sum();
            for (var i = 0; i < texts.size(); i++) {
                var column = table.columns().get(i);
                var width = width() * column.share() / shares;
                var room = Paragraph.of(texts.get(i), style)
                        .within(Math.max(1, width - 2 * PADDING))
                        .aligned(column.alignment());
                widths.add(width);
                cells.add(room.atMost(Math.max(
                                1, (int) ((most - 2 * PADDING) / Units.millimetres(style.size() * style.leading()))))
                        .lines());
            }
        }

        double height() {
            return Math.max(
                    least,
                    2 * PADDING
                            + cells.stream().mapToDouble(Lines::height).max().orElse(0));
        }
    }
}
