package org.sala.pdf;

import static org.sala.pdf.Units.millimetres;

import java.util.List;

/** A paragraph that is set: its lines, and how much room they take. Drawn by {@link Area#lines}, as often as wanted. */
public final class Lines {

    private final List<Line> lines;
    private final TextStyle style;
    private final double width;
    private final Alignment alignment;
    private final boolean cut;
    private final boolean heading;

    Lines(List<Line> lines, TextStyle style, double width, Alignment alignment, boolean cut, boolean heading) {
        this.lines = lines;
        this.style = style;
        this.width = width;
        this.alignment = alignment;
        this.cut = cut;
        this.heading = heading;
    }

    /** Of the longest line, in millimetres. */
    public double width() {
        return lines.stream().mapToDouble(this::widthOf).max().orElse(0);
    }

    /** Of all lines with their leading, in millimetres. */
    public double height() {
        return lines.size() * lineHeight();
    }

    /** How many there are; 0 for no text. */
    public int count() {
        return lines.size();
    }

    /** The size that the letters came to have, in points. */
    public double size() {
        return style.size();
    }

    /** Whether text had to be left out. */
    public boolean cut() {
        return cut;
    }

    double lineHeight() {
        return millimetres(style.size() * style.leading());
    }

    /** How far the first baseline is below the upper edge, in millimetres: the letters stand in the middle of their leading. */
    double firstBaseline() {
        var around = style.leading() * Face.UNITS - (Face.ASCENT + Face.DESCENT);
        return millimetres(style.size() * (around / 2 + Face.ASCENT) / Face.UNITS);
    }

    /** How far a line begins to the right of the left edge, in millimetres. */
    double indent(Line line) {
        var room = Double.isInfinite(width) ? width() : width;
        return (room - widthOf(line)) * alignment.before;
    }

    List<Line> all() {
        return lines;
    }

    TextStyle style() {
        return style;
    }

    boolean heading() {
        return heading;
    }

    /** The lines from the first to before the last, as if they were all. */
    Lines part(int from, int to) {
        return new Lines(lines.subList(from, to), style, width, alignment, cut && to == lines.size(), heading);
    }

    private double widthOf(Line line) {
        return millimetres(line.width() * style.size() / Face.UNITS);
    }
}
