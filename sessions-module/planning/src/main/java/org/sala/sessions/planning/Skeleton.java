package org.sala.sessions.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rounds in which no two meet twice, before anybody is seated: which table each place has in each round. Whoever sits on
 * which place, nobody meets anybody twice.
 */
final class Skeleton {
    private final int tables;
    private final int size;
    private final int[][] table;

    /**
     * Of {@code tables * size} places.
     *
     * @param size how many places a table has
     * @param table of each round and place; nobody writes into it
     */
    Skeleton(int tables, int size, int[][] table) {
        this.tables = tables;
        this.size = size;
        this.table = table;
    }

    int rounds() {
        return table.length;
    }

    int tables() {
        return tables;
    }

    int size() {
        return size;
    }

    int table(int round, int place) {
        return table[round][place];
    }

    int places() {
        return tables * size;
    }

    Skeleton first(int rounds) {
        return rounds >= rounds() ? this : new Skeleton(tables, size, Arrays.copyOf(table, rounds));
    }

    /** Whether two places ever share a table. */
    boolean joins(int one, int other) {
        for (int[] round : table) {
            if (round[one] == round[other]) {
                return true;
            }
        }
        return false;
    }

    /** All that can be constructed, each with as many rounds as can be, up to {@code rounds}. */
    static List<Skeleton> of(int tables, int size, int rounds) {
        List<Skeleton> all = new ArrayList<>();
        all.add(Grid.skeleton(tables, size, rounds));
        if (size == 2) {
            all.add(Turns.ofPairs(tables).first(rounds));
        }
        if (size == 4 && tables == 8) {
            all.add(Turns.eightTablesOfFour().first(rounds));
        }
        return all;
    }
}
