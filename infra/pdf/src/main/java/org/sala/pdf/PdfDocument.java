package org.sala.pdf;

import static org.sala.pdf.Units.points;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A document in the making: pages to draw on, by hand ({@link #page}) or down the pages ({@link #flow}), then {@link #write}. Equal
 * drawing gives equal bytes. For one thread; several documents may be made at once.
 *
 * <pre>{@code
 * var document = new PdfDocument("Badges", Locale.of("km"));
 * var page = document.page(Paper.A6);
 * page.text(Paragraph.of("សុខ សុភា", TextStyle.of(28).bold()).within(95).atMost(2).shrinkingTo(12), 5, 40);
 * page.qrCode(QrCode.of(token, QrCode.Correction.MEDIUM), 35, 90, 40, "លេខសម្គាល់");
 * document.write(out);
 * }</pre>
 */
public final class PdfDocument {

    /** What stands on every page. */
    public interface OnEveryPage {

        /**
         * Draws on one of them.
         *
         * @param page to draw on, over what it has already
         * @param number of the page, from 1
         * @param of how many pages there are
         */
        void draw(Area page, int number, int of);
    }

    private record Sheet(Paper paper, Content content) {}

    private final String title;
    private final Locale language;
    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<Face, FontSubset> fonts = new LinkedHashMap<>();
    private final List<OnEveryPage> onEveryPage = new ArrayList<>();
    private final Tag structure = new Tag(Tag.Kind.DOCUMENT, null);
    private boolean finished;

    /**
     * Begins a document without pages.
     *
     * @param title as viewers show it
     * @param language that most of it is in
     */
    public PdfDocument(String title, Locale language) {
        this.title = title;
        this.language = language;
    }

    /**
     * Adds a page.
     *
     * @throws IllegalStateException once the document is written, as everything that draws
     */
    public Area page(Paper paper) {
        stillOpen();
        var content = new Content(sheets.size());
        sheets.add(new Sheet(paper, content));
        return new Area(this, content, structure, paper);
    }

    /** Adds a page, and further ones as the content needs them. */
    public Flow flow(Paper paper, Margins margins) {
        return new Flow(this, structure, paper, margins);
    }

    /** Draws on every page, when all of them are there: page numbers, running heads. It is no part of what is read aloud. */
    public void onEveryPage(OnEveryPage drawing) {
        stillOpen();
        onEveryPage.add(drawing);
    }

    public int pages() {
        return sheets.size();
    }

    /** The whole file. */
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try {
            write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes everything", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes the whole file, and leaves the stream open. Nothing can be drawn after that; it can be written again.
     *
     * @throws IOException of the stream
     * @throws IllegalStateException for a document without pages
     */
    public void write(OutputStream out) throws IOException {
        if (sheets.isEmpty()) {
            throw new IllegalStateException("no pages");
        }
        finish();
        try (var document = new PDDocument()) {
            var resources = resources();
            var pages = new ArrayList<PDPage>();
            var identity = new CRC32();
            for (var sheet : sheets) {
                var page =
                        new PDPage(new PDRectangle((float) points(sheet.paper().width()), (float)
                                points(sheet.paper().height())));
                var content = sheet.content().bytes();
                identity.update(content);
                var stream = new PDStream(document);
                try (var operators = stream.createOutputStream(COSName.FLATE_DECODE)) {
                    operators.write(content);
                }
                page.setContents(stream);
                page.setResources(resources);
                document.addPage(page);
                pages.add(page);
            }
            var catalog = document.getDocumentCatalog();
            catalog.setLanguage(language.toLanguageTag());
            var preferences = new PDViewerPreferences(new COSDictionary());
            preferences.setDisplayDocTitle(true);
            catalog.setViewerPreferences(preferences);
            document.getDocumentInformation().setTitle(title);
            StructureTree.add(structure, pages, catalog);
            document.setDocumentId(identity.getValue());
            document.save(out);
        }
    }

    FontSubset font(Face face) {
        return fonts.computeIfAbsent(face, FontSubset::new);
    }

    void stillOpen() {
        if (finished) {
            throw new IllegalStateException("the document is written");
        }
    }

    private void finish() {
        if (!finished) {
            for (var number = 1; number <= sheets.size(); number++) {
                var sheet = sheets.get(number - 1);
                var page = new Area(this, sheet.content(), null, sheet.paper());
                for (var drawing : onEveryPage) {
                    drawing.draw(page, number, sheets.size());
                }
            }
            finished = true;
        }
    }

    private PDResources resources() throws IOException {
        var named = new COSDictionary();
        for (var font : fonts.values()) {
            named.setItem(COSName.getPDFName(font.name()), font.font());
        }
        var resources = new COSDictionary();
        resources.setItem(COSName.FONT, named);
        return new PDResources(resources);
    }
}
