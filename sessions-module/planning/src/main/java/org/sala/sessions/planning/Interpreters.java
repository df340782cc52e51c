package org.sala.sessions.planning;

import java.util.Arrays;

/** Sends interpreters to as many tables as can be: a matching of tables and kinds, by augmenting paths. */
final class Interpreters {
    private final int[] usable;
    private final int[] left;
    private final int[] sent;
    private int tried;

    private Interpreters(int[] usable, int[] tables) {
        this.usable = usable;
        left = tables.clone();
        sent = new int[usable.length];
        Arrays.fill(sent, -1);
    }

    /**
     * Which kind helps each table; -1 where none is left.
     *
     * @param usable of each table, the kinds that could help it, a bit each
     * @param tables of each kind, how many tables it can help
     */
    static int[] sent(int[] usable, int[] tables) {
        Interpreters interpreters = new Interpreters(usable, tables);
        for (int table = 0; table < usable.length; table++) {
            interpreters.tried = 0;
            interpreters.send(table);
        }
        return interpreters.sent;
    }

    private boolean send(int table) {
        for (int kind = 0; kind < left.length; kind++) {
            if ((usable[table] & ~tried & (1 << kind)) == 0) {
                continue;
            }
            tried |= 1 << kind;
            if (left[kind] > 0) {
                left[kind]--;
                sent[table] = kind;
                return true;
            }
            for (int other = 0; other < sent.length; other++) {
                if (sent[other] == kind && send(other)) {
                    sent[table] = kind;
                    return true;
                }
            }
        }
        return false;
    }
}
