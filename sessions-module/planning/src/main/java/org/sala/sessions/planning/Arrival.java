package org.sala.sessions.planning;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** First seats of a revision: everybody where it was announced, newcomers and whoever can't stay where it serves best. */
final class Arrival {
    private final Room room;
    private final Seats seats;
    private final int[] least;
    private final int[][] announced;

    Arrival(Room room, Seats seats, int[] least, int[][] announced) {
        this.room = room;
        this.seats = seats;
        this.least = least;
        this.announced = announced;
    }

    void seatAll() {
        for (int round = 0; round < room.rounds(); round++) {
            for (int person = 0; person < room.people(); person++) {
                int table = announced[round][person];
                if (table >= 0 && seats.hasRoom(round, table)) {
                    seats.join(round, table, person);
                }
            }
            for (int person = 0; person < room.people(); person++) {
                if (seats.table(round, person) == Seats.NOWHERE) {
                    seat(round, person);
                }
            }
            for (int table = 0; table < room.tables(); table++) {
                while (seats.size(round, table) < least[table]) {
                    fetch(round, table);
                }
            }
        }
    }

    private void seat(int round, int person) {
        IntPredicate isShort = table -> seats.size(round, table) < least[table];
        boolean someAreShort = IntStream.range(0, room.tables()).anyMatch(isShort);
        int best = Seats.NOWHERE;
        long cheapest = Long.MAX_VALUE;
        for (int table = 0; table < room.tables(); table++) {
            if (someAreShort ? isShort.test(table) : seats.hasRoom(round, table)) {
                seats.join(round, table, person);
                if (seats.cost() < cheapest) {
                    best = table;
                    cheapest = seats.cost();
                }
                seats.leave(round, person);
            }
        }
        seats.join(round, best, person);
    }

    /** Somebody from a table that has more than it needs. */
    private void fetch(int round, int table) {
        int best = Seats.NOWHERE;
        long cheapest = Long.MAX_VALUE;
        for (int person = 0; person < room.people(); person++) {
            int from = seats.table(round, person);
            if (seats.size(round, from) > least[from]) {
                seats.walk(round, person, table);
                if (seats.cost() < cheapest) {
                    best = person;
                    cheapest = seats.cost();
                }
                seats.walk(round, person, from);
            }
        }
        seats.walk(round, best, table);
    }
}
