package org.sala.pdf;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A font of this module, read twice: by the JDK, which shapes with it, and by fontbox, which embeds it. */
final class Face {

    private static final Face KHMER_REGULAR = new Face("NotoSansKhmer-Regular", "km", 90);
    private static final Face KHMER_BOLD = new Face("NotoSansKhmer-Bold", "km", 150);
    private static final Face LATIN_REGULAR = new Face("NotoSans-Regular", "en", 90);
    private static final Face LATIN_BOLD = new Face("NotoSans-Bold", "en", 150);

    /** The units on which all of them are drawn: lengths in them are thousandths of the size. */
    static final int UNITS = 1000;

    /** From the baseline up and down, in all of them. Khmer has letters that go lower, into the room of the next line. */
    static final int ASCENT = 1069;

    static final int DESCENT = 293;

    static final int CAP_HEIGHT = 714;

    private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

    final String postScriptName;

    /** What text in it is taken for by whoever reads it aloud. */
    final String language;

    /** How thick its upright strokes are, for viewers that have to draw it themselves. */
    final int stem;

    private final Font shaping;
    private final TrueTypeFont embedding;
    private final int[] advances;

    /** The corners of what all glyphs cover: left, bottom, right, top. */
    private final int[] bounds;

    private Face(String postScriptName, String language, int stem) {
        this.postScriptName = postScriptName;
        this.language = language;
        this.stem = stem;
        try (var resource = Face.class.getResourceAsStream("fonts/" + postScriptName + ".ttf")) {
            var file = Objects.requireNonNull(resource, postScriptName).readAllBytes();
            shaping = JdkFonts.read(file)
                    .deriveFont(Map.of(
                            TextAttribute.SIZE, UNITS,
                            TextAttribute.KERNING, TextAttribute.KERNING_ON,
                            TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON));
            embedding = new TTFParser().parse(new RandomAccessReadBuffer(file));
            var header = embedding.getHeader();
            bounds = new int[] {header.getXMin(), header.getYMin(), header.getXMax(), header.getYMax()};
            advances = new int[embedding.getNumberOfGlyphs()];
            for (var glyph = 0; glyph < advances.length; glyph++) {
                advances[glyph] = embedding.getAdvanceWidth(glyph);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + postScriptName + " can't be read", e);
        }
    }

    static Face khmer(Weight weight) {
        return switch (weight) {
            case REGULAR -> KHMER_REGULAR;
            case BOLD -> KHMER_BOLD;
        };
    }

    static Face latin(Weight weight) {
        return switch (weight) {
            case REGULAR -> LATIN_REGULAR;
            case BOLD -> LATIN_BOLD;
        };
    }

    boolean shows(int codePoint) {
        return shaping.canDisplay(codePoint);
    }

    GlyphVector shape(String text) {
        var letters = text.toCharArray();
        return shaping.layoutGlyphVector(UNHINTED, letters, 0, letters.length, Font.LAYOUT_LEFT_TO_RIGHT);
    }

    /** How far the pen moves after a glyph, in thousandths of the size, as the font's own table says. */
    int advance(int glyph) {
        return advances[glyph];
    }

    COSArray bounds() {
        return COSArray.ofCOSIntegers(IntStream.of(bounds).boxed().toList());
    }

    /** The font with some of its glyphs only. */
    Subset subset(Set<Integer> glyphs) throws IOException {
        synchronized (embedding) { // reads its tables when they are first needed
            var subsetter = new TTFSubsetter(embedding, Subset.TABLES);
            subsetter.addGlyphIds(glyphs);
            var renumbered = new TreeMap<Integer, Integer>();
            subsetter.getGIDMap().forEach((now, before) -> renumbered.put(before, now));
            var file = new ByteArrayOutputStream();
            subsetter.writeToStream(file);
            return new Subset(file.toByteArray(), renumbered);
        }
    }

    @Override
    public String toString() {
        return postScriptName;
    }

    /**
     * Some glyphs of a font.
     *
     * @param file in TrueType's format
     * @param renumbered a glyph's number in the whole font to its number in this one
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, compared never
    record Subset(byte[] file, SortedMap<Integer, Integer> renumbered) {

        /** What a viewer needs to draw glyphs by their numbers, and nothing else. */
        private static final List<String> TABLES =
                List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp");
    }
}
