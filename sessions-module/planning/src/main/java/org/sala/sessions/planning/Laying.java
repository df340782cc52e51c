package org.sala.sessions.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** First seats of a new plan: on a skeleton where tables are alike, by chance in the rounds that none covers. */
final class Laying {
    private final Room room;
    private final int[] sizes;
    private final SplittableRandom random;
    private final @Nullable Skeleton skeleton;
    private final List<Integer> empty;

    Laying(Room room, int[] sizes, SplittableRandom random) {
        this.room = room;
        this.sizes = sizes;
        this.random = random;
        Skeleton best = null;
        List<Integer> bestEmpty = List.of();
        for (Skeleton possible : possible()) {
            List<Integer> none = empty(possible, possible.places() - room.people());
            Skeleton left = possible;
            while (none == null) {
                left = left.first(left.rounds() - 1);
                none = empty(left, left.places() - room.people());
            }
            if (best == null || left.rounds() > best.rounds()) {
                best = left;
                bestEmpty = none;
            }
        }
        skeleton = best;
        empty = bestEmpty;
    }

    private List<Skeleton> possible() {
        int[] used = Arrays.stream(sizes).filter(size -> size > 0).sorted().toArray();
        int size = used[used.length - 1];
        return size > 1 && size - used[0] < 2 ? Skeleton.of(used.length, size, room.rounds()) : List.of();
    }

    /** Whether a skeleton covers every round: then nobody meets anybody twice. */
    boolean isPerfect() {
        return skeleton != null && skeleton.rounds() >= room.rounds();
    }

    /** Of each round and person, the table. */
    int[][] first() {
        int[][] first = new int[room.rounds()][];
        int covered = 0;
        if (skeleton != null) {
            int[] places = places(skeleton);
            for (; covered < skeleton.rounds(); covered++) {
                first[covered] = laid(skeleton, covered, places);
            }
        }
        for (int round = covered; round < first.length; round++) {
            first[round] = dealt();
        }
        return first;
    }

    /** Of each person a place; those of an organisation side by side, where they never meet. */
    private int[] places(Skeleton skeleton) {
        List<Integer> places =
                new ArrayList<>(IntStream.range(0, skeleton.places()).boxed().toList());
        places.removeAll(empty);
        int[] size = new int[room.organizations()];
        IntStream.range(0, room.people()).forEach(person -> size[room.organization(person)]++);
        int[] people = IntStream.range(0, room.people())
                .boxed()
                .sorted(Comparator.comparingInt((Integer person) -> -size[room.organization(person)])
                        .thenComparingInt(room::organization))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] place = new int[room.people()];
        for (int i = 0; i < people.length; i++) {
            place[people[i]] = places.get(i);
        }
        return place;
    }

    /** Places that stay empty, no two of them ever at one table: no table lacks more than one. Null where there are none. */
    private static @Nullable List<Integer> empty(Skeleton skeleton, int wanted) {
        for (int last = skeleton.places() - 1; last >= 0; last--) {
            List<Integer> empty = new ArrayList<>();
            for (int place = last; place >= 0 && empty.size() < wanted; place--) {
                int next = place;
                if (empty.stream().noneMatch(other -> skeleton.joins(next, other))) {
                    empty.add(place);
                }
            }
            if (empty.size() == wanted) {
                return empty;
            }
        }
        return null;
    }

    private int[] laid(Skeleton skeleton, int round, int[] places) {
        int[] count = new int[skeleton.tables()];
        for (int place : places) {
            count[skeleton.table(round, place)]++;
        }
        int[] table = new int[skeleton.tables()];
        List<Integer> full = tables(skeleton.size());
        List<Integer> lacking = tables(skeleton.size() - 1);
        for (int group = 0; group < table.length; group++) {
            table[group] = (count[group] == skeleton.size() ? full : lacking).removeFirst();
        }
        return Arrays.stream(places)
                .map(place -> table[skeleton.table(round, place)])
                .toArray();
    }

    private List<Integer> tables(int size) {
        return new ArrayList<>(IntStream.range(0, sizes.length)
                .filter(table -> sizes[table] == size)
                .boxed()
                .toList());
    }

    private int[] dealt() {
        int[] people = IntStream.range(0, room.people()).toArray();
        for (int i = people.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int person = people[i];
            people[i] = people[other];
            people[other] = person;
        }
        int[] table = new int[people.length];
        int dealt = 0;
        for (int i = 0; i < sizes.length; i++) {
            for (int seat = 0; seat < sizes[i]; seat++) {
                table[people[dealt++]] = i;
            }
        }
        return table;
    }
}
