package org.sala.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is copied out of a document, searched for in it or read aloud is what was put in, letter by letter. */
class TextLayerTest {

    private static final int LINES_ON_A_PAGE = 30;

    private static final List<String> TEXTS =
            Stream.of(Corpus.cldr(), Corpus.byHand()).flatMap(List::stream).toList();

    @TempDir
    private Path folder;

    @Test
    void pdfBoxReadsEveryText() throws Exception {
        try (var document = Loader.loadPDF(document())) {
            assertThat(new PDFTextStripper().getText(document).lines()).containsExactlyElementsOf(TEXTS);
        }
    }

    @Test
    void popplerReadsEveryText() throws Exception {
        var poppler = Tool.of("pdftotext", "poppler-utils");
        var file = folder.resolve("texts.pdf");
        Files.write(file, document());
        assertThat(poppler.run(file, "-raw", "-nopgbrk", "-enc", "UTF-8", "-", "-"))
                .containsExactlyElementsOf(TEXTS);
    }

    /** For readers that know nothing of a span's own text. */
    @Test
    void theGlyphsThemselvesSayEveryText() throws Exception {
        var said = new StringBuilder();
        try (var document = Loader.loadPDF(document())) {
            new PDFTextStripper() {
                @Override
                protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
                    said.append(font.toUnicode(code));
                }
            }.getText(document);
        }
        // a glyph too many stands for a zero-width space
        assertThat(said.toString().replace("\u200B", ""))
                .isEqualTo(String.join("", TEXTS).replace("\u200B", ""));
    }

    private static byte[] document() {
        var document = new PdfDocument("Texts", Locale.of("km"));
        for (var from = 0; from < TEXTS.size(); from += LINES_ON_A_PAGE) {
            var page = document.page(Paper.A4.landscape());
            var texts = TEXTS.subList(from, Math.min(TEXTS.size(), from + LINES_ON_A_PAGE));
            for (var i = 0; i < texts.size(); i++) {
                page.text(Paragraph.of(texts.get(i), TextStyle.of(9)), 10, 6 * (i + 1));
            }
        }
        return document.bytes();
    }
}
