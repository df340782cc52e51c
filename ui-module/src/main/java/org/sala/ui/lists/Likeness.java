package org.sala.ui.lists;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.sala.ui.language.Folded;

/** How alike names are. */
final class Likeness {

    private Likeness() {}

    /** The same for names that differ in order, spaces, marks that are typed for each other, and case. */
    static String key(String name) {
        return Arrays.stream(Folded.of(name).split(" ", -1)).sorted().collect(Collectors.joining(" "));
    }

    /** Whether so many letters at the most are to be changed, added or left out. */
    static boolean within(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return false;
        }
        var above = new int[other.length() + 1];
        for (var j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var line = new int[above.length];
            line[0] = i;
            for (var j = 1; j < above.length; j++) {
                var replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                line[j] = Math.min(replaced, 1 + Math.min(above[j], line[j - 1]));
            }
            above = line;
        }
        return above[other.length()] <= most;
    }
}
