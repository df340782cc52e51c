package org.sala.sessions.planning;

import java.util.Arrays;

/** What no plan can surpass, part by part, by counting seats. */
final class Bound {
    private final Room room;
    private final int[] least;
    private final int[] most;

    /**
     * Of plans with at least and at most so many people at each table.
     */
    Bound(Room room, int[] least, int[] most) {
        this.room = room;
        this.least = least;
        this.most = most;
    }

    Score score() {
        int colleagues = room.rounds() * pairs(room.organizations(), room::organization);
        int alike = room.rounds() * pairs(room.roles(), room::role);
        return new Score(0, colleagues, repeats(), 0, newOrganizations(), alike);
    }

    private interface Kind {
        int of(int person);
    }

    /** In a round, how many pairs of one kind sit together where each kind is spread as far as tables go. */
    private int pairs(int kinds, Kind kind) {
        int[] count = new int[kinds];
        for (int person = 0; person < room.people(); person++) {
            count[kind.of(person)]++;
        }
        int pairs = 0;
        for (int people : count) {
            int left = people;
            for (int layer = 0; left > 0; layer++) {
                int above = layer;
                int tables =
                        (int) Arrays.stream(most).filter(seats -> seats > above).count();
                int here = Math.min(left, tables);
                pairs += layer * here;
                left -= here;
            }
        }
        return pairs;
    }

    /** Whoever has no strangers left meets somebody again, best those whom they met least. */
    private int repeats() {
        int smallest = Arrays.stream(least).filter(size -> size > 0).min().orElse(1);
        int[] met = room.met();
        int people = room.people();
        int sum = 0;
        for (int person = 0; person < people && people > 1; person++) {
            int left = room.rounds() * (smallest - 1);
            for (int times = 0; left > 0; times++) {
                int known = 0;
                for (int other = 0; other < people; other++) {
                    known += other != person && met[person * people + other] <= times ? 1 : 0;
                }
                int meetings = Math.min(left, known);
                sum += meetings * times;
                left -= meetings;
            }
        }
        return (sum + 1) / 2;
    }

    private int newOrganizations() {
        int largest = Arrays.stream(most).max().orElse(1);
        boolean[] here = new boolean[room.organizations()];
        for (int person = 0; person < room.people(); person++) {
            here[room.organization(person)] = true;
        }
        boolean[] knew = room.knew();
        int sum = 0;
        for (int person = 0; person < room.people(); person++) {
            int open = 0;
            for (int other = 0; other < here.length; other++) {
                if (here[other] && other != room.organization(person) && !knew[person * here.length + other]) {
                    open++;
                }
            }
            sum += Math.min(open, room.rounds() * (largest - 1));
        }
        if (Arrays.equals(least, most)) {
            int encounters = room.rounds()
                    * Arrays.stream(most).map(size -> size * (size - 1)).sum();
            return Math.min(sum, encounters);
        }
        return sum;
    }
}
