package org.sala.sessions.planning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How many sit at each table: as alike as seats allow, and no group below the smallest where that can be. */
final class Sizes {
    private Sizes() {}

    /**
     * The number of people at each table, in the order of the tables; 0 where it stays empty.
     *
     * @param wanted of each table, how much it is wanted beside others with as many seats
     */
    static int[] even(Gathering gathering, int[] wanted) {
        List<Gathering.Table> tables = gathering.tables();
        int people = gathering.people().size();
        int[] order = IntStream.range(0, tables.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer table) -> -wanted[table])
                        .thenComparingInt(table -> -tables.get(table).seats()))
                .mapToInt(Integer::intValue)
                .toArray();
        int used = Math.min(tables.size(), Math.max(1, people / gathering.smallest()));
        while (IntStream.range(0, used).map(i -> tables.get(order[i]).seats()).sum() < people) {
            used++;
        }
        int[] open = Arrays.copyOf(order, used);
        Arrays.sort(open);
        int[] sizes = new int[tables.size()];
        for (int seated = 0; seated < people; seated++) {
            int next = -1;
            for (int table : open) {
                if (sizes[table] < tables.get(table).seats() && (next < 0 || sizes[table] < sizes[next])) {
                    next = table;
                }
            }
            sizes[next]++;
        }
        return sizes;
    }

    static int[] even(Gathering gathering) {
        return even(gathering, new int[gathering.tables().size()]);
    }

    /**
     * How few may sit at each table so that people needn't move: one less than elsewhere, but not where that makes a group too small.
     * Tables that are full of fewer people than sit elsewhere stay full.
     */
    static int[] least(Gathering gathering, int[] even) {
        int usual = IntStream.range(0, even.length)
                .filter(table -> even[table] > 0
                        && even[table] < gathering.tables().get(table).seats())
                .map(table -> even[table])
                .min()
                .orElseGet(() -> Arrays.stream(even).max().orElse(1));
        int least = Math.max(usual - 1, Math.min(usual, gathering.smallest()));
        return Arrays.stream(even).map(size -> Math.min(size, least)).toArray();
    }

    /** How many may sit at each table so that people needn't move: one more than anywhere, as far as there are seats. */
    static int[] most(Gathering gathering, int[] even) {
        int largest = Arrays.stream(even).max().orElse(1);
        return IntStream.range(0, even.length)
                .map(table -> even[table] == 0
                        ? 0
                        : Math.min(gathering.tables().get(table).seats(), largest + 1))
                .toArray();
    }
}
