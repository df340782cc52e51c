package org.sala.registration.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationQueries.Line;

/** The people of one summit, in memory. */
final class Roster {

    /**
     * A person as they are looked for.
     *
     * @param folded both names, as they are compared
     * @param key what they are ordered by
     */
    record Row(Line line, String folded, String key) {

        private static final Comparator<Row> BY_NAME = Comparator.comparing(Row::key)
                .thenComparing(row -> row.line().participant().value());

        static Row of(Line line) {
            return new Row(line, foldedOf(line.name()), keyOf(line.name()));
        }

        /** Shows nothing of who it is. */
        @Override
        public String toString() {
            return line.participant().toString();
        }
    }

    /**
     * What became of some people.
     *
     * @param lines empty for whoever was forgotten
     * @param seen up to where it is all
     */
    record Changes(Map<ParticipantId, Optional<Line>> lines, long seen) {}

    private final Map<ParticipantId, Row> people = new HashMap<>();
    private final SortedSet<Row> byName = new TreeSet<>(Row.BY_NAME);
    private long seen;

    synchronized void refresh(LongFunction<Changes> since) {
        var changes = since.apply(seen);
        changes.lines().forEach((participant, line) -> {
            var before = people.remove(participant);
            if (before != null) {
                byName.remove(before);
            }
            line.map(Row::of).ifPresent(row -> {
                people.put(participant, row);
                byName.add(row);
            });
        });
        seen = changes.seen();
    }

    synchronized List<Line> find(Predicate<Row> wanted) {
        var found = new ArrayList<Line>();
        for (var row : byName) {
            if (wanted.test(row)) {
                found.add(row.line());
            }
        }
        return found;
    }

    synchronized Optional<Line> line(ParticipantId participant) {
        return Optional.ofNullable(people.get(participant)).map(Row::line);
    }

    /** In Latin letters where there are any: those who keep lists sort by them. */
    private static String keyOf(PersonName name) {
        var shown = name.latin() != null ? name.latin() : name.km();
        return shown == null ? "" : Folded.of(shown);
    }

    private static String foldedOf(PersonName name) {
        var both = new StringBuilder();
        if (name.km() != null) {
            both.append(Folded.of(name.km()));
        }
        if (name.latin() != null) {
            both.append('\n').append(Folded.of(name.latin()));
        }
        return both.toString();
    }
}
