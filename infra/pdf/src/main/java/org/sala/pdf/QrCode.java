package org.sala.pdf;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A QR code (ISO/IEC 18004), to be drawn by {@link Area#qrCode}. */
public final class QrCode {

    /** The part of the code that may be dirty or torn. */
    public enum Correction {
        /** 7 % */
        LOW(ErrorCorrectionLevel.L),
        /** 15 % */
        MEDIUM(ErrorCorrectionLevel.M),
        /** 25 % */
        QUARTER(ErrorCorrectionLevel.Q),
        /** 30 % */
        HIGH(ErrorCorrectionLevel.H);

        private final ErrorCorrectionLevel level;

        Correction(ErrorCorrectionLevel level) {
            this.level = level;
        }
    }

    /** The light margin that readers need on every side, in modules. */
    public static final int QUIET_ZONE = 4;

    private final boolean[][] dark;

    private QrCode(boolean[][] dark) {
        this.dark = dark;
    }

    /**
     * The smallest code for a text. Digits alone, and capitals with digits and {@code  $%*+-./:}, take the least room.
     *
     * @throws IllegalArgumentException for a text that is empty or too long, which depends on its letters: from 1,273 bytes with the
     *     highest correction to 2,953 with the lowest
     */
    public static QrCode of(String content, Correction correction) {
        if (content.isEmpty()) {
            throw new IllegalArgumentException("no QR code for nothing");
        }
        try {
            // a code that names its character set is not read by every scanner: only where it has to
            Map<EncodeHintType, ?> hints =
                    StandardCharsets.US_ASCII.newEncoder().canEncode(content)
                            ? Map.of()
                            : Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8);
            var matrix = Encoder.encode(content, correction.level, hints).getMatrix();
            var dark = new boolean[matrix.getHeight()][matrix.getWidth()];
            for (var row = 0; row < dark.length; row++) {
                for (var column = 0; column < dark[row].length; column++) {
                    dark[row][column] = matrix.get(column, row) == 1;
                }
            }
            return new QrCode(dark);
        } catch (WriterException e) {
            throw new IllegalArgumentException(
                    "no QR code with %s correction for %d letters".formatted(correction, content.length()), e);
        }
    }

    /** Modules of a side, without the quiet zone: 21 to 177. */
    public int modules() {
        return dark.length;
    }

    boolean[][] dark() {
        return dark;
    }
}
