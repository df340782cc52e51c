package org.sala.sessions.planning;

import java.util.Arrays;

/**
 * Who sits where while a plan is made, in the numbers of a {@link Room}, and what that is worth, kept up with every move.
 */
final class Seats {
    static final int NOWHERE = -1;

    /** A table that was announced and is not there. */
    static final int GONE = -2;

    /**
     * Whoever has to sit elsewhere than was announced: more than any pair at a table is worth, and less than that a whole
     * table can't talk.
     */
    private static final int MOVED_COSTS = 300;

    private final Room room;
    private final int people;
    private final int organizations;
    private final int[][] at;
    private final int[][] slot;
    private final int[][][] members;
    private final int[][] sizes;
    private final int[][][] roles;
    private final long[][] shared;
    private final int[][] usable;
    private final int[] muteIn;
    private final int[] interpretedIn;
    private final int[] met;
    private final boolean[] knew;
    private final int[] visits;
    private final int[][] announced;
    private final int[] away;
    private final int[] interpreters;
    private int mute;
    private int moved;
    private int colleagues;
    private int repeats;
    private int interpreted;
    private int newOrganizations;
    private int alike;

    /**
     * Nobody sits anywhere yet.
     *
     * @param most how many may sit at each table
     * @param announced of each round and person, the table that was announced; {@link #NOWHERE} where none was,
     *     {@link #GONE} where that table is no more
     */
    Seats(Room room, int[] most, int[][] announced) {
        this.room = room;
        this.announced = announced;
        people = room.people();
        organizations = room.organizations();
        int rounds = room.rounds();
        int tables = room.tables();
        at = new int[rounds][people];
        slot = new int[rounds][people];
        members = new int[rounds][tables][];
        for (int round = 0; round < rounds; round++) {
            Arrays.fill(at[round], NOWHERE);
            for (int table = 0; table < tables; table++) {
                members[round][table] = new int[most[table]];
            }
        }
        sizes = new int[rounds][tables];
        roles = new int[rounds][tables][room.roles()];
        shared = new long[rounds][tables];
        usable = new int[rounds][tables];
        for (int round = 0; round < rounds; round++) {
            Arrays.fill(shared[round], -1);
            Arrays.fill(usable[round], -1);
        }
        muteIn = new int[rounds];
        interpretedIn = new int[rounds];
        met = room.met();
        knew = room.knew();
        visits = new int[people * organizations];
        interpreters = room.interpreters();
        away = new int[people];
        for (int[] round : announced) {
            for (int person = 0; person < people; person++) {
                if (round[person] != NOWHERE && away[person]++ == 0) {
                    moved++;
                }
            }
        }
    }

    int table(int round, int person) {
        return at[round][person];
    }

    int size(int round, int table) {
        return sizes[round][table];
    }

    boolean hasRoom(int round, int table) {
        return sizes[round][table] < members[round][table].length;
    }

    /** Who sits there, at 0 to {@link #size}. */
    int person(int round, int table, int place) {
        return members[round][table][place];
    }

    boolean isAway(int person) {
        return away[person] > 0;
    }

    Score score() {
        return new Score(mute, colleagues, repeats, interpreted, newOrganizations, alike);
    }

    /** What the score costs, and what it costs that people are moved. */
    long cost() {
        return (long) Score.MUTE_COSTS * mute
                + (long) MOVED_COSTS * moved
                + (long) Score.COLLEAGUES_COST * colleagues
                + (long) Score.A_REPEAT_COSTS * repeats
                + (long) Score.AN_INTERPRETER_COSTS * interpreted
                - (long) Score.A_NEW_ORGANIZATION_BRINGS * newOrganizations
                + (long) Score.ALIKE_COST * alike;
    }

    int moved() {
        return moved;
    }

