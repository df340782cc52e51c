package org.sala.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SuppressionTest {

    /** One whole, at index 0, and its parts. */
    private static Set<Integer> hiddenOf(List<Integer> parts, int unseen, int smallestShown) {
        var numbers = new long[parts.size() + 1];
        numbers[0] = unseen + parts.stream().mapToLong(Integer::longValue).sum();
        for (var i = 0; i < parts.size(); i++) {
            numbers[i + 1] = parts.get(i);
        }
        return Suppression.hidden(numbers, List.of(sum(0, 1, parts.size(), unseen)), smallestShown);
    }

    private static Suppression.Sum sum(int whole, int first, int count, int unseen) {
        return new Suppression.Sum(
                whole, IntStream.range(first, first + count).boxed().toList(), unseen);
    }

    @Example
    void aSmallNumberTakesTheSmallestOtherWithIt() {
        assertThat(hiddenOf(List.of(40, 3, 25), 0, 11)).containsExactlyInAnyOrder(2, 3);
    }

    @Example
    void aSmallWholeHidesAllOfIt() {
        assertThat(hiddenOf(List.of(4, 3), 0, 11)).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Example
    void nothingIsHiddenWhereEveryNumberIsLarge() {
        assertThat(hiddenOf(List.of(11, 12, 200), 0, 11)).isEmpty();
    }

    @Example
    void twoSmallNumbersThatAreTogetherASmallOneTakeAThird() {
        assertThat(hiddenOf(List.of(2, 3, 30, 50), 0, 11)).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Example
    void theSameNumberInTwoSplitsIsHiddenInBoth() {
        // 0 whole; 1..2 by one property, 3..4 by another, 5 the people who have neither property
        var numbers = new long[] {72, 2, 55, 40, 17, 15};
        var sums = List.of(new Suppression.Sum(0, List.of(1, 2, 5), 0), new Suppression.Sum(0, List.of(3, 4, 5), 0));
        var hidden = Suppression.hidden(numbers, sums);
        assertThat(hidden).contains(1, 5);
        assertThat(hidden.contains(3) || hidden.contains(4)).isTrue();
    }

    @Provide
    Arbitrary<List<Integer>> parts() {
        return Arbitraries.integers().between(0, 60).list().ofMinSize(1).ofMaxSize(7);
    }

    @Provide
    Arbitrary<List<Integer>> fewParts() {
        return Arbitraries.integers().between(0, 7).list().ofMinSize(2).ofMaxSize(4);
    }

    @Property
    void noShownNumberIsSmall(@ForAll("parts") List<Integer> parts) {
        var hidden = hiddenOf(parts, 0, 11);
        for (var i = 0; i < parts.size(); i++) {
            assertThat(hidden.contains(i + 1) || parts.get(i) >= 11).isTrue();
        }
    }

    @Property
    void subtractionGivesNoSmallNumberAndNoSingleOne(@ForAll("parts") List<Integer> parts) {
        var hidden = hiddenOf(parts, 0, 11);
        if (hidden.contains(0) || hidden.isEmpty()) {
            return;
        }
        var together = hidden.stream().mapToInt(index -> parts.get(index - 1)).sum();
        assertThat(hidden).hasSizeGreaterThan(1);
        assertThat(together).isGreaterThanOrEqualTo(11);
    }

    /**
     * A reader who knows what is hidden for being small, and that more may be hidden beside it, and who tries every
     * table that fits what is shown, can't tell a small number.
     */
    @Property(tries = 400)
    void whoTriesEveryTableThatFitsLearnsNoSmallNumber(@ForAll("fewParts") List<Integer> parts) {
        var smallest = 3;
        var hidden = hiddenOf(parts, 0, smallest);
        if (hidden.contains(0)) {
            return;
        }
        var whole = parts.stream().mapToInt(Integer::intValue).sum();
        var possible = new ArrayList<Set<Integer>>();
        parts.forEach(part -> possible.add(new HashSet<>()));
        tryAll(parts, hidden, whole, new ArrayList<>(), smallest, possible);
        for (var i = 0; i < parts.size(); i++) {
            if (hidden.contains(i + 1) && parts.get(i) < smallest) {
                assertThat(possible.get(i)).as("part %d of %s", i, parts).hasSizeGreaterThan(1);
            }
        }
    }

    private static void tryAll(
            List<Integer> parts,
            Set<Integer> hidden,
            int left,
            List<Integer> chosen,
            int smallest,
            List<Set<Integer>> possible) {
        if (chosen.size() == parts.size()) {
            if (left == 0 && hidden.stream().anyMatch(index -> chosen.get(index - 1) < smallest)) {
                for (var i = 0; i < chosen.size(); i++) {
                    possible.get(i).add(chosen.get(i));
                }
            }
            return;
        }
        var next = chosen.size();
        var from = hidden.contains(next + 1) ? 0 : parts.get(next);
        var to = hidden.contains(next + 1) ? left : Math.min(left, parts.get(next));
        for (var value = from; value <= to; value++) {
            chosen.add(value);
            tryAll(parts, hidden, left - value, chosen, smallest, possible);
            chosen.removeLast();
        }
    }

    @Property
    void itIsAlwaysTheSame(@ForAll("parts") List<Integer> parts) {
        assertThat(hiddenOf(parts, 5, 11)).isEqualTo(hiddenOf(parts, 5, 11));
    }
}
