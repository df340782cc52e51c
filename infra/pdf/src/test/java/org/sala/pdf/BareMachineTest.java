package org.sala.pdf;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container has no fonts, and nobody there to install some. */
class BareMachineTest {

    @TempDir
    private Path home;

    @Test
    void aMachineWithoutFontsMakesTheSameDocument() throws Exception {
        var noFonts = Files.writeString(home.resolve("fonts.conf"), "<fontconfig></fontconfig>");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-Duser.home=" + home, // the JDK keeps what it knows of fonts there
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareMachineTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("FONTCONFIG_FILE", noFonts.toString());
        var process = builder.start();
        var made = new String(process.getInputStream().readAllBytes(), US_ASCII);
        assertThat(process.waitFor()).isZero();
        assertThat(made).isEqualTo(document());
    }

    /** Run in the other machine's JVM. */
    public static void main(String[] arguments) {
        System.out.print(document());
    }

    private static String document() {
        var document = new PdfDocument("Bare", Locale.of("km"));
        document.page(Paper.A6).text(Paragraph.of("ស្ត្រី កោះកុង Sala", TextStyle.of(20)), 5, 5);
        return HexFormat.of().formatHex(document.bytes());
    }
}
