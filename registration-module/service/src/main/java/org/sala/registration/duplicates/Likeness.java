package org.sala.registration.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * How alike two names are, from 0 to 1, in one script: word for word in whichever order they stand, by Jaro and Winkler.
 * Their measure was made for long names and calls short ones alike that are not ("Dara", "Dana"), so its upper quarter is
 * the whole of ours.
 */
final class Likeness {

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final double NOTHING_ALIKE = 0.75;
    /** Of two words that are spelt differently and sound alike. */
    private static final double SOUNDS_ALIKE = 0.95;
    /** Of two names that are written in as many words as one likes. */
    private static final double WRITTEN_TOGETHER = 0.95;
    /** Below it, two words are two words. */
    private static final double SAME_WORD = 0.4;

    private Likeness() {}

    static double of(Words one, Words other) {
        var apart = wordForWord(one.all(), other.all());
        return one.all().size() == other.all().size() ? apart : Math.max(apart, together(one, other));
    }

    private record Match(int one, int other, double likeness) {}

    /** The likeliest words first; what is left over on either side counts half against them. */
    private static double wordForWord(List<Word> ones, List<Word> others) {
        var matches = new ArrayList<Match>();
        for (var i = 0; i < ones.size(); i++) {
            for (var j = 0; j < others.size(); j++) {
                var likeness = of(ones.get(i), others.get(j));
                if (likeness >= SAME_WORD) {
                    matches.add(new Match(i, j, likeness));
                }
            }
        }
        matches.sort(Comparator.comparingDouble(Match::likeness).reversed());
        var left = new ArrayList<>(ones);
        var right = new ArrayList<>(others);
        var alike = 0.0;
        var length = 0.0;
        for (var match : matches) {
            var one = ones.get(match.one());
            var other = others.get(match.other());
            if (left.contains(one) && right.contains(other)) {
                left.remove(one);
                right.remove(other);
                alike += match.likeness() * (one.length() + other.length());
                length += one.length() + other.length();
            }
        }
        var over = lengthOf(left) + lengthOf(right);
        // where on both sides something is left over, it is not that one of them was cut short
        length += left.isEmpty() || right.isEmpty() ? over / 2.0 : over;
        return length == 0 ? 0 : alike / length;
    }

    private static int lengthOf(List<Word> words) {
        return words.stream().mapToInt(Word::length).sum();
    }

    private static double of(Word one, Word other) {
        return Math.max(stretched(one.text(), other.text()), SOUNDS_ALIKE * stretched(one.spoken(), other.spoken()));
    }

    private static double together(Words one, Words other) {
        var likeness = Math.max(
                stretched(one.joined(), other.joined()),
                Math.max(stretched(one.reversed(), other.joined()), stretched(one.joined(), other.reversed())));
        return likeness >= WRITTEN_TOGETHER ? likeness : 0;
    }

    private static double stretched(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        return Math.max(0, (JARO_WINKLER.apply(one, other) - NOTHING_ALIKE) / (1 - NOTHING_ALIKE));
    }
}
