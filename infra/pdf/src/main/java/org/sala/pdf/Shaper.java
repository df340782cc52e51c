package org.sala.pdf;

import java.awt.font.GlyphVector;
import java.lang.Character.UnicodeScript;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Turns text into glyphs where they stand: a face for each part of it, then the JDK's shaping, which is HarfBuzz. */
final class Shaper {

    /** What the JDK gives for a letter that shows nothing, such as a zero-width space. */
    private static final int NOTHING = 0xFFFF;

    private static final String ZERO_WIDTH_SPACE = "\u200B";

    private Shaper() {}

    /** The runs of a text without line ends, in order. What no face has shows as the box for a missing glyph. */
    static List<GlyphRun> shape(String text, Weight weight) {
        var runs = new ArrayList<GlyphRun>();
        var face = firstFace(text, weight);
        var from = 0;
        for (var at = 0; at < text.length(); ) {
            var letter = text.codePointAt(at);
            var next = face(letter, face, weight);
            if (next != face && at > from) {
                runs.add(run(face, text.substring(from, at)));
                from = at;
            }
            face = next;
            at += Character.charCount(letter);
        }
        if (from < text.length()) {
            runs.add(run(face, text.substring(from)));
        }
        return runs;
    }

    /** Digits and signs before the first letter go with it. */
    private static Face firstFace(String text, Weight weight) {
        return text.codePoints()
                .filter(letter -> !goesWithItsNeighbours(letter))
                .mapToObj(letter -> face(letter, Face.latin(weight), weight))
                .findFirst()
                .orElse(Face.latin(weight));
    }

    private static Face face(int letter, Face before, Weight weight) {
        var khmer = Face.khmer(weight);
        var latin = Face.latin(weight);
        if (UnicodeScript.of(letter) == UnicodeScript.KHMER) {
            return khmer;
        }
        if (!goesWithItsNeighbours(letter)) {
            return latin;
        }
        var other = before == khmer ? latin : khmer;
        return standsAlone(letter) && !before.shows(letter) && other.shows(letter) ? other : before;
    }

    private static boolean goesWithItsNeighbours(int letter) {
        return switch (UnicodeScript.of(letter)) {
            case COMMON, INHERITED -> true;
            default -> false;
        };
    }

    /** Marks and joiners are nothing without the letter before them, and stay in its run whatever the face has. */
    private static boolean standsAlone(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT -> false;
            default -> true;
        };
    }

    private static GlyphRun run(Face face, String text) {
        var shaped = face.shape(text);
        var end = shaped.getGlyphPosition(shaped.getNumGlyphs());
        return new GlyphRun(face, text, glyphs(shaped, text), thousandths(end.getX()));
    }

    private static List<Glyph> glyphs(GlyphVector shaped, String text) {
        var shown = IntStream.range(0, shaped.getNumGlyphs())
                .filter(glyph -> shaped.getGlyphCode(glyph) != NOTHING)
                .toArray();
        var starts = IntStream.of(shown).map(shaped::getGlyphCharIndex).toArray();
        var letters = dealt(text, starts);
        var glyphs = new ArrayList<Glyph>(shown.length);
        for (var i = 0; i < shown.length; i++) {
            var place = shaped.getGlyphPosition(shown[i]);
            glyphs.add(new Glyph(
                    shaped.getGlyphCode(shown[i]),
                    letters.get(i),
                    starts[i],
                    thousandths(place.getX()),
                    thousandths(-place.getY())));
        }
        return glyphs;
    }

    /**
     * Deals a text over its glyphs, so that what they stand for, one after the other, is the text. A cluster of Khmer may have more
     * letters than glyphs, or fewer, and draw them in another order: what is dealt is each cluster's letters in their own order, at
     * least one for each glyph, borrowed within the word where the cluster has too few; what stays without one stands for a
     * zero-width space, as readers make up something for a glyph that stands for nothing.
     *
     * @param starts for each glyph the index in the text of the first letter that it comes from
     */
    private static List<String> dealt(String text, int[] starts) {
        var counts = new int[starts.length];
        for (var first = 0; first < starts.length; ) {
            var next = first + 1;
            while (next < starts.length && starts[next] <= starts[first]) {
                next++;
            }
            var from = first == 0 ? 0 : starts[first];
            var to = next == starts.length ? text.length() : starts[next];
            var letters = text.codePointCount(from, to);
            for (var glyph = first; glyph < next; glyph++) {
                counts[glyph] = glyph == next - 1 ? letters : Math.min(1, letters);
                letters -= counts[glyph];
            }
            first = next;
        }
        var spaces = new BitSet();
        for (var glyph = 0; glyph < starts.length; glyph++) {
            spaces.set(glyph, Character.isWhitespace(text.charAt(starts[glyph])));
        }
        borrow(counts, spaces, IntStream.range(0, counts.length).map(i -> counts.length - 1 - i));
        borrow(counts, spaces, IntStream.range(0, counts.length));
        var dealt = new ArrayList<String>(counts.length);
        var from = 0;
        for (var count : counts) {
            var to = text.offsetByCodePoints(from, count);
            dealt.add(count == 0 ? ZERO_WIDTH_SPACE : text.substring(from, to));
            from = to;
        }
        return dealt;
    }

    /** In the order given, whoever has more than one letter gives to those of the word before him that have none. */
    private static void borrow(int[] counts, BitSet spaces, IntStream order) {
        var without = new ArrayDeque<Integer>();
        order.forEach(glyph -> {
            if (spaces.get(glyph)) {
                without.clear();
            } else if (counts[glyph] == 0) {
                without.add(glyph);
            }
            while (counts[glyph] > 1 && !without.isEmpty()) {
                counts[glyph]--;
                counts[without.remove()]++;
            }
        });
    }

    private static int thousandths(double units) {
        return Math.toIntExact(Math.round(units));
    }
}
