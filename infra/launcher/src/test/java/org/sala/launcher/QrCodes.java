package org.sala.launcher;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Reads QR codes off the pages of a PDF, as a scanner would off paper. */
final class QrCodes {

    private static final float DOTS_PER_INCH = 200;

    private QrCodes() {}

    /** What the codes of a page say. */
    static List<String> onPage(Path pdf, int page) throws IOException, NotFoundException {
        try (var document = Loader.loadPDF(pdf.toFile())) {
            var image = new PDFRenderer(document).renderImageWithDPI(page, DOTS_PER_INCH);
            var width = image.getWidth();
            var height = image.getHeight();
            var pixels = image.getRGB(0, 0, width, height, null, 0, width);
            var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
            return Arrays.stream(new QRCodeMultiReader()
                            .decodeMultiple(bitmap, Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE)))
                    .map(Result::getText)
                    .toList();
        }
    }
}
