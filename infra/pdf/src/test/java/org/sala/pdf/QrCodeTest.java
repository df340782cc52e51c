package org.sala.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    @Test
    void whatIsInACodeIsReadFromItWithAnyCorrection() throws Exception {
        for (var correction : QrCode.Correction.values()) {
            for (var content : new String[] {"A", "sala", "សាលា", "0123456789", "x".repeat(1200)}) {
                var code = QrCode.of(content, correction);
                assertThat(new Decoder().decode(BitMatrix.parse(code.dark())).getText())
                        .isEqualTo(content);
            }
        }
    }

    @Test
    void moreCorrectionTakesMoreRoom() {
        assertThat(QrCode.of("x".repeat(100), QrCode.Correction.HIGH).modules())
                .isGreaterThan(QrCode.of("x".repeat(100), QrCode.Correction.LOW).modules());
    }

    @Test
    void nothingAndTooMuchAreRefusedWithoutSayingWhat() {
        assertThatThrownBy(() -> QrCode.of("", QrCode.Correction.LOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QrCode.of("secret".repeat(500), QrCode.Correction.LOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }
}
