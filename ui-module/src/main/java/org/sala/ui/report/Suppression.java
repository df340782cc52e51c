package org.sala.ui.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which numbers of people a reader outside the programme may not see: those under eleven, none at all included, and as
 * many more as it takes that no such number comes out by adding and subtracting what is still shown.
 *
 * <p>Numbers hang together in {@link Sum}s, a whole and its parts. In each, what is hidden must be at least two numbers;
 * and where the whole is shown, the hidden parts must together be eleven or more, or their sum would be such a number
 * itself. What has to be hidden besides is the smallest that will do. That choice is its limit: a reader who also
 * retraces it can, where another shown number is hardly larger, narrow a hidden one down further.
 */
final class Suppression {

    /** The smallest number of people that is shown. */
    static final int SMALLEST_SHOWN = 11;

    private Suppression() {}

    /**
     * A whole that is the sum of its parts, each an index into the numbers.
     *
     * @param whole an index too
     * @param unseen how many of the whole are in no part that is in the report at all
     */
    record Sum(int whole, List<Integer> parts, long unseen) {
        Sum {
            parts = List.copyOf(parts);
        }
    }

    /** Indexes of the numbers that must be hidden. */
    static Set<Integer> hidden(long[] numbers, List<Sum> sums) {
        return hidden(numbers, sums, SMALLEST_SHOWN);
    }

    static Set<Integer> hidden(long[] numbers, List<Sum> sums, int smallestShown) {
        var hidden = new HashSet<Integer>();
        for (var i = 0; i < numbers.length; i++) {
            if (numbers[i] < smallestShown) {
                hidden.add(i);
            }
        }
        boolean again;
        do {
            again = false;
            for (var sum : sums) {
                again |= protect(sum, numbers, hidden, smallestShown);
            }
        } while (again);
        return Set.copyOf(hidden);
    }

    /** Hides one more number of this sum where what is hidden of it could be worked out; whether it did. */
    private static boolean protect(Sum sum, long[] numbers, Set<Integer> hidden, int smallestShown) {
        var wholeHidden = hidden.contains(sum.whole());
        var hiddenParts = new ArrayList<Integer>();
        var shownParts = new ArrayList<Integer>();
        for (var part : sum.parts()) {
            (hidden.contains(part) ? hiddenParts : shownParts).add(part);
        }
        if (hiddenParts.isEmpty() && (!wholeHidden || sum.unseen() > 0)) {
            return false;
        }
        var unknowns = hiddenParts.size() + (sum.unseen() > 0 ? 1 : 0);
        var together = sum.unseen()
                + hiddenParts.stream().mapToLong(part -> numbers[part]).sum();
        var safe = wholeHidden ? !hiddenParts.isEmpty() : unknowns > 1 && together >= smallestShown;
        if (safe) {
            return false;
        }
        var next = shownParts.stream()
                .min(java.util.Comparator.<Integer>comparingLong(part -> numbers[part])
                        .thenComparing(part -> part));
        return hidden.add(next.orElse(sum.whole()));
    }
}
