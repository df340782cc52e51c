package org.sala.pdf;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;

/** Fonts for the JDK's shaper, on machines that have fonts and on machines that have none. */
final class JdkFonts {

    private static final String CONFIGURATION = "sun.awt.fontconfig";

    /** The least that the JDK takes for a configuration: no font of the machine at all. */
    private static final String NO_FONTS = "version=1\nsequence.allfonts=default\n";

    private JdkFonts() {}

    /**
     * A font from its file's bytes.
     *
     * <p>The JDK looks for the machine's fonts before it reads any. In a bare container, without fontconfig or without fonts, that
     * fails; it is then told that there are none, which is true, and asked again. Where it succeeds nothing is changed.
     *
     * @throws IOException when it can't be read at all: a JDK without its desktop module's native libraries
     */
    static Font read(byte[] file) throws IOException {
        try {
            return create(file);
        } catch (IOException first) {
            if (System.getProperty(CONFIGURATION) != null) {
                throw first;
            }
            var none = Files.createTempFile("no-fonts", ".properties");
            try {
                Files.writeString(none, NO_FONTS);
                System.setProperty(CONFIGURATION, none.toString());
                return create(file);
            } catch (IOException second) {
                second.addSuppressed(first);
                throw second;
            } finally {
                System.clearProperty(CONFIGURATION);
                Files.delete(none);
            }
        }
    }

    private static Font create(byte[] file) throws IOException {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file));
        } catch (FontFormatException e) {
            throw new IOException(e);
        }
    }
}
