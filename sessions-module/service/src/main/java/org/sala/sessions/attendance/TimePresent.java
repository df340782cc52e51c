package org.sala.sessions.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The times that one person was present, none overlapping another: each minute counts once, however many marks, modes or
 * sessions tell of it.
 */
public record TimePresent(List<Held> times) {

    private static final TimePresent NONE = new TimePresent(List.of());

    public TimePresent {
        times = List.copyOf(times);
    }

    /**
     * While a session was held, by the marks of one person in it. From each coming to the next leaving in the same mode;
     * without one, to the end. Who leaves without having come wasn't there, as far as anybody knows.
     */
    public static TimePresent of(Collection<Mark> marks, Held held) {
        return marks.stream().collect(Collectors.groupingBy(Mark::mode)).values().stream()
                .flatMap(inOneMode -> stays(inOneMode, held.until()))
                .map(stay -> clipped(stay, held))
                .filter(stay -> stay.from().isBefore(stay.until()))
                .map(stay -> new TimePresent(List.of(stay)))
                .reduce(NONE, TimePresent::and);
    }

    /** Both together. */
    public TimePresent and(TimePresent other) {
        var all = new ArrayList<Held>();
        Stream.concat(times.stream(), other.times.stream())
                .sorted(Comparator.comparing(Held::from))
                .forEach(next -> {
                    var last = all.isEmpty() ? null : all.getLast();
                    if (last == null || last.until().isBefore(next.from())) {
                        all.add(next);
                    } else if (last.until().isBefore(next.until())) {
                        all.set(all.size() - 1, new Held(last.from(), next.until()));
                    }
                });
        return new TimePresent(all);
    }

    /** Whole minutes in all, without what is left of the last. */
    public int minutes() {
        return Math.toIntExact(times.stream()
                .map(time -> Duration.between(time.from(), time.until()))
                .reduce(Duration.ZERO, Duration::plus)
                .toMinutes());
    }

    private static Stream<Held> stays(List<Mark> inOneMode, Instant end) {
        var moments = new TreeMap<Instant, Moment>();
        for (var mark : inOneMode) {
            moments.merge(mark.at(), Moment.of(mark), Moment::and);
        }
        var stays = new ArrayList<Held>();
        Instant since = null;
        for (var moment : moments.entrySet()) {
            var inside = moment.getValue().inside(since != null);
            if (inside && since == null) {
                since = moment.getKey();
            } else if (!inside && since != null) {
                stays.add(new Held(since, moment.getKey()));
                since = null;
            }
        }
        if (since != null && since.isBefore(end)) {
            stays.add(new Held(since, end));
        }
        return stays.stream();
    }

    private static Held clipped(Held stay, Held held) {
        return new Held(
                stay.from().isBefore(held.from()) ? held.from() : stay.from(),
                stay.until().isAfter(held.until()) ? held.until() : stay.until());
    }

    /** What is told of one moment in one mode. */
    private record Moment(boolean came, boolean left) {

        static Moment of(Mark mark) {
            return new Moment(mark.came(), !mark.came());
        }

        Moment and(Moment other) {
            return new Moment(came || other.came, left || other.left);
        }

        /** Who comes and leaves in one moment is where they were before: a stay of no length is none, and ends none. */
        boolean inside(boolean before) {
            return (came && left) ? before : came;
        }
    }
}
