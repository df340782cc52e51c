package org.sala.sessions.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Makes one plan, from its first seats to the last step of the search. */
final class Planner {
    private final Gathering gathering;
    private final Room room;
    private final long seed;
    private final Onlooker onlooker;
    private final SplittableRandom random;
    private final Watch watch;

    Planner(Gathering gathering, long seed, Limits limits, Onlooker onlooker) {
        this.gathering = gathering;
        this.seed = seed;
        this.onlooker = onlooker;
        room = new Room(gathering);
        random = new SplittableRandom(seed);
        watch = new Watch(limits, onlooker);
    }

    Plan plan() {
        int[] sizes = Sizes.even(gathering);
        Score bound = new Bound(room, sizes, sizes).score();
        Laying laying = new Laying(room, sizes, random);
        Seats seats = new Seats(room, sizes, nothingAnnounced());
        seats.arrange(laying.first());
        Search search = new Search(room, seats, sizes, bound, random, watch, onlooker);
        return plan(seats, bound, search.run(laying.isPerfect() ? Search.ON_A_SKELETON : Search.ANYHOW));
    }

    Plan revise(List<Round> rounds) {
        int[][] announced = announced(rounds);
        int[] wanted = new int[room.tables()];
        for (int[] round : announced) {
            Arrays.stream(round).filter(table -> table >= 0).forEach(table -> wanted[table]++);
        }
        int[] even = Sizes.even(gathering, wanted);
        int[] least = Sizes.least(gathering, even);
        int[] most = Sizes.most(gathering, even);
        Seats seats = new Seats(room, most, announced);
        new Arrival(room, seats, least, announced).seatAll();
        Score bound = new Bound(room, least, most).score();
        Search search = new Search(room, seats, least, bound, random, watch, onlooker);
        return plan(seats, bound, search.run(Search.REVISING));
    }

    private int[][] nothingAnnounced() {
        int[][] announced = new int[room.rounds()][room.people()];
        for (int[] round : announced) {
            Arrays.fill(round, Seats.NOWHERE);
        }
        return announced;
    }

    private int[][] announced(List<Round> rounds) {
        if (rounds.size() != room.rounds()) {
            throw new PlanRefused(
                    "%d rounds were announced, and %d are to come".formatted(rounds.size(), room.rounds()));
        }
        Map<TableId, Integer> tables = new HashMap<>();
        gathering.tables().forEach(table -> tables.put(table.id(), tables.size()));
        int[][] announced = nothingAnnounced();
        for (int round = 0; round < announced.length; round++) {
            for (Round.Group group : rounds.get(round).groups()) {
                for (PersonId id : group.people()) {
                    int person = room.number(id);
                    if (person >= 0 && announced[round][person] != Seats.NOWHERE) {
                        throw new PlanRefused("person %s was announced twice in round %d".formatted(id, round + 1));
                    }
                    if (person >= 0) {
                        announced[round][person] = tables.getOrDefault(group.table(), Seats.GONE);
                    }
                }
            }
        }
        return announced;
    }

    private Plan plan(Seats seats, Score bound, Ended ended) {
        List<Round> rounds = new ArrayList<>();
        for (int round = 0; round < room.rounds(); round++) {
            List<Round.Group> groups = new ArrayList<>();
            for (int table = 0; table < room.tables(); table++) {
                if (seats.size(round, table) > 0) {
                    groups.add(group(seats, round, table));
                }
            }
            rounds.add(new Round(groups));
        }
        List<PersonId> moved = IntStream.range(0, room.people())
                .filter(seats::isAway)
                .mapToObj(room::id)
                .toList();
        return new Plan(seed, rounds, seats.score(), bound, ended, moved, Planning.why(gathering, rounds));
    }

    private Round.Group group(Seats seats, int round, int table) {
        List<PersonId> people = IntStream.range(0, seats.size(round, table))
                .mapToObj(place -> room.id(seats.person(round, table, place)))
                .sorted()
                .toList();
        return new Round.Group(gathering.tables().get(table).id(), people);
    }
}
