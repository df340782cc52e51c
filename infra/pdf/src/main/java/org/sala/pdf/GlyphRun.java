package org.sala.pdf;

import java.util.List;

/**
 * Text of one face, shaped.
 *
 * @param text as it was given, in logical order
 * @param glyphs in the order in which they are drawn; none where the text shows nothing
 * @param advance in thousandths of the size
 */
record GlyphRun(Face face, String text, List<Glyph> glyphs, int advance) {

    @Override
    public String toString() {
        return "GlyphRun[%s, %d glyphs]".formatted(face, glyphs.size());
    }
}
