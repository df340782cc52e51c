package org.sala.eventing.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A context's events in the order of their positions: 1, 2, 3, without gaps. An event has no position of its own in the
 * database. It is the so-manieth in the order of (transaction, row), counted from the milestone before it; the
 * {@link Sequencer} says up to where that order is settled for ever.
 *
 * <p>Many threads may read.
 */
public final class History {

    private static final int REMEMBERED = 64;

    private static final String AFTER_MARK = """
             from event e
            where (e.transaction_id, e.row_id) > (cast(? as xid8), ?) and e.row_id > ? and e.row_id <= ?
            order by e.transaction_id, e.row_id""";

    private final JdbcTemplate database;
    private final EventCodes codes;

    /** Where readings ended: the next one mostly begins there. */
    private final Map<Long, Mark> ends = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Mark> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The history of the store in that data source's schema. */
    public History(DataSource dataSource) {
        this(dataSource, new EventCodes(dataSource));
    }

    History(DataSource dataSource, EventCodes codes) {
        this.database = new JdbcTemplate(dataSource);
        this.codes = codes;
    }

    /** The last position given; 0 in an empty store. */
    public long head() {
        return Objects.requireNonNull(database.queryForObject("select position from sequencer", Long.class));
    }

    /**
     * Reads events after a position, in order; none where there are none yet.
     *
     * @param limit how many at the most; fewer come where a restore from a dump divides them, so only an empty list says
     *     that there are no more
     * @throws IllegalStateException when events are missing that had positions
     */
    public List<StoredEvent> read(long after, int limit) {
        var era = eraOf(after);
        var number = (int) Math.min(limit, era.lastPosition() - after);
        if (number <= 0) {
            return List.of();
        }
        var events = read(era, markAt(after, era), after, number);
        if (events.size() < number) {
            throw new IllegalStateException(
                    "%d events have positions after %d, and %d are there".formatted(number, after, events.size()));
        }
        return events;
    }

    private List<StoredEvent> read(Era era, Mark from, long after, int number) {
        // A limit that stands in the text, and few different ones: of one that it doesn't know, PostgreSQL might expect
        // so much that it sorts the whole table. What is read beyond the number has no position yet.
        var limit = number == 1 ? 1 : Integer.highestOneBit(number - 1) << 1;
        return Objects.requireNonNull(database.query(
                "select e.transaction_id::text, e.row_id, " + EventTable.COLUMNS + AFTER_MARK + " limit " + limit,
                rows -> {
                    var events = new ArrayList<StoredEvent>(number);
                    while (events.size() < number && rows.next()) {
                        events.add(EventTable.read(rows, 2, after + events.size() + 1, codes));
                        if (events.size() == number) {
                            remember(after + number, new Mark(rows.getString(1), rows.getLong(2)));
                        }
                    }
                    return events;
                },
                from.transaction(),
                from.row(),
                era.aboveRow(),
                era.lastRow()));
    }

    /** Where the event of a position lies: remembered, at a milestone, or counted from one. */
    private Mark markAt(long position, Era era) {
        var remembered = remembered(position);
        if (remembered != null && remembered.row() > era.aboveRow()) {
            return remembered;
        }
        var milestone = milestoneBefore(position, era);
        var further = position - milestone.position();
        if (further == 0) {
            return milestone.mark();
        }
        var mark = Objects.requireNonNull(database.queryForObject(
                "select e.transaction_id::text, e.row_id" + AFTER_MARK + " limit 1 offset " + (further - 1),
                (row, n) -> new Mark(row.getString(1), row.getLong(2)),
                milestone.mark().transaction(),
                milestone.mark().row(),
                era.aboveRow(),
                era.lastRow()));
        remember(position, mark);
        return mark;
    }

    private Milestone milestoneBefore(long position, Era era) {
        return database
                .query(
                        """
                        select position, transaction_id::text, row_id from milestone
                        where position <= ? and position > ? order by position desc limit 1""",
                        (row, n) -> new Milestone(row.getLong(1), new Mark(row.getString(2), row.getLong(3))),
                        position,
                        era.afterPosition())
                .stream()
                .findFirst()
                .orElseGet(() -> new Milestone(era.afterPosition(), Mark.START));
    }

    /** The era of the event after that position, as far as there are positions. */
    private Era eraOf(long after) {
        return Objects.requireNonNull(database.queryForObject(
                """
                select one.above_row, one.after_position, next.above_row, next.after_position, sequencer.position
                from sequencer,
                    (select * from era where after_position <= ? order by above_row desc limit 1) one
                    left join lateral (select * from era where above_row > one.above_row order by above_row limit 1) next
                        on true""",
                (row, n) -> {
                    var isLast = row.getObject(3) == null;
                    return new Era(
                            row.getLong(1),
                            row.getLong(2),
                            isLast ? Long.MAX_VALUE : row.getLong(3),
                            isLast ? row.getLong(5) : row.getLong(4));
                },
                after));
    }

    private @Nullable Mark remembered(long position) {
        synchronized (ends) {
            return ends.get(position);
        }
    }

    private void remember(long position, Mark mark) {
        synchronized (ends) {
            ends.put(position, mark);
        }
    }

    /** A row, in the order of an era. */
    record Mark(String transaction, long row) {

        static final Mark START = new Mark("0", 0);
    }

    private record Milestone(long position, Mark mark) {}

    /** The rows above one and up to another, and their positions: after one and up to another. */
    private record Era(long aboveRow, long afterPosition, long lastRow, long lastPosition) {}
}
