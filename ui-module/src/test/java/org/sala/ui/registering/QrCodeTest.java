package org.sala.ui.registering;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");
    private static final int SCALE = 4;

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 150, 300})
    void aScannerReadsWhatWasWritten(int length) throws Exception {
        var text = "A1:$ ".repeat(length).substring(0, length);
        var code = QrCode.of(text);
        var side = code.side() * SCALE;
        var pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        var runs = RUN.matcher(code.path());
        while (runs.find()) {
            var from = Integer.parseInt(runs.group(1)) * SCALE;
            var top = Integer.parseInt(runs.group(2)) * SCALE;
            for (var y = top; y < top + SCALE; y++) {
                Arrays.fill(pixels, y * side + from, y * side + from + Integer.parseInt(runs.group(3)) * SCALE, 0);
            }
        }
        var read = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))));
        assertThat(read.getText()).isEqualTo(text);
    }

    @Test
    void aroundItIsRoom() {
        var runs = RUN.matcher(QrCode.of("ROOM").path());
        assertThat(runs.results()).isNotEmpty().allMatch(run -> Integer.parseInt(run.group(1)) >= 4);
    }
}
