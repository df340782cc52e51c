package org.sala.ui.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sala.sessions.api.Place;
import org.sala.ui.programme.Programme.Session;

/**
 * Where the sessions of a day stand on a grid: a line for each moment at which one begins or ends, and a column for each
 * room. Sessions without a room may be at the same time: they have as many columns as they need.
 *
 * @param columns rooms, in the order of their names, those without one last
 * @param lines in their order
 */
record DayGrid(List<Column> columns, List<Instant> lines, List<Placed> placed) {

    /** @param room absent: online */
    record Column(@Nullable String room) {}

    /**
     * A session on it.
     *
     * @param column from 0
     * @param first the line at which it begins, from 0
     * @param last the line at which it ends
     */
    record Placed(Session session, int column, int first, int last) {}

    /** @param sessions of one day, in the order in which they begin */
    static DayGrid of(List<Session> sessions) {
        var lines = sessions.stream()
                .flatMap(session -> Stream.of(session.start(), session.end()))
                .distinct()
                .sorted()
                .toList();
        var columns = new ArrayList<Column>();
        var placed = new ArrayList<Placed>();
        rooms(sessions).forEach((room, held) -> {
            var ends = new ArrayList<Instant>();
            var from = columns.size();
            for (var session : held) {
                var lane = lane(ends, session);
                if (lane == ends.size()) {
                    ends.add(session.end());
                    columns.add(new Column(held.getFirst().room()));
                } else {
                    ends.set(lane, session.end());
                }
                placed.add(
                        new Placed(session, from + lane, lines.indexOf(session.start()), lines.indexOf(session.end())));
            }
        });
        return new DayGrid(List.copyOf(columns), lines, List.copyOf(placed));
    }

    /** By the room, however its name is written; online alone comes last. */
    private static TreeMap<String, List<Session>> rooms(List<Session> sessions) {
        var rooms = new TreeMap<String, List<Session>>();
        for (var session : sessions) {
            var room = session.room();
            var key = room == null ? String.valueOf(Character.MAX_VALUE) : Place.sameRoom(room);
            rooms.computeIfAbsent(key, each -> new ArrayList<>()).add(session);
        }
        return rooms;
    }

    private static int lane(List<Instant> ends, Session session) {
        for (var lane = 0; lane < ends.size(); lane++) {
            if (!Objects.requireNonNull(ends.get(lane)).isAfter(session.start())) {
                return lane;
            }
        }
        return ends.size();
    }
}
