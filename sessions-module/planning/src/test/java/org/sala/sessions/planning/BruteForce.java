package org.sala.sessions.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down every plan of a small gathering and has the checker count each. */
final class BruteForce {
    private final Gathering gathering;
    private final int[] sizes;
    private final List<Round> rounds = new ArrayList<>();
    private final List<Round> chosen = new ArrayList<>();
    private final Checker checker;
    private @Nullable Score best;

    BruteForce(Gathering gathering) {
        this.gathering = gathering;
        checker = new Checker(gathering);
        sizes = Sizes.even(gathering);
        int[] at = new int[gathering.people().size()];
        deal(at, 0, new int[sizes.length]);
    }

    Score best() {
        choose();
        if (best == null) {
            throw new AssertionError("every gathering has a plan");
        }
        return best;
    }

    private void deal(int[] at, int person, int[] dealt) {
        if (person == at.length) {
            rounds.add(round(at));
            return;
        }
        boolean[] emptySizes = new boolean[at.length + 1];
        for (int table = 0; table < sizes.length; table++) {
            // tables alike that nobody sits at yet are the same table
            boolean isSame = dealt[table] == 0 && emptySizes[sizes[table]];
            if (dealt[table] < sizes[table] && !isSame) {
                emptySizes[sizes[table]] |= dealt[table] == 0;
                dealt[table]++;
                at[person] = table;
                deal(at, person + 1, dealt);
                dealt[table]--;
            }
        }
    }

    private Round round(int[] at) {
        Map<Integer, List<PersonId>> people = new HashMap<>();
        for (int person = 0; person < at.length; person++) {
            people.computeIfAbsent(at[person], any -> new ArrayList<>())
                    .add(gathering.people().get(person).id());
        }
        return new Round(Arrays.stream(at)
                .distinct()
                .mapToObj(table ->
                        new Round.Group(gathering.tables().get(table).id(), people.getOrDefault(table, List.of())))
                .toList());
    }

    private void choose() {
        if (chosen.size() == gathering.rounds()) {
            Score score = checker.score(chosen);
            if (best == null || Score.BEST_FIRST.compare(score, best) < 0) {
                best = score;
            }
            return;
        }
        for (Round round : rounds) {
            chosen.add(round);
            choose();
            chosen.removeLast();
        }
    }
}
