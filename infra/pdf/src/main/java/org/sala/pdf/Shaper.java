package org.sala.pdf;

import java.awt.font.GlyphVector;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Turns text into glyphs where they stand: a face for each part of it, then the JDK's shaping, which is HarfBuzz. */
final class Shaper {

    /** What the JDK gives for a letter that shows nothing, such as a zero-width space. */
    private static final int NOTHING = 0xFFFF;

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

    /**
     * Deals the letters over the glyphs that come from them, so that what the glyphs stand for is the text, read from the first to
     * the last. A cluster of Khmer may have fewer glyphs than letters, or more, and draw them in another order.
     */
    private static List<Glyph> glyphs(GlyphVector shaped, String text) {
        var shown = IntStream.range(0, shaped.getNumGlyphs())
                .filter(glyph -> shaped.getGlyphCode(glyph) != NOTHING)
                .toArray();
        var starts = IntStream.of(shown).map(shaped::getGlyphCharIndex).toArray();
        var glyphs = new ArrayList<Glyph>(shown.length);
        for (var first = 0; first < shown.length; ) {
            var next = first + 1;
            // the second half is for shapers that go back in the text: what they do so is one cluster
            while (next < shown.length && starts[next] <= starts[first]) {
                next++;
            }
            var from = first == 0 ? 0 : starts[first];
            var to = next == shown.length ? text.length() : starts[next];
            var letters = deal(text.substring(from, to), next - first);
            for (var glyph = first; glyph < next; glyph++) {
                var place = shaped.getGlyphPosition(shown[glyph]);
                glyphs.add(new Glyph(
                        shaped.getGlyphCode(shown[glyph]),
                        letters.get(glyph - first),
                        starts[first],
                        thousandths(place.getX()),
                        thousandths(-place.getY())));
            }
            first = next;
        }
        return glyphs;
    }

    /** One letter each, the last what is left; nothing for those that come after the last letter. */
    private static List<String> deal(String letters, int glyphs) {
        var dealt = new ArrayList<String>(glyphs);
        var from = 0;
        for (var glyph = 1; glyph <= glyphs; glyph++) {
            var to = glyph == glyphs || from == letters.length()
                    ? letters.length()
                    : from + Character.charCount(letters.codePointAt(from));
            dealt.add(letters.substring(from, to));
            from = to;
        }
        return dealt;
    }

    private static int thousandths(double units) {
        return Math.toIntExact(Math.round(units));
    }
}
