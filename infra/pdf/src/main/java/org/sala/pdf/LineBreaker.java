package org.sala.pdf;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Where the lines of one paragraph may end, and where its letters stand when it is one line. Khmer has no spaces between its words:
 * ICU knows them by a dictionary, where the JDK's own iterator doesn't break at all.
 */
final class LineBreaker {

    private static final Locale KHMER = Locale.of("km");

    private final String text;

    /** Where the pen is before each letter, and after the last, in thousandths of the size. */
    private final int[] pen;

    private final BitSet betweenWords;
    private final BitSet betweenClusters;

    /**
     * @param text without line ends
     * @param atSpaces whether only a space ends a line
     */
    LineBreaker(String text, Weight weight, boolean atSpaces) {
        this.text = text;
        this.pen = new int[text.length() + 1];
        var withinGlyphs = measure(Shaper.shape(text, weight));
        betweenClusters = boundaries(BreakIterator.getCharacterInstance(KHMER));
        betweenClusters.andNot(withinGlyphs);
        betweenWords = boundaries(BreakIterator.getLineInstance(KHMER));
        betweenWords.and(betweenClusters);
        if (atSpaces) {
            for (var at = 1; at < text.length(); at++) {
                betweenWords.set(at, betweenWords.get(at) && Character.isWhitespace(text.charAt(at - 1)));
            }
        }
    }

    /**
     * The lines of the text, as long as fits.
     *
     * @param width in thousandths of the size
     */
    Broken broken(double width) {
        var lines = new ArrayList<String>();
        var whole = true;
        var start = 0;
        while (start < text.length()) {
            var end = furthest(betweenWords, start, width);
            if (end == start) { // a word that is longer than a line
                whole = false;
                end = Math.max(furthest(betweenClusters, start, width), betweenClusters.nextSetBit(start + 1));
            }
            lines.add(text.substring(start, end));
            start = end;
        }
        return new Broken(lines.isEmpty() ? List.of("") : lines, whole);
    }

    /** The longest beginning that fits. */
    String beginning(double width) {
        return text.substring(0, furthest(betweenClusters, 0, width));
    }

    private int furthest(BitSet boundaries, int start, double width) {
        var end = start;
        for (var at = boundaries.nextSetBit(start + 1); at > 0; at = boundaries.nextSetBit(at + 1)) {
            if (pen[bare(start, at)] - pen[start] > width) {
                break;
            }
            end = at;
        }
        return end;
    }

    /** Spaces at the end of a line take no room. */
    private int bare(int start, int end) {
        var bare = end;
        while (bare > start && Character.isWhitespace(text.charAt(bare - 1))) {
            bare--;
        }
        return bare;
    }

    /** @return the places in the text at which no glyph begins */
    private BitSet measure(List<GlyphRun> runs) {
        Arrays.fill(pen, -1);
        var x = 0;
        var from = 0;
        for (var run : runs) {
            for (var glyph : run.glyphs()) {
                var at = from + glyph.start();
                if (pen[at] < 0) {
                    pen[at] = x + glyph.x();
                }
            }
            x += run.advance();
            from += run.text().length();
        }
        pen[text.length()] = x;
        var withinGlyphs = new BitSet();
        for (var at = text.length() - 1; at >= 0; at--) {
            if (pen[at] < 0) {
                withinGlyphs.set(at);
                pen[at] = pen[at + 1];
            }
        }
        return withinGlyphs;
    }

    private BitSet boundaries(BreakIterator iterator) {
        var boundaries = new BitSet(text.length() + 1);
        iterator.setText(text);
        for (var at = iterator.first(); at != BreakIterator.DONE; at = iterator.next()) {
            boundaries.set(at);
        }
        return boundaries;
    }

    /**
     * @param whole whether no word had to be broken
     */
    record Broken(List<String> lines, boolean whole) {

        @Override
        public String toString() {
            return "Broken[%d lines]".formatted(lines.size());
        }
    }
}
