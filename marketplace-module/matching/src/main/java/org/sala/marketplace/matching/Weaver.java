package org.sala.marketplace.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Puts together exchanges that serve every need of a board, as the {@link Circulation} says could be were length no
 * matter. First it goes through the needs once, scarcest first, and takes for each the first exchange that keeps the
 * others within reach. Where some are left over, it tears up a few exchanges, takes those needs in another order, and
 * keeps what leaves fewer over. It finds, and proves nothing.
 */
final class Weaver {
    private static final int TEAR_FEWEST = 3;
    private static final int TEAR_MOST = 12;
    private static final long STEPS_A_NEED = 20_000;

    private final Board board;
    private final Order order;
    private final Search search;
    private final int[] shuffled;
    // always the same: the answer is to depend on the market and the seed alone
    private final Random random = new Random(1);

    private List<Draft> best = List.of();
    private int over;

    Weaver(Board board, long target, Watch watch) {
        this.board = board;
        order = Order.ofScarcity(board);
        search = new Search(board, order, board.count, new int[board.demands], watch);
        search.circulation.aimAt(target);
        shuffled = order.needs.clone();
        over = board.needs.length;
    }

    /** What was put together last, and best. */
    List<Draft> best() {
        return best;
    }

    /** The needs that it serves, or does not. */
    List<Market.Need> needs(boolean served) {
        boolean[] serves = new boolean[board.needs.length];
        for (Draft draft : best) {
            for (int need : draft.needs()) {
                serves[need] = true;
            }
        }
        return IntStream.range(0, serves.length)
                .filter(need -> serves[need] == served)
                .mapToObj(need -> board.needs[need])
                .toList();
    }

    /** How many needs are left over by it. */
    int over() {
        return over;
    }

    /**
     * Goes on until nothing is left over, or as often as it may.
     *
     * @throws Search.Stopped by the watch; {@link #best} is right then too
     */
    void weave(int rounds) {
        int start = search.circulation.mark();
        long worth = search.circulation.worth();
        for (int round = 0; round < rounds && over > 0; round++) {
            List<Draft> kept = new ArrayList<>(best);
            if (round > 0) {
                Collections.shuffle(kept, random);
                int torn = Math.min(kept.size(), TEAR_FEWEST + random.nextInt(TEAR_MOST - TEAR_FEWEST + 1));
                kept = kept.subList(torn, kept.size());
                shuffle();
            }
            for (Draft draft : kept) {
                if (!search.take(draft)) {
                    throw new IllegalStateException("What could be taken together can be taken in another order");
                }
            }
            try {
                dive(round == 0 ? order.needs : shuffled);
            } finally {
                keepIfBetter();
            }
            while (!search.taken.isEmpty()) {
                search.putBack(search.taken.getLast(), start, worth);
            }
        }
    }

    private void keepIfBetter() {
        int left = board.needs.length;
        for (Draft draft : search.taken) {
            left -= draft.legs();
        }
        if (left <= over) {
            over = left;
            best = List.copyOf(search.taken);
        }
    }

    private void dive(int[] needs) {
        for (int need : needs) {
            if (search.isOpen(need)) {
                search.allow(STEPS_A_NEED);
                search.serve(need, () -> true);
            }
        }
    }

    private void shuffle() {
        for (int i = shuffled.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int need = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = need;
        }
    }
}
