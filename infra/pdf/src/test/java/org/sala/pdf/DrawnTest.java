package org.sala.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** What a viewer shows. */
class DrawnTest {

    private static final float DPI = 144;
    private static final double SIZE = 20;

    /** The embedded glyphs, where the file places them, against the outlines that the JDK shapes from the whole font. */
    @Test
    void theInkIsWhereTheShaperPutsIt() throws Exception {
        var texts = Stream.of(
                        Corpus.cldr().stream().filter(text -> text.hashCode() % 10 == 0), Corpus.byHand().stream())
                .flatMap(it -> it)
                .toList();
        var document = new PdfDocument("Ink", Locale.of("km"));
        var paper = new Paper(240, 15);
        texts.forEach(text -> document.page(paper).text(Paragraph.of(text, TextStyle.of(SIZE)), 5, 2));
        var baseline = 2 + Paragraph.of("ក", TextStyle.of(SIZE)).lines().firstBaseline();
        try (var loaded = Loader.loadPDF(document.bytes())) {
            var renderer = new PDFRenderer(loaded);
            for (var i = 0; i < texts.size(); i++) {
                var drawn = renderer.renderImageWithDPI(i, DPI, ImageType.GRAY);
                var expected = outlines(texts.get(i), drawn.getWidth(), drawn.getHeight(), 5, baseline);
                assertThat(ink(expected, 128)).as(texts.get(i)).isPositive();
                assertThat((double) differing(drawn, expected) / ink(expected, 128))
                        .as(texts.get(i))
                        .isLessThan(0.02);
            }
        }
    }

    private static BufferedImage outlines(String text, int width, int height, double x, double baseline) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(DPI / 25.4, DPI / 25.4);
        graphics.translate(x, baseline);
        graphics.scale(Units.millimetres(SIZE) / Face.UNITS, Units.millimetres(SIZE) / Face.UNITS);
        for (var run : Shaper.shape(text, Weight.REGULAR)) {
            graphics.fill(run.face().shape(run.text()).getOutline());
            graphics.transform(AffineTransform.getTranslateInstance(run.advance(), 0));
        }
        graphics.dispose();
        return image;
    }

    /** Dots that are dark in the one and light in the other; edges are drawn a little differently by everybody. */
    private static long differing(BufferedImage one, BufferedImage other) {
        var differing = 0L;
        for (var y = 0; y < one.getHeight(); y++) {
            for (var x = 0; x < one.getWidth(); x++) {
                if (Math.abs(grey(one, x, y) - grey(other, x, y)) > 128) {
                    differing++;
                }
            }
        }
        return differing;
    }

    private static long ink(BufferedImage image, int darker) {
        var ink = 0L;
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                if (grey(image, x, y) < darker) {
                    ink++;
                }
            }
        }
        return ink;
    }

    private static int grey(BufferedImage image, int x, int y) {
        return image.getRaster().getSample(x, y, 0);
    }

    @Test
    void aScannerReadsTheCodeOnABadge() throws Exception {
        for (var content : List.of("eyJhbGciOiJFUzI1NiJ9.eyJqdGkiOiIwMTIzIn0.c2ln-_c2ln", "លេខ ១២៣", "12345")) {
            var document = new PdfDocument("Badge", Locale.of("km"));
            var page = document.page(Paper.A6);
            page.fill(0, 0, page.width(), page.height(), new Colour(0x1F4E79));
            page.qrCode(QrCode.of(content, QrCode.Correction.MEDIUM), 30, 80, 45, "QR");
            assertThat(scanned(document)).isEqualTo(content);
        }
    }

    private static String scanned(PdfDocument document) throws Exception {
        var image = rendered(document, 200);
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    @Test
    void anAreaOfAPageHasItsOwnCorner() throws Exception {
        var document = new PdfDocument("Parts", Locale.ENGLISH);
        var part = document.page(new Paper(100, 60)).part(50, 30, 50, 30).part(10, 10, 20, 10);
        part.fill(0, 0, part.width(), part.height(), Colour.BLACK);
        var image = rendered(document, 25.4f);
        for (var y = 0; y < 60; y++) {
            for (var x = 0; x < 100; x++) {
                var inside = x >= 60 && x < 80 && y >= 40 && y < 50;
                assertThat(image.getRGB(x, y) & 0xFF).as("%d, %d", x, y).isEqualTo(inside ? 0 : 255);
            }
        }
    }

    private static BufferedImage rendered(PdfDocument document, float dpi) throws IOException {
        try (var loaded = Loader.loadPDF(document.bytes())) {
            return new PDFRenderer(loaded).renderImageWithDPI(0, dpi, ImageType.RGB);
        }
    }
}
