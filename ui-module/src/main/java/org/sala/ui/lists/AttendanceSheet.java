package org.sala.ui.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sala.pdf.Alignment;
import org.sala.pdf.Colour;
import org.sala.pdf.Column;
import org.sala.pdf.Margins;
import org.sala.pdf.Paper;
import org.sala.pdf.Paragraph;
import org.sala.pdf.PdfDocument;
import org.sala.pdf.Table;
import org.sala.pdf.TextStyle;
import org.sala.registration.api.PersonName;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;

/** A sheet for a door without power: who is expected, by name, with room to sign, and some lines for who isn't on it. */
final class AttendanceSheet {

    private static final int LINES_FOR_OTHERS = 8;
    private static final double ROW = 13;

    private AttendanceSheet() {}

    /** Somebody who is expected. */
    record Expected(PersonName name, String organization) {

        /** Shows nothing of whoever it is. */
        @Override
        public String toString() {
            return "Expected";
        }
    }

    /**
     * Writes the sheet.
     *
     * @param day with {@code mode}: as people call them
     */
    static void write(
            List<Expected> people,
            String day,
            String mode,
            String venue,
            Origin origin,
            Locale locale,
            OutputStream out)
            throws IOException {
        var khmer = Words.isKhmer(locale);
        var title = Words.of(locale, "lists.paper.sheet");
        var document = new PdfDocument(title + " · " + day, locale);
        var flow = document.flow(Paper.A4, new Margins(14, 14, 18, 14));
        flow.text(Paragraph.of(
                origin.summit().title().in(locale), TextStyle.of(11).coloured(Colour.GREY)));
        flow.text(Paragraph.of(title + " · " + day, TextStyle.of(18).bold()).asHeading());
        flow.text(Paragraph.of(mode + " · " + venue + " · " + Figures.whole(people.size()), TextStyle.of(11)));
        flow.gap(3);
        var rows = new ArrayList<List<String>>();
        var sorted = people.stream()
                .sorted(java.util.Comparator.comparing(Expected::name, NameOrder.of(khmer)))
                .toList();
        for (var i = 0; i < sorted.size(); i++) {
            var one = sorted.get(i);
            rows.add(List.of(
                    Integer.toString(i + 1),
                    both(
                            khmer ? one.name().km() : one.name().latin(),
                            khmer ? one.name().latin() : one.name().km()),
                    one.organization(),
                    ""));
        }
        for (var i = 0; i < LINES_FOR_OTHERS; i++) {
            rows.add(List.of("", "", "", ""));
        }
        flow.table(new Table(
                List.of(
                        new Column(Words.of(locale, "lists.col.number"), 0.9, Alignment.RIGHT),
                        Column.of(Words.of(locale, "lists.field.NAME"), 5),
                        Column.of(Words.of(locale, "lists.col.organization"), 5),
                        Column.of(Words.of(locale, "lists.col.signature"), 4)),
                TextStyle.of(10.5).leaded(1.4),
                ROW,
                rows));
        document.onEveryPage((page, number, of) -> {
            var small = TextStyle.of(7.5).coloured(Colour.GREY);
            page.text(
                    Paragraph.of(origin.sentence(locale), small)
                            .within(page.width() - 60)
                            .atMost(2)
                            .shrinkingTo(5),
                    14,
                    page.height() - 14);
            page.text(
                    Paragraph.of(Words.of(locale, "lists.paper.page", number, of), TextStyle.of(9))
                            .within(40)
                            .aligned(Alignment.RIGHT),
                    page.width() - 54,
                    page.height() - 14);
        });
        document.write(out);
    }

    private static String both(@Nullable String one, @Nullable String other) {
        return Stream.of(java.util.Optional.ofNullable(one), java.util.Optional.ofNullable(other))
                .flatMap(java.util.Optional::stream)
                .collect(Collectors.joining("\n"));
    }
}
