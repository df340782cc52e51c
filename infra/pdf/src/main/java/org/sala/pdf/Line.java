package org.sala.pdf;

import java.util.List;

/**
 * One line of text, shaped.
 *
 * @param width without the spaces at its end, in thousandths of the size
 */
record Line(List<GlyphRun> runs, int width) {

    /** The spaces at its end stay in it, hanging over: whoever reads the text layer needs them. */
    static Line of(String text, Weight weight) {
        var runs = Shaper.shape(text, weight);
        var bare = text.stripTrailing();
        var width = bare.length() == text.length() ? advance(runs) : advance(Shaper.shape(bare, weight));
        return new Line(List.copyOf(runs), width);
    }

    private static int advance(List<GlyphRun> runs) {
        return runs.stream().mapToInt(GlyphRun::advance).sum();
    }
}
