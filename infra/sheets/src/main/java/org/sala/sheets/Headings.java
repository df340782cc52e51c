package org.sala.sheets;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Guesses which column is meant for what, to be shown to a person who then decides. */
public final class Headings {

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036f]+");

    /** What stands between a heading and its translation, its group or its hint. */
    private static final Pattern BETWEEN_PIECES = Pattern.compile("[/|()\\[\\]:;\\n\u2013\u2014]|\\s-\\s");

    private static final int LONGEST_COMPARED = 200;

    /**
     * A column for a field.
     *
     * @param column from 0
     * @param score from 0 to 1, where 1 is a heading that is the field's name but for capitals, spaces and punctuation;
     *     0.95 where one of the heading's parts is; less where it holds the name, or is a few letters off
     */
    public record Guess(int column, double score) {}

    private record Pair<F>(F field, Guess guess) {}

    private Headings() {}

    /**
     * The likeliest column for each field, each column for one field only. A field without a likely one is left out. The
     * same headings always give the same guess: of equals, the smaller field gets the column that is further left.
     *
     * @param headings by column, as {@link Table#headings()}
     * @param names what each field may be called, in any language
     */
    public static <F extends Comparable<? super F>> Map<F, Guess> guess(
            List<String> headings, Map<F, ? extends Collection<String>> names) {
        var pairs = new ArrayList<Pair<F>>();
        names.forEach((field, called) -> {
            for (var column = 0; column < headings.size(); column++) {
                var heading = headings.get(column);
                var score = called.stream()
                        .mapToDouble(name -> score(heading, name))
                        .max()
                        .orElse(0);
                if (score > 0) {
                    pairs.add(new Pair<>(field, new Guess(column, score)));
                }
            }
        });
        pairs.sort(Comparator.comparingDouble((Pair<F> pair) -> -pair.guess().score())
                .thenComparing(Pair::field)
                .thenComparingInt(pair -> pair.guess().column()));
        var guesses = new TreeMap<F, Guess>();
        var taken = new HashSet<Integer>();
        for (var pair : pairs) {
            if (!guesses.containsKey(pair.field()) && taken.add(pair.guess().column())) {
                guesses.put(pair.field(), pair.guess());
            }
        }
        return Collections.unmodifiableMap(guesses);
    }

    private static double score(String heading, String name) {
        var words = words(heading);
        var wanted = words(name);
        var letters = words.replace(" ", "");
        var wantedLetters = wanted.replace(" ", "");
        if (letters.isEmpty() || wantedLetters.isEmpty() || letters.length() > LONGEST_COMPARED * 10) {
            return 0;
        }
        if (letters.equals(wantedLetters)) {
            return 1;
        }
        if (BETWEEN_PIECES
                .splitAsStream(heading)
                .anyMatch(piece -> words(piece).replace(" ", "").equals(wantedLetters))) {
            return 0.95;
        }
        var held = isHeld(wanted, words) ? 0.6 + 0.3 * wantedLetters.length() / letters.length() : 0;
        return Math.max(held, nearness(letters, wantedLetters));
    }

    /** Small letters without accents, digits as Latin ones, one space for all that is neither. */
    private static String words(String text) {
        var plain =
                ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return Texts.withLatinDigits(NO_LETTER.matcher(plain).replaceAll(" "))
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** As whole words; Khmer, which has no spaces between them, anywhere. */
    private static boolean isHeld(String name, String heading) {
        return isKhmer(name)
                ? name.length() > 3 && heading.contains(name)
                : (" " + heading + " ").contains(" " + name + " ");
    }

    private static boolean isKhmer(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.KHMER);
    }

    /** For one wrong letter of four or more, or two of twelve. */
    private static double nearness(String one, String other) {
        var longer = Math.max(one.length(), other.length());
        var most = longer < 4 || longer > LONGEST_COMPARED ? 0 : longer < 12 ? 1 : 2;
        if (Math.abs(one.length() - other.length()) > most) {
            return 0;
        }
        var edits = edits(one, other);
        return edits <= most ? 0.9 * (1 - (double) edits / longer) : 0;
    }

    /** Levenshtein's distance. */
    private static int edits(String one, String other) {
        var above = new int[other.length() + 1];
        for (var j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var line = new int[above.length];
            line[0] = i;
            for (var j = 1; j < above.length; j++) {
                var changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                line[j] = Math.min(above[j - 1] + changed, 1 + Math.min(above[j], line[j - 1]));
            }
            above = line;
        }
        return above[other.length()];
    }
}
