package org.sala.pdf;

import static org.sala.pdf.Units.points;

import java.util.ArrayList;
import java.util.List;

/**
 * Text in Khmer, Latin or both, and how it is to be set. {@link #lines()} sets it; {@link Area#text} does, and draws it.
 *
 * <p>A line feed in the text ends a line, a tabulator is a space, other control characters and soft hyphens are left out. What the
 * fonts of this module don't have (they have Khmer, Latin, Greek and Cyrillic) shows as a box; the text layer holds it all the same.
 *
 * @param width in millimetres, more than 0, at which lines are broken; infinite where they aren't
 * @param maxLines at least 1; what goes beyond is cut, with an ellipsis for it
 * @param smallest size in points down to which letters shrink, so that no line and no word has to be cut; at most the style's
 * @param atSpaces whether lines break at spaces only, and not between the words of Khmer, which has none between them
 * @param heading whether readers by ear find it as a heading
 */
public record Paragraph(
        String text,
        TextStyle style,
        double width,
        Alignment alignment,
        int maxLines,
        double smallest,
        boolean atSpaces,
        boolean heading) {

    private static final double STEP = 0.5;
    private static final String ELLIPSIS = "…";

    /** @throws IllegalArgumentException for lengths that nothing can be set in */
    public Paragraph {
        if (!(width > 0) || maxLines < 1 || !(smallest >= 1 && smallest <= style.size())) {
            throw new IllegalArgumentException("no text in %s mm, %d lines, down to %s of %s points"
                    .formatted(width, maxLines, smallest, style.size()));
        }
        text = cleaned(text);
    }

    /** From the left, on lines that end where the text says so. */
    public static Paragraph of(String text, TextStyle style) {
        return new Paragraph(
                text, style, Double.POSITIVE_INFINITY, Alignment.LEFT, Integer.MAX_VALUE, style.size(), false, false);
    }

    /** With lines broken at a width, in millimetres. */
    public Paragraph within(double width) {
        return new Paragraph(text, style, width, alignment, maxLines, smallest, atSpaces, heading);
    }

    /** Within its width; where none is given, the lines among themselves. */
    public Paragraph aligned(Alignment alignment) {
        return new Paragraph(text, style, width, alignment, maxLines, smallest, atSpaces, heading);
    }

    /** On so many lines at the most. */
    public Paragraph atMost(int maxLines) {
        return new Paragraph(text, style, width, alignment, maxLines, smallest, atSpaces, heading);
    }

    /** In smaller letters where it has to, down to a size in points. */
    public Paragraph shrinkingTo(double smallest) {
        return new Paragraph(text, style, width, alignment, maxLines, smallest, atSpaces, heading);
    }

    /** For names, which no dictionary knows: a part of one is on one line, in smaller letters if need be. */
    public Paragraph breakingAtSpaces() {
        return new Paragraph(text, style, width, alignment, maxLines, smallest, true, heading);
    }

    public Paragraph asHeading() {
        return new Paragraph(text, style, width, alignment, maxLines, smallest, atSpaces, true);
    }

    /** The text, set: this is where the work is done, once for measuring and drawing. */
    public Lines lines() {
        var breakers = text.lines()
                .map(line -> new LineBreaker(line, style.weight(), atSpaces))
                .toList();
        var size = style.size();
        var broken = broken(breakers, size);
        while (size > smallest && !(broken.whole() && broken.lines().size() <= maxLines)) {
            size = Math.max(smallest, size - STEP);
            broken = broken(breakers, size);
        }
        var kept = broken.lines();
        var cut = kept.size() > maxLines;
        if (cut) {
            kept = kept.subList(0, maxLines);
            kept.set(maxLines - 1, shortened(kept.getLast(), size));
        }
        var lines = kept.stream().map(line -> Line.of(line, style.weight())).toList();
        return new Lines(lines, style.sized(size), width, alignment, cut, heading);
    }

    private LineBreaker.Broken broken(List<LineBreaker> breakers, double size) {
        var lines = new ArrayList<String>();
        var whole = true;
        for (var breaker : breakers) {
            var broken = breaker.broken(widthAt(size));
            lines.addAll(broken.lines());
            whole &= broken.whole();
        }
        return new LineBreaker.Broken(lines, whole);
    }

    private String shortened(String line, double size) {
        var bare = line.stripTrailing();
        var room = widthAt(size) - Line.of(ELLIPSIS, style.weight()).width();
        return new LineBreaker(bare, style.weight(), atSpaces).beginning(room).stripTrailing() + ELLIPSIS;
    }

    private double widthAt(double size) {
        return points(width) / size * Face.UNITS;
    }

    private static String cleaned(String text) {
        var cleaned = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(letter -> {
            switch (letter) {
                case '\n', '\r', 0x85, 0x2028, 0x2029 -> cleaned.append('\n');
                case '\t' -> cleaned.append(' ');
                case 0xAD -> {}
                default -> {
                    switch (Character.getType(letter)) {
                        case Character.CONTROL -> {}
                        case Character.SURROGATE -> cleaned.append('\uFFFD');
                        default -> cleaned.appendCodePoint(letter);
                    }
                }
            }
        });
        return cleaned.toString();
    }

    /** Without the text, which may be somebody's name. */
    @Override
    public String toString() {
        return "Paragraph[%d letters, %s]".formatted(text.length(), style);
    }
}
