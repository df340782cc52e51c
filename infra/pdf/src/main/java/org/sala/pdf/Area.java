package org.sala.pdf;

import static org.sala.pdf.Units.points;

import org.jspecify.annotations.Nullable;
import org.sala.pdf.Tag.Kind;

/**
 * A page or a rectangle on it, to draw on. Lengths are millimetres, x to the right and y down from the area's upper left corner.
 * What is drawn later covers what was drawn before, and nothing is clipped at the area's edges. Reading order is drawing order.
 */
public final class Area {

    private final PdfDocument document;
    private final Content content;
    private final @Nullable Tag tag;
    private final Paper paper;
    private final double left;
    private final double top;
    private final double width;
    private final double height;

    Area(PdfDocument document, Content content, @Nullable Tag tag, Paper paper) {
        this(document, content, tag, paper, 0, 0, paper.width(), paper.height());
    }

    private Area(
            PdfDocument document,
            Content content,
            @Nullable Tag tag,
            Paper paper,
            double left,
            double top,
            double width,
            double height) {
        this.document = document;
        this.content = content;
        this.tag = tag;
        this.paper = paper;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
    }

    /** In millimetres. */
    public double width() {
        return width;
    }

    /** In millimetres. */
    public double height() {
        return height;
    }

    /** A rectangle on this area, with its own origin: several of what is drawn once, such as badges to cut. */
    public Area part(double x, double y, double width, double height) {
        return new Area(document, content, tag, paper, left + x, top + y, width, height);
    }

    /** What is drawn on it belongs to a part of the document's structure, or to none. */
    Area within(@Nullable Tag tag) {
        return new Area(document, content, tag, paper, left, top, width, height);
    }

    /**
     * Sets a paragraph and draws it; (x, y) is the upper left corner of its first line, leading included.
     *
     * @return what was drawn, for its height and whether it had to be cut
     */
    public Lines text(Paragraph paragraph, double x, double y) {
        var lines = paragraph.lines();
        lines(lines, x, y);
        return lines;
    }

    /** Draws what is set already; (x, y) is the upper left corner of its first line, leading included. */
    public void lines(Lines lines, double x, double y) {
        if (lines.count() == 0) {
            return;
        }
        document.stillOpen();
        content.begin(tag == null ? null : tag.add(lines.heading() ? Kind.HEADING : Kind.PARAGRAPH));
        var style = lines.style();
        var baseline = y + lines.firstBaseline();
        for (var line : lines.all()) {
            var pen = pointsAcross(x + lines.indent(line));
            for (var run : line.runs()) {
                if (!run.glyphs().isEmpty()) {
                    content.run(run, document.font(run.face()), pen, pointsUp(baseline), style);
                }
                pen += run.advance() * style.size() / Face.UNITS;
            }
            baseline += lines.lineHeight();
        }
        content.end();
    }

    public void line(double fromX, double fromY, double toX, double toY, Stroke stroke) {
        artifact(() -> content.line(pointsAcross(fromX), pointsUp(fromY), pointsAcross(toX), pointsUp(toY), stroke));
    }

    /** Only the edge of a rectangle. */
    public void outline(double x, double y, double width, double height, Stroke stroke) {
        artifact(() -> content.outline(pointsAcross(x), pointsUp(y + height), points(width), points(height), stroke));
    }

    /** A rectangle without an edge. */
    public void fill(double x, double y, double width, double height, Colour colour) {
        artifact(() -> content.fill(pointsAcross(x), pointsUp(y + height), points(width), points(height), colour));
    }

    /**
     * Draws a QR code in black on white, its quiet zone included.
     *
     * @param side of the square with the quiet zone
     * @param alternative what it is, for readers by ear, in the document's language
     */
    public void qrCode(QrCode code, double x, double y, double side, String alternative) {
        var margin = side * QrCode.QUIET_ZONE / (code.modules() + 2 * QrCode.QUIET_ZONE);
        fill(x, y, side, side, Colour.WHITE);
        squares(code.dark(), x + margin, y + margin, side - 2 * margin, Colour.BLACK, alternative);
    }

    /**
     * Draws a square picture of squares, as vectors.
     *
     * @param filled rows from above, each from the left, as many as there are in a row
     * @param alternative what it shows, for readers by ear, in the document's language
     * @throws IllegalArgumentException for a picture that is no square, or none at all
     */
    public void squares(boolean[][] filled, double x, double y, double side, Colour colour, String alternative) {
        if (filled.length == 0) {
            throw new IllegalArgumentException("no squares");
        }
        for (var row : filled) {
            if (row.length != filled.length) {
                throw new IllegalArgumentException("%d rows of %d".formatted(filled.length, row.length));
            }
        }
        document.stillOpen();
        content.begin(tag == null ? null : tag.add(Kind.FIGURE, alternative));
        content.squares(filled, pointsAcross(x), pointsUp(y + side), points(side), colour);
        content.end();
    }

    private void artifact(Runnable drawing) {
        document.stillOpen();
        content.begin(null);
        drawing.run();
        content.end();
    }

    private double pointsAcross(double x) {
        return points(left + x);
    }

    private double pointsUp(double y) {
        return points(paper.height() - top - y);
    }
}
