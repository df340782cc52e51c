package org.sala.sessions.planning;

import java.util.ArrayList;
import java.util.List;

/**
 * Skeletons from a transversal design: places stand in columns, as many columns as a table has places, as many places in a
 * column as there are tables. In every round each column is turned by some amount, and tables are the rows then. Two places
 * meet twice just where their columns are turned against each other alike in two rounds; so all such differences differ.
 *
 * <p>Over a field the amounts are round times column, which gives as many rounds as there are tables: an affine plane
 * where tables have as many places as there are tables. Where their number is no power of a prime, amounts are searched for.
 * People in one column never meet in these rounds; where tables divide a column, they meet in more rounds, column by column.
 */
final class Grid {
    /** What the search for amounts may try, each time. */
    private static final int MOST_TRIES = 50_000;

    private final Ring ring;
    private final int columns;
    private final int rounds;
    private final int[][] turned;
    private final boolean[][][] taken;
    private int tries;

    private Grid(Ring ring, int columns, int rounds) {
        this.ring = ring;
        this.columns = columns;
        this.rounds = rounds;
        turned = new int[columns][rounds];
        taken = new boolean[columns][columns][ring.size()];
    }

    static Skeleton skeleton(int tables, int size, int rounds) {
        if (tables == 1) {
            return new Skeleton(tables, size, new int[1][size]);
        }
        Ring ring = Ring.of(tables);
        List<int[]> table = new ArrayList<>();
        for (int most = Math.min(tables, rounds); table.isEmpty(); most--) {
            Grid grid = new Grid(ring, size, most);
            if (most == 1 || (size <= tables && grid.turn(0, 0))) {
                table.addAll(grid.rounds());
            }
        }
        if (table.size() < rounds && tables % size == 0) {
            int inColumn = tables / size;
            Skeleton within = skeleton(inColumn, size, rounds - table.size());
            for (int round = 0; round < within.rounds(); round++) {
                int[] all = new int[tables * size];
                for (int place = 0; place < all.length; place++) {
                    all[place] = place / tables * inColumn + within.table(round, place % tables);
                }
                table.add(all);
            }
        }
        return new Skeleton(tables, size, table.toArray(int[][]::new));
    }

    /** Finds amounts from there on, column by column. */
    private boolean turn(int column, int round) {
        if (column == columns) {
            return true;
        }
        if (round == rounds) {
            return turn(column + 1, 0);
        }
        if (column == 0 || round == 0) {
            return fits(column, round, 0) && turnedBy(column, round, 0);
        }
        int first = ring.times(column % ring.size(), round);
        for (int i = 0; i < ring.size(); i++) {
            int amount = (first + i) % ring.size();
            if (fits(column, round, amount)) {
                if (++tries > MOST_TRIES) {
                    return false;
                }
                if (turnedBy(column, round, amount)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean fits(int column, int round, int amount) {
        for (int other = 0; other < column; other++) {
            if (taken[other][column][ring.minus(amount, turned[other][round])]) {
                return false;
            }
        }
        return true;
    }

    private boolean turnedBy(int column, int round, int amount) {
        turned[column][round] = amount;
        take(column, round, true);
        if (turn(column, round + 1)) {
            return true;
        }
        take(column, round, false);
        return false;
    }

    private void take(int column, int round, boolean value) {
        for (int other = 0; other < column; other++) {
            taken[other][column][ring.minus(turned[column][round], turned[other][round])] = value;
        }
    }

    private List<int[]> rounds() {
        List<int[]> all = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            int[] table = new int[columns * ring.size()];
            for (int place = 0; place < table.length; place++) {
                table[place] = ring.minus(place % ring.size(), turned[place / ring.size()][round]);
            }
            all.add(table);
        }
        return all;
    }
}
