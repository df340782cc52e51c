package org.sala.pdf;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.sala.pdf.Units.points;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a page draws, in PDF's operators; lengths are points from its lower left corner. */
final class Content {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final int page;
    private final StringBuilder operators = new StringBuilder();
    private int marked;

    /** @param page from 0 */
    Content(int page) {
        this.page = page;
    }

    /**
     * What follows, up to {@link #end}, is the content of a tag; without one it means nothing, as lines and backgrounds do, and what
     * repeats itself on every page.
     */
    void begin(@Nullable Tag tag) {
        if (tag == null) {
            operators.append("/Artifact BMC\n");
        } else {
            tag.content = new Tag.Content(page, marked);
            operators
                    .append('/')
                    .append(tag.kind.pdfName)
                    .append(" <</MCID ")
                    .append(marked++)
                    .append(">> BDC\n");
        }
    }

    void end() {
        operators.append("EMC\n");
    }

    /** Draws a run from where its baseline begins, with what it says for whoever copies or reads it aloud. */
    void run(GlyphRun run, FontSubset font, double x, double y, TextStyle style) {
        operators
                .append("/Span <</ActualText <FEFF")
                .append(HEX.formatHex(run.text().getBytes(UTF_16BE)))
                .append("> /Lang (")
                .append(run.face().language)
                .append(")>> BDC\nBT\n/")
                .append(font.name())
                .append(' ');
        number(style.size()).append("Tf\n");
        colour(style.colour()).append("rg\n1 0 0 1 ");
        number(x);
        number(y).append("Tm\n");
        glyphs(run, font, style.size());
        operators.append("ET\nEMC\n");
    }

    /**
     * Up and down glyphs are moved by a rise, which ends their string; sideways only back. What is between a glyph and the next one
     * belongs to its width: readers take a gap for a space, and a mark that is set back leaves one.
     */
    private void glyphs(GlyphRun run, FontSubset font, double size) {
        var pen = 0;
        var rise = 0;
        operators.append('[');
        for (var i = 0; i < run.glyphs().size(); i++) {
            var glyph = run.glyphs().get(i);
            if (glyph.y() != rise) {
                rise = glyph.y();
                operators.append("] TJ\n");
                number(rise * size / Face.UNITS).append("Ts\n[");
            }
            if (glyph.x() != pen) {
                operators.append(pen - glyph.x());
            }
            var next = i + 1 == run.glyphs().size()
                    ? run.advance()
                    : run.glyphs().get(i + 1).x();
            var width = Math.max(run.face().advance(glyph.id()), next - glyph.x());
            operators
                    .append('<')
                    .append(HEX.toHexDigits((char) font.code(glyph, width)))
                    .append('>');
            pen = glyph.x() + width;
        }
        operators.append("] TJ\n");
        if (rise != 0) {
            operators.append("0 Ts\n");
        }
    }

    void line(double fromX, double fromY, double toX, double toY, Stroke stroke) {
        begin(stroke);
        number(fromX);
        number(fromY).append("m ");
        number(toX);
        number(toY).append("l S Q\n");
    }

    void outline(double x, double y, double width, double height, Stroke stroke) {
        begin(stroke);
        rectangle(x, y, width, height);
        operators.append("S Q\n");
    }

    void fill(double x, double y, double width, double height, Colour colour) {
        operators.append("q ");
        colour(colour).append("rg ");
        rectangle(x, y, width, height);
        operators.append("f Q\n");
    }

    /** All squares as one shape, so that no viewer shows seams between them; on whole numbers, which is exact. */
    void squares(boolean[][] dark, double x, double y, double side, Colour colour) {
        operators.append("q ");
        colour(colour).append("rg ");
        var module = side / dark.length;
        number(module).append("0 0 ");
        number(module);
        number(x);
        number(y).append("cm\n");
        for (var row = 0; row < dark.length; row++) {
            for (var column = 0; column < dark[row].length; ) {
                var end = column;
                while (end < dark[row].length && dark[row][end]) {
                    end++;
                }
                if (end > column) {
                    rectangle(column, dark.length - 1 - row, end - column, 1);
                }
                column = end + 1;
            }
        }
        operators.append("f Q\n");
    }

    byte[] bytes() {
        return operators.toString().getBytes(US_ASCII);
    }

    private void begin(Stroke stroke) {
        operators.append("q ");
        colour(stroke.colour()).append("RG ");
        number(points(stroke.width())).append("w ");
        if (stroke.dash() > 0) {
            operators.append('[');
            number(points(stroke.dash())).append("] 0 d ");
        }
    }

    private void rectangle(double x, double y, double width, double height) {
        number(x);
        number(y);
        number(width);
        number(height).append("re ");
    }

    private StringBuilder colour(Colour colour) {
        number(colour.red());
        number(colour.green());
        return number(colour.blue());
    }

    /** With three places, a space behind. */
    private StringBuilder number(double number) {
        var thousandths = Math.round(number * 1000);
        if (thousandths < 0) {
            operators.append('-');
        }
        var absolute = Math.abs(thousandths);
        operators.append(absolute / 1000);
        var fraction = (int) (absolute % 1000);
        if (fraction != 0) {
            operators.append('.').append(fraction / 100);
            if (fraction % 100 != 0) {
                operators.append(fraction / 10 % 10);
                if (fraction % 10 != 0) {
                    operators.append(fraction % 10);
                }
            }
        }
        return operators.append(' ');
    }
}
