package org.sala.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfDocumentTest {

    private static final TextStyle STYLE = TextStyle.of(10);

    @Test
    void equalDrawingGivesEqualBytes() {
        assertThat(sheet(50).bytes()).isEqualTo(sheet(50).bytes());
    }

    @Test
    void otherContentGivesAnotherIdentity() throws Exception {
        try (var one = Loader.loadPDF(sheet(50).bytes());
                var other = Loader.loadPDF(sheet(51).bytes())) {
            assertThat(one.getDocument().getDocumentID().toString())
                    .isNotEqualTo(other.getDocument().getDocumentID().toString());
        }
    }

    @Test
    void aDocumentIsWrittenAgainAsItWas() {
        var document = sheet(3);
        assertThat(document.bytes()).isEqualTo(document.bytes());
    }

    @Test
    void documentsAreMadeAtOnceWithoutMeddling() throws Exception {
        var alone = sheet(40).bytes();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var made = IntStream.range(0, 16)
                    .mapToObj(i -> threads.submit(() -> sheet(40).bytes()))
                    .toList();
            for (var one : made) {
                assertThat(one.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void nothingIsDrawnOnceItIsWritten() {
        var document = new PdfDocument("", Locale.ENGLISH);
        var page = document.page(Paper.A6);
        document.bytes();
        assertThatThrownBy(() -> page.text(Paragraph.of("late", STYLE), 0, 0))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> document.page(Paper.A6)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDocumentWithoutPagesIsNone() {
        assertThatThrownBy(() -> new PdfDocument("", Locale.ENGLISH).bytes()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void titleLanguageAndSizesAreInTheFile() throws Exception {
        var document = new PdfDocument("ស្លាក", Locale.of("km"));
        document.page(Paper.A6);
        document.page(Paper.A4.landscape());
        try (var read = Loader.loadPDF(document.bytes())) {
            assertThat(read.getDocumentInformation().getTitle()).isEqualTo("ស្លាក");
            assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo("km");
            assertThat(Math.round(read.getPage(0).getMediaBox().getWidth())).isEqualTo(298);
            assertThat(Math.round(read.getPage(1).getMediaBox().getWidth())).isEqualTo(842);
        }
    }

    @Test
    void aTableHasItsHeadingsOnEveryPageAndEveryRowOnce() throws Exception {
        try (var document = Loader.loadPDF(sheet(100).bytes())) {
            assertThat(document.getNumberOfPages()).isGreaterThan(3);
            var rows = 0;
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                var lines = text(document, page).lines().toList();
                assertThat(lines).contains("ល.រ ឈ្មោះ Name ហត្ថលេខា");
                assertThat(lines.getLast()).isEqualTo("ទំព័រ %d / %d".formatted(page, document.getNumberOfPages()));
                rows += (int) lines.stream()
                        .filter(line -> line.matches("\\d+ សុខ សុភា Sok Sophea"))
                        .count();
            }
            assertThat(rows).isEqualTo(100);
        }
    }

    @Test
    void aRowThatNoPageHasRoomForIsCut() throws Exception {
        var document = new PdfDocument("", Locale.ENGLISH);
        document.flow(Paper.A6, Margins.of(10))
                .table(new Table(
                        List.of(Column.of("A", 1), Column.of("B", 1)),
                        STYLE,
                        5,
                        List.of(List.of("word ".repeat(1000), "b"), List.of("last", "row"))));
        try (var read = Loader.loadPDF(document.bytes())) {
            assertThat(read.getNumberOfPages()).isEqualTo(2);
            assertThat(text(read, 1)).contains("…");
            assertThat(text(read, 2)).contains("last row");
        }
    }

    @Test
    void aTableWithoutRowsShowsItsHeadings() throws Exception {
        var document = new PdfDocument("", Locale.ENGLISH);
        document.flow(Paper.A6, Margins.of(10)).table(new Table(List.of(Column.of("Name", 1)), STYLE, 5, List.of()));
        try (var read = Loader.loadPDF(document.bytes())) {
            assertThat(text(read, 1)).isEqualToIgnoringNewLines("Name");
        }
    }

    @Test
    void aRowOfTheWrongLengthIsRefused() {
        assertThatThrownBy(() -> new Table(List.of(Column.of("A", 1)), STYLE, 5, List.of(List.of("a", "b"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void marginsThatLeaveNoRoomAreRefused() {
        var document = new PdfDocument("", Locale.ENGLISH);
        assertThatThrownBy(() -> document.flow(Paper.A6, Margins.of(60))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLongTextGoesOnOnTheNextPage() throws Exception {
        var text = "ព្រះរាជាណាចក្រកម្ពុជា Sala ".repeat(400).strip();
        var document = new PdfDocument("", Locale.of("km"));
        document.flow(Paper.A5, Margins.of(15)).text(Paragraph.of(text, STYLE));
        assertThat(document.pages()).isGreaterThan(2);
        try (var read = Loader.loadPDF(document.bytes())) {
            assertThat(new PDFTextStripper().getText(read).replaceAll("[\n ]", ""))
                    .isEqualTo(text.replace(" ", ""));
        }
    }

    @Test
    void readersByEarFindWhatIsWhatInItsOrder() throws Exception {
        var document = new PdfDocument("", Locale.ENGLISH);
        var flow = document.flow(Paper.A4, Margins.of(15));
        flow.text(Paragraph.of("Title", STYLE).asHeading());
        flow.table(new Table(List.of(Column.of("A", 1)), STYLE, 5, List.of(List.of("1"), List.of("2"))));
        flow.page().qrCode(QrCode.of("x", QrCode.Correction.LOW), 100, 100, 20, "Code");
        document.onEveryPage((page, number, of) -> page.text(Paragraph.of("not read", STYLE), 0, 0));
        try (var read = Loader.loadPDF(document.bytes())) {
            var catalog = read.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            var kinds = new ArrayList<String>();
            collect(catalog.getStructureTreeRoot(), kinds);
            assertThat(kinds)
                    .containsExactly(
                            "Document",
                            "H1",
                            "Table",
                            "TR",
                            "TH",
                            "P",
                            "TR",
                            "TD",
                            "P",
                            "TR",
                            "TD",
                            "P",
                            "Figure Code");
        }
    }

    private static void collect(PDStructureNode node, List<String> kinds) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                var said = element.getAlternateDescription();
                kinds.add(element.getStructureType() + (said == null ? "" : " " + said));
                collect(element, kinds);
            }
        }
    }

    private static String text(PDDocument document, int page) throws Exception {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    private static PdfDocument sheet(int rows) {
        var document = new PdfDocument("បញ្ជីវត្តមាន", Locale.of("km"));
        var columns =
                List.of(new Column("ល.រ", 1, Alignment.RIGHT), Column.of("ឈ្មោះ Name", 5), Column.of("ហត្ថលេខា", 4));
        document.flow(Paper.A4, Margins.of(15))
                .text(Paragraph.of("បញ្ជីវត្តមាន Attendance", STYLE.bold().sized(18))
                        .asHeading())
                .table(new Table(
                        columns,
                        STYLE,
                        8,
                        IntStream.rangeClosed(1, rows)
                                .mapToObj(row -> List.of(String.valueOf(row), "សុខ សុភា Sok Sophea", ""))
                                .toList()));
        document.onEveryPage((page, number, of) -> page.text(
                Paragraph.of("ទំព័រ %d / %d".formatted(number, of), STYLE.sized(8))
                        .within(page.width())
                        .aligned(Alignment.CENTRE),
                0,
                page.height() - 8));
        return document;
    }
}
