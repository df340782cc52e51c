package org.sala.eventing.store;

import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * A context's events in the order of their positions: 1, 2, 3, without gaps. An event has no position of its own in the
 * database. It is the so-manieth in the order of (transaction, row), counted from the milestone before it; the
 * {@link Sequencer} says up to where that order is settled for ever.
 *
 * <p>Many threads may read.
 */
public final class History {

    private final JdbcTemplate database;
    private final EventCodes codes;

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
        var section = sectionAfter(after, limit);
        var number = section.numberAfter(after, limit);
        var events = select(
                EventTable.COLUMNS, section, after, number, (row, n) -> EventTable.read(row, after + n + 1, codes));
        if (events.size() < number) {
            throw new IllegalStateException(
                    "%d events have positions after %d, and %d are there".formatted(number, after, events.size()));
        }
        return events;
    }

    /** The leaves of the hash tree after a position, as the events are now; fewer where events are missing. */
    List<HashTree.Hash> leaves(long after, int limit) {
        var section = sectionAfter(after, limit);
        return select(
                "coalesce(" + EventTable.LEAF + ", '')",
                section,
                after,
                section.numberAfter(after, limit),
                (row, n) -> new HashTree.Hash(row.getBytes(1)));
    }

    /** Between two milestones: whatever plan PostgreSQL makes, it looks at few more rows than are asked for. */
    private <T> List<T> select(String columns, Section section, long after, int number, RowMapper<T> mapper) {
        if (number == 0) {
            return List.of();
        }
        return database.query(
                "select " + columns + """
                         from event e
                        where (e.transaction_id, e.row_id) > (cast(? as xid8), ?)
                            and (e.transaction_id, e.row_id) <= (cast(? as xid8), ?) and e.row_id > ? and e.row_id <= ?
                        order by e.transaction_id, e.row_id offset ? limit ?""",
                mapper,
                section.from().mark().transaction(),
                section.from().mark().row(),
                section.to().transaction(),
                section.to().row(),
                section.aboveRow(),
                section.lastRow(),
                after - section.from().position(),
                number);
    }

    /** Between which milestones the next events lie, and in which era: up to its end only. */
    private Section sectionAfter(long after, int limit) {
        return Objects.requireNonNull(database.queryForObject(
                """
                select era.above_row, coalesce(next.above_row, 9223372036854775807),
                    coalesce(next.after_position, sequencer.position),
                    coalesce(before.position, era.after_position),
                    coalesce(before.transaction_id, '0')::text, coalesce(before.row_id, 0),
                    coalesce(beyond.transaction_id, sequencer.transaction_id)::text,
                    coalesce(beyond.row_id, sequencer.row_id)
                from sequencer
                    join lateral (select * from era where after_position <= ? order by above_row desc limit 1) era on true
                    left join lateral (
                        select * from era next where next.above_row > era.above_row order by above_row limit 1) next on true
                    left join lateral (
                        select * from milestone where position <= ? and position > era.after_position
                        order by position desc limit 1) before on true
                    left join lateral (
                        select * from milestone where position >= least(?, next.after_position)
                        order by position limit 1) beyond on true""",
                (row, n) -> new Section(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        new Milestone(row.getLong(4), new Mark(row.getString(5), row.getLong(6))),
                        new Mark(row.getString(7), row.getLong(8))),
                after,
                after,
                after + limit));
    }

    /** A row, in the order of an era. */
    record Mark(String transaction, long row) {

        static final Mark START = new Mark("0", 0);
    }

    private record Milestone(long position, Mark mark) {}

    /**
     * Where to look.
     *
     * @param aboveRow the era's rows lie above this one
     * @param lastRow and up to this one
     * @param lastPosition the last that the era has, or has so far
     * @param from a milestone at the wanted position or a little before it
     * @param to a milestone beyond the wanted events, or the last event that has a position
     */
    private record Section(long aboveRow, long lastRow, long lastPosition, Milestone from, Mark to) {

        int numberAfter(long position, int limit) {
            return (int) Math.max(0, Math.min(limit, lastPosition - position));
        }
    }
}