    void join(int round, int table, int person) {
        int[] here = members[round][table];
        int size = sizes[round][table];
        for (int i = 0; i < size; i++) {
            meet(person, here[i]);
        }
        here[size] = person;
        slot[round][person] = size;
        sizes[round][table] = size + 1;
        at[round][person] = table;
        alike += roles[round][table][room.role(person)]++;
        if (announced[round][person] == table && --away[person] == 0) {
            moved--;
        }
        speak(round, table, shared[round][table] & room.speaks(person), usable[round][table] & room.helped(person));
    }

    void leave(int round, int person) {
        int table = at[round][person];
        int[] here = members[round][table];
        int size = sizes[round][table] - 1;
        int last = here[size];
        here[slot[round][person]] = last;
        slot[round][last] = slot[round][person];
        sizes[round][table] = size;
        at[round][person] = NOWHERE;
        long languages = -1;
        int kinds = -1;
        for (int i = 0; i < size; i++) {
            part(person, here[i]);
            languages &= room.speaks(here[i]);
            kinds &= room.helped(here[i]);
        }
        alike -= --roles[round][table][room.role(person)];
        if (announced[round][person] == table && away[person]++ == 0) {
            moved++;
        }
        speak(round, table, languages, kinds);
    }

    void swap(int round, int one, int other) {
        int first = at[round][one];
        int second = at[round][other];
        leave(round, one);
        leave(round, other);
        join(round, second, one);
        join(round, first, other);
    }

    void walk(int round, int person, int table) {
        leave(round, person);
        join(round, table, person);
    }

    /** Each takes the other's place in every round. */
    void exchange(int one, int other) {
        for (int round = 0; round < at.length; round++) {
            if (at[round][one] != at[round][other]) {
                swap(round, one, other);
            }
        }
    }

    int[][] arrangement() {
        return Arrays.stream(at).map(int[]::clone).toArray(int[][]::new);
    }

    void arrange(int[][] arrangement) {
        for (int round = 0; round < at.length; round++) {
            for (int person = 0; person < people; person++) {
                if (at[round][person] != NOWHERE && at[round][person] != arrangement[round][person]) {
                    leave(round, person);
                }
            }
            for (int person = 0; person < people; person++) {
                if (at[round][person] == NOWHERE) {
                    join(round, arrangement[round][person], person);
                }
            }
        }
    }

    private void meet(int one, int other) {
        int before = met[one * people + other]++;
        met[other * people + one]++;
        repeats += before;
        if (room.organization(one) == room.organization(other)) {
            colleagues++;
        } else {
            visit(one, room.organization(other));
            visit(other, room.organization(one));
        }
    }

    private void visit(int person, int organization) {
        int of = person * organizations + organization;
        if (visits[of]++ == 0 && !knew[of]) {
            newOrganizations++;
        }
    }

    private void part(int one, int other) {
        int before = --met[one * people + other];
        met[other * people + one]--;
        repeats -= before;
        if (room.organization(one) == room.organization(other)) {
            colleagues--;
        } else {
            miss(one, room.organization(other));
            miss(other, room.organization(one));
        }
    }

    private void miss(int person, int organization) {
        int of = person * organizations + organization;
        if (--visits[of] == 0 && !knew[of]) {
            newOrganizations--;
        }
    }

    private void speak(int round, int table, long languages, int kinds) {
        boolean needed = shared[round][table] == 0;
        boolean needs = languages == 0;
        boolean changed = needed != needs || (needs && usable[round][table] != kinds);
        shared[round][table] = languages;
        usable[round][table] = kinds;
        if (changed) {
            interpret(round);
        }
    }

    private void interpret(int round) {
        int[] needy = new int[sizes[round].length];
        int count = 0;
        for (int table = 0; table < needy.length; table++) {
            if (shared[round][table] == 0) {
                needy[count++] = usable[round][table];
            }
        }
        int helped = 0;
        if (count > 0 && interpreters.length > 0) {
            for (int kind : Interpreters.sent(Arrays.copyOf(needy, count), interpreters)) {
                helped += kind < 0 ? 0 : 1;
            }
        }
        mute += count - helped - muteIn[round];
        interpreted += helped - interpretedIn[round];
        muteIn[round] = count - helped;
        interpretedIn[round] = helped;
    }
}
