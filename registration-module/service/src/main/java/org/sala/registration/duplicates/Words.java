package org.sala.registration.duplicates;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.registration.people.Folded;

/**
 * A name in one script, as it is compared.
 *
 * @param joined written as one word
 * @param reversed the same from its last word to its first
 */
record Words(List<Word> all, String joined, String reversed) {

    /** Whoever has more of them is told apart by these. */
    private static final int MOST = 5;

    static Words of(@Nullable String name) {
        var words = name == null
                ? List.<Word>of()
                : Arrays.stream(Folded.of(name).split("[ .,'’-]+"))
                        .filter(word -> !word.isEmpty())
                        .limit(MOST)
                        .map(Word::of)
                        .toList();
        return new Words(words, joined(words), joined(words.reversed()));
    }

    private static String joined(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining());
    }

    /**
     * What it has in common with every name that could be like it: two of its words, of which one may be recognised by
     * its first letter alone, or all of it in one.
     */
    Set<String> keys() {
        var keys = new HashSet<String>();
        for (var i = 0; i < all.size(); i++) {
            for (var j = 0; j < all.size(); j++) {
                if (i != j) {
                    keys.add(all.get(i).frame() + "|" + all.get(j).initial());
                }
            }
        }
        if (!all.isEmpty()) {
            keys.add(frames(all));
            keys.add(frames(all.reversed()));
        }
        return keys;
    }

    private static String frames(List<Word> words) {
        return words.stream().map(Word::frame).collect(Collectors.joining());
    }

    /** Shows nothing of who it is. */
    @Override
    public String toString() {
        return "Words[hidden]";
    }
}
