package org.sala.sessions.planning;

import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Improves seats by simulated annealing, again and again from the best so far, each time for longer: so there is a good plan
 * soon, and a better one for whoever waits.
 */
final class Search {
    /** Hot enough to give up what costs most; whoever has a good plan begins warm. */
    private static final double HOT = 400;

    private static final double WARM = 12;
    private static final double COLD = 0.4;
    private static final long FIRST_CYCLE = 4_000;
    private static final long LONGEST_CYCLE = 3_200_000;
    private static final int STEPS_BETWEEN_LOOKS = 512;

    /** Which changes are tried. */
    enum Moves {
        /** Two take each other's place in all rounds: whatever a skeleton promises stays. */
        EXCHANGE,
        /** Two take each other's place in a round. */
        SWAP,
        /** That, or one moves to a table with room. */
        SWAP_OR_WALK
    }

    /** A way down, from that temperature to the cold. */
    record Cycle(Moves moves, double start) {}

    static final List<Cycle> ON_A_SKELETON = List.of(
            new Cycle(Moves.EXCHANGE, HOT),
            new Cycle(Moves.SWAP, HOT),
            new Cycle(Moves.EXCHANGE, WARM),
            new Cycle(Moves.SWAP, WARM));
    static final List<Cycle> ANYHOW = List.of(new Cycle(Moves.SWAP, HOT), new Cycle(Moves.SWAP, WARM));
    static final List<Cycle> REVISING = List.of(new Cycle(Moves.SWAP_OR_WALK, WARM));

    private final Room room;
    private final Seats seats;
    private final int[] least;
    private final SplittableRandom random;
    private final Watch watch;
    private final Onlooker onlooker;
    private final Score bound;
    private long steps;
    private long best;
    private Score bestScore;
    private boolean isUnmoved;
    private int[][] arrangement;
    private boolean isTold;
    private @Nullable Ended ended;

    /**
     * From seats in which everybody sits.
     *
     * @param least how many have to stay at each table
     */
    Search(Room room, Seats seats, int[] least, Score bound, SplittableRandom random, Watch watch, Onlooker onlooker) {
        this.room = room;
        this.seats = seats;
        this.least = least;
        this.bound = bound;
        this.random = random;
        this.watch = watch;
        this.onlooker = onlooker;
        best = seats.cost();
        bestScore = seats.score();
        isUnmoved = seats.moved() == 0;
        arrangement = seats.arrangement();
        look();
    }

    /** Goes through these cycles, longer each time, until it is over; then people sit as was best. */
    Ended run(List<Cycle> cycles) {
        long length = FIRST_CYCLE;
        Ended why = ended;
        for (int i = 0; why == null; i++) {
            seats.arrange(arrangement);
            why = anneal(cycles.get(i % cycles.size()), Math.min(length, watch.stepsLeft(steps)));
            length = Math.min(2 * length, LONGEST_CYCLE);
        }
        seats.arrange(arrangement);
        return why;
    }

    private @Nullable Ended anneal(Cycle cycle, long length) {
        double temperature = cycle.start();
        double cooling = StrictMath.pow(COLD / cycle.start(), (double) STEPS_BETWEEN_LOOKS / length);
        long cost = seats.cost();
        for (long step = 0; step < length && ended == null; ) {
            for (int i = 0; i < STEPS_BETWEEN_LOOKS && step < length; i++) {
                cost = tried(cycle.moves(), cost, temperature);
                step++;
                steps++;
            }
            temperature *= cooling;
            look();
        }
        return ended;
    }

    private void look() {
        if (!isTold) {
            isTold = true;
            onlooker.progressed(new Progress(bestScore, bound, steps));
            if (bestScore.reaches(bound) && isUnmoved) {
                ended = Ended.PERFECT;
                return;
            }
        }
        ended = watch.ended(steps);
    }

    /** What it costs after a change was tried, and made or not. */
    private long tried(Moves moves, long cost, double temperature) {
        int person = random.nextInt(room.people());
        int other = random.nextInt(room.people());
        int round = random.nextInt(room.rounds());
        return switch (moves) {
            case EXCHANGE -> exchanged(person, other, cost, temperature);
            case SWAP -> swapped(round, person, other, cost, temperature);
            case SWAP_OR_WALK ->
                random.nextBoolean()
                        ? swapped(round, person, other, cost, temperature)
                        : walked(round, person, cost, temperature);
        };
    }

    private long exchanged(int person, int other, long cost, double temperature) {
        if (person == other) {
            return cost;
        }
        seats.exchange(person, other);
        if (isKept(cost, temperature)) {
            return seats.cost();
        }
        seats.exchange(person, other);
        return cost;
    }

    private long swapped(int round, int person, int other, long cost, double temperature) {
        if (seats.table(round, person) == seats.table(round, other)) {
            return cost;
        }
        seats.swap(round, person, other);
        if (isKept(cost, temperature)) {
            return seats.cost();
        }
        seats.swap(round, person, other);
        return cost;
    }

    private long walked(int round, int person, long cost, double temperature) {
        int from = seats.table(round, person);
        int to = random.nextInt(room.tables());
        if (from == to || !seats.hasRoom(round, to) || seats.size(round, from) <= least[from]) {
            return cost;
        }
        seats.walk(round, person, to);
        if (isKept(cost, temperature)) {
            return seats.cost();
        }
        seats.walk(round, person, from);
        return cost;
    }

    /** Whether a change is kept that was just made, from what it cost before. */
    private boolean isKept(long cost, double temperature) {
        long then = seats.cost();
        if (then > cost && random.nextDouble() >= StrictMath.exp((cost - then) / temperature)) {
            return false;
        }
        keepIfBest(then);
        return true;
    }

    private void keepIfBest(long cost) {
        if (cost < best) {
            best = cost;
            bestScore = seats.score();
            isUnmoved = seats.moved() == 0;
            arrangement = seats.arrangement();
            isTold = false;
        }
    }
}
