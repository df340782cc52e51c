package org.sala.ui.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sala.pdf.Alignment;
import org.sala.pdf.Area;
import org.sala.pdf.Colour;
import org.sala.pdf.Paper;
import org.sala.pdf.Paragraph;
import org.sala.pdf.PdfDocument;
import org.sala.pdf.QrCode;
import org.sala.pdf.Stroke;
import org.sala.pdf.TextStyle;
import org.sala.ui.language.Words;

/** Draws badges. Names are as large as they fit; the code is the signed token of the badge, and nothing personal. */
final class Badges {

    private static final Colour LAKE = new Colour(0x0F5C5A);
    private static final double EDGE = 5;
    private static final double WIDTH = 105;
    private static final double HEIGHT = 74;
    private static final int COLUMNS = 2;
    private static final int ROWS = 4;
    private static final double MARK = 4;
    private static final double GAP = 1.5;

    /**
     * A badge.
     *
     * @param code what its QR code says
     */
    record Badge(@Nullable String km, @Nullable String latin, String organization, String role, String code) {

        /** Shows nothing of whoever it is. */
        @Override
        public String toString() {
            return "Badge";
        }
    }

    private Badges() {}

    /**
     * Writes badges in their order.
     *
     * @param title of the summit, on each of them
     * @param about title of the file, as viewers show it
     * @throws IOException of the stream
     */
    static void write(List<Badge> badges, BadgePaper paper, String title, String about, Locale locale, OutputStream out)
            throws IOException {
        var document = new PdfDocument(about, locale);
        switch (paper) {
            case A6 -> badges.forEach(badge -> tall(document.page(Paper.A6), badge, title, locale));
            case EIGHT_ON_A4 -> {
                for (var from = 0; from < badges.size(); from += COLUMNS * ROWS) {
                    page(document, badges.subList(from, Math.min(badges.size(), from + COLUMNS * ROWS)), title, locale);
                }
            }
        }
        document.write(out);
    }

    private static void page(PdfDocument document, List<Badge> badges, String title, Locale locale) {
        var page = document.page(Paper.A4);
        for (var i = 0; i < badges.size(); i++) {
            var x = Math.floorMod(i, COLUMNS) * WIDTH;
            var y = Math.floorDiv(i, COLUMNS) * HEIGHT;
            wide(page.part(x, y, WIDTH, HEIGHT), badges.get(i), title, locale);
        }
        cutMarks(page);
    }

    /** Short crosses where cuts meet, so that no line is left on a badge. */
    private static void cutMarks(Area page) {
        for (var column = 0; column <= COLUMNS; column++) {
            for (var row = 0; row <= ROWS; row++) {
                var x = column * WIDTH;
                var y = row * HEIGHT;
                page.line(Math.max(0, x - MARK), y, Math.min(page.width(), x + MARK), y, Stroke.THIN);
                page.line(x, Math.max(0, y - MARK), x, Math.min(page.height(), y + MARK), Stroke.THIN);
            }
        }
    }

    private static void tall(Area page, Badge badge, String title, Locale locale) {
        var width = page.width() - 2 * EDGE;
        page.fill(0, 0, page.width(), 20, LAKE);
        middle(page, title, TextStyle.of(13).bold().coloured(Colour.WHITE), EDGE, width, 3, 14, 2, 8);
        var y = names(page, badge, EDGE, 25, width, 34, 22, 40, Alignment.CENTRE);
        y = text(page, badge.organization(), TextStyle.of(13), EDGE, y + GAP, width, 3, 8, Alignment.CENTRE);
        text(
                page,
                badge.role(),
                TextStyle.of(13).bold().coloured(LAKE),
                EDGE,
                Math.max(y + GAP, 88),
                width,
                1,
                8,
                Alignment.CENTRE);
        var side = 46.0;
        page.qrCode(
                QrCode.of(badge.code(), QrCode.Correction.MEDIUM),
                (page.width() - side) / 2,
                page.height() - side - 3,
                side,
                Words.of(locale, "lists.badge.code"));
    }

    private static void wide(Area badge, Badge of, String title, Locale locale) {
        var side = 35.0;
        var width = badge.width() - 3 * EDGE - side + 4;
        badge.fill(0, 0, badge.width(), 13, LAKE);
        middle(
                badge,
                title,
                TextStyle.of(11).bold().coloured(Colour.WHITE),
                EDGE,
                badge.width() - 2 * EDGE,
                1.5,
                10,
                2,
                6);
        var y = names(badge, of, EDGE, 16, width, 24, 16, 30, Alignment.LEFT);
        text(badge, of.organization(), TextStyle.of(10), EDGE, Math.max(y + GAP, 44), width, 3, 6.5, Alignment.LEFT);
        text(
                badge,
                of.role(),
                TextStyle.of(10).bold().coloured(LAKE),
                EDGE,
                badge.height() - 11,
                width,
                1,
                6,
                Alignment.LEFT);
        badge.qrCode(
                QrCode.of(of.code(), QrCode.Correction.MEDIUM),
                badge.width() - side - EDGE + 2,
                badge.height() - side - EDGE,
                side,
                Words.of(locale, "lists.badge.code"));
    }

    /** Both scripts; the one that a person writes first is the larger, and alone it is larger still. */
    private static double names(
            Area area,
            Badge badge,
            double x,
            double y,
            double width,
            double large,
            double small,
            double most,
            Alignment alignment) {
        var first = Objects.requireNonNullElse(badge.km(), Objects.requireNonNullElse(badge.latin(), ""));
        var size = large;
        while (true) {
            var one = name(first, size, width, alignment).asHeading().lines();
            var two = badge.km() == null || badge.latin() == null
                    ? null
                    : name(badge.latin(), Math.min(small, size), width, alignment)
                            .lines();
            var height = one.height() + (two == null ? 0 : two.height());
            if (height <= most || size <= 9) {
                area.lines(one, x, y);
                if (two != null) {
                    area.lines(two, x, y + one.height());
                }
                return y + height;
            }
            size -= 1;
        }
    }

    private static Paragraph name(String name, double size, double width, Alignment alignment) {
        return Paragraph.of(name, TextStyle.of(size).bold())
                .within(width)
                .aligned(alignment)
                .atMost(2)
                .shrinkingTo(Math.min(size, 8));
    }

    private static double text(
            Area area,
            String text,
            TextStyle style,
            double x,
            double y,
            double width,
            int most,
            double smallest,
            Alignment alignment) {
        return y
                + area.text(
                                Paragraph.of(text, style)
                                        .within(width)
                                        .aligned(alignment)
                                        .atMost(most)
                                        .shrinkingTo(smallest),
                                x,
                                y)
                        .height();
    }

    /** In the middle of a band. */
    private static void middle(
            Area area,
            String text,
            TextStyle style,
            double x,
            double width,
            double top,
            double height,
            int most,
            double smallest) {
        var lines = Paragraph.of(text, style)
                .within(width)
                .aligned(Alignment.CENTRE)
                .atMost(most)
                .shrinkingTo(smallest)
                .lines();
        area.lines(lines, x, top + Math.max(0, (height - lines.height()) / 2));
    }
}
