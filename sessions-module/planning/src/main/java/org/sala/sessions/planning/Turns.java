package org.sala.sessions.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Skeletons from a few rounds and a group that moves them. */
final class Turns {
    private Turns() {}

    /** Everybody meets everybody: the circle method. One place stays, the others go round it. */
    static Skeleton ofPairs(int tables) {
        int others = 2 * tables - 1;
        int[][] table = new int[others][others + 1];
        for (int round = 0; round < others; round++) {
            for (int step = 1; step < tables; step++) {
                table[round][(round + step) % others] = step;
                table[round][(round - step + others) % others] = step;
            }
        }
        return new Skeleton(tables, 2, table);
    }

    /**
     * A round of eight tables of four and those that it gives.
     *
     * @param still moves that leave the round as it is: they give the other tables of the round
     * @param moves that give further rounds, the one that moves nothing among them
     * @param tables one of each kind
     */
    private record Base(List<Integer> still, List<Integer> moves, List<List<Integer>> tables) {}

    private static final List<Integer> EVERY = List.of(0, 1, 2, 3, 4, 5, 6, 7);
    private static final List<Integer> NONE = List.of(0);

    /**
     * Ten rounds of eight tables of four: the social golfers' 8-4-10, in which everybody meets all others but one. Places are
     * 8c + x; a move by m takes x to x XOR m, in each column c. The pairs that never meet are x and x XOR 4 of a column. The base
     * tables were found by an exact cover of the pairs' orbits under these eight moves: four rounds that no move changes,
     * two that half of the moves leave as they are, and one more of that kind (decision 0084).
     */
    private static final List<Base> EIGHT_TABLES_OF_FOUR = List.of(
            new Base(EVERY, NONE, List.of(List.of(0, 6, 8, 14), List.of(16, 19, 21, 22), List.of(24, 25, 30, 31))),
            new Base(EVERY, NONE, List.of(List.of(0, 9, 16, 31))),
            new Base(EVERY, NONE, List.of(List.of(0, 3, 24, 27), List.of(8, 15, 18, 21))),
            new Base(EVERY, NONE, List.of(List.of(0, 2, 5, 7), List.of(8, 9, 10, 11), List.of(16, 18, 24, 26))),
            new Base(
                    List.of(0, 1, 4, 5),
                    List.of(0, 2),
                    List.of(List.of(0, 1, 22, 23), List.of(2, 14, 16, 30), List.of(8, 13, 25, 28))),
            new Base(List.of(0, 1, 4, 5), List.of(0, 2), List.of(List.of(0, 15, 20, 29), List.of(2, 8, 23, 27))),
            new Base(List.of(0, 2, 4, 6), List.of(0, 1), List.of(List.of(0, 11, 19, 30), List.of(1, 12, 16, 27))));

    static Skeleton eightTablesOfFour() {
        List<int[]> rounds = new ArrayList<>();
        for (Base base : EIGHT_TABLES_OF_FOUR) {
            for (int move : base.moves()) {
                rounds.add(round(base, move));
            }
        }
        return new Skeleton(8, 4, rounds.toArray(int[][]::new));
    }

    private static int[] round(Base base, int move) {
        int[] table = new int[32];
        Arrays.fill(table, -1);
        int number = 0;
        for (List<Integer> places : base.tables()) {
            for (int still : base.still()) {
                if (table[places.getFirst() ^ still ^ move] < 0) {
                    for (int place : places) {
                        table[place ^ still ^ move] = number;
                    }
                    number++;
                }
            }
        }
        return table;
    }
}
