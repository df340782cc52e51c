package org.sala.ui.registering;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code as the path of an SVG picture: a unit a module, with the quiet zone that scanners need around it.
 *
 * @param side of the picture, in units
 * @param path what is dark
 */
record QrCode(int side, String path) {

    private static final int QUIET = 4;

    /** @param text what a scanner shall read; letters, digits and {@code $%*+-./: } take least room */
    static QrCode of(String text) {
        try {
            var code = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
            var path = new StringBuilder();
            for (var y = 0; y < code.getHeight(); y++) {
                for (var x = 0; x < code.getWidth(); x++) {
                    if (!code.get(x, y)) {
                        continue;
                    }
                    var from = x;
                    while (x < code.getWidth() && code.get(x, y)) {
                        x++;
                    }
                    var length = x - from;
                    path.append('M').append(from).append(' ').append(y);
                    path.append('h')
                            .append(length)
                            .append("v1h-")
                            .append(length)
                            .append('z');
                }
            }
            return new QrCode(code.getWidth(), path.toString());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("more than a QR code holds", tooLong);
        }
    }
}
