package org.sala.eventing.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** How events go into the table and come out of it. Each type of parameter goes over the wire in binary. */
final class EventTable {

    /** What {@link #read} reads, of a table {@code e}. */
    static final String COLUMNS = "e.event_id, e.sequence, e.recorded_at, e.aggregate_type, e.type, e.aggregate_id,"
            + " e.correlation, e.causation, e.actor, e.role, e.aggregate_key, e.metadata, e.payload";

    /** The leaf of an event {@code e} in the hash tree. */
    static final String LEAF = "event_leaf(e, (select name from event_name where code = e.aggregate_type),"
            + " (select name from event_name where code = e.type))";

    private static final String INTO = "insert into event (event_id, sequence, recorded_at, aggregate_type, type,"
            + " aggregate_id, correlation, causation, actor, role, aggregate_key, metadata, payload)";

    private static final String INSERT_ONE =
            INTO + " values (?, ?, timestamptz 'epoch' + ? * interval '1 microsecond', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    // Arrays of uuid would go as text: two of int8 halves each would be quicker still, and nobody could read it.
    private static final String INSERT_MANY = INTO + """
             select event_id::uuid, sequence, timestamptz 'epoch' + micros * interval '1 microsecond', aggregate_type,
                type, aggregate_id::uuid, correlation::uuid, causation::uuid, actor, role, aggregate_key, metadata, payload
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as given (event_id, sequence, micros, aggregate_type, type,
                aggregate_id, correlation, causation, actor, role, aggregate_key, metadata, payload)""";

    private EventTable() {}

    /** Stores events in one statement: in the thread's transaction, or, where there is none, for good. */
    static void insert(JdbcTemplate database, List<EventRow> rows) {
        insert(database, rows, "");
    }

    /**
     * Stores events and commits the thread's transaction, in one round trip. Where the events can't be stored it is not
     * committed: the server passes over what follows a statement that failed.
     */
    static void insertAndCommit(JdbcTemplate database, List<EventRow> rows) {
        insert(database, rows, "; commit");
    }

    private static void insert(JdbcTemplate database, List<EventRow> rows, String then) {
        database.execute((ConnectionCallback<@Nullable Void>) connection -> {
            insert(connection, rows, then);
            return null;
        });
    }

    private static void insert(Connection connection, List<EventRow> rows, String then) throws SQLException {
        // Most commands lead to one event: the plain statement is the cheaper one.
        try (var statement = connection.prepareStatement((rows.size() == 1 ? INSERT_ONE : INSERT_MANY) + then)) {
            if (rows.size() == 1) {
                set(statement, rows.getFirst());
            } else {
                set(connection, statement, rows);
            }
            statement.execute();
        }
    }

    private static void set(PreparedStatement statement, EventRow row) throws SQLException {
        var metadata = row.metadata();
        statement.setObject(1, row.id());
        statement.setLong(2, row.sequence());
        statement.setLong(3, row.recordedAtMicros());
        statement.setShort(4, row.aggregateType());
        statement.setShort(5, row.type());
        statement.setObject(6, row.aggregate().uuid());
        statement.setObject(7, metadata.correlation(), Types.OTHER);
        statement.setObject(8, metadata.causation(), Types.OTHER);
        statement.setString(9, metadata.actor());
        statement.setString(10, metadata.role());
        statement.setString(11, row.aggregate().key());
        statement.setBytes(12, metadata.others());
        statement.setBytes(13, row.payload());
    }

    private static void set(Connection connection, PreparedStatement statement, List<EventRow> rows)
            throws SQLException {
        var columns = new Columns(connection, statement, rows);
        columns.set("text", String[]::new, row -> row.id().toString());
        columns.set("int8", Long[]::new, EventRow::sequence);
        columns.set("int8", Long[]::new, EventRow::recordedAtMicros);
        columns.set("int2", Short[]::new, EventRow::aggregateType);
        columns.set("int2", Short[]::new, EventRow::type);
        columns.set("text", String[]::new, row -> row.aggregate().uuid().toString());
        columns.set("text", String[]::new, row -> text(row.metadata().correlation()));
        columns.set("text", String[]::new, row -> text(row.metadata().causation()));
        columns.set("text", String[]::new, row -> row.metadata().actor());
        columns.set("text", String[]::new, row -> row.metadata().role());
        columns.set("text", String[]::new, row -> row.aggregate().key());
        columns.set("bytea", byte[][]::new, row -> row.metadata().others());
        columns.set("bytea", byte[][]::new, EventRow::payload);
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    /** Sets one array after the other. */
    private static final class Columns {

        private final Connection connection;
        private final PreparedStatement statement;
        private final List<EventRow> rows;
        private int number;

        Columns(Connection connection, PreparedStatement statement, List<EventRow> rows) {
            this.connection = connection;
            this.statement = statement;
            this.rows = rows;
        }

        <T> void set(String type, Function<Integer, @Nullable T[]> array, Function<EventRow, @Nullable T> value)
                throws SQLException {
            var values = array.apply(rows.size());
            for (var i = 0; i < values.length; i++) {
                values[i] = value.apply(rows.get(i));
            }
            statement.setArray(++number, connection.createArrayOf(type, values));
        }
    }

    /**
     * Reads an event.
     *
     * @param position 0 where it is not known
     */
    static StoredEvent read(ResultSet row, long position, EventCodes codes) throws SQLException {
        var key = row.getString(11);
        return new StoredEvent(
                position,
                row.getObject(1, UUID.class),
                codes.nameOf(row.getShort(4)),
                key == null ? row.getObject(6, UUID.class).toString() : key,
                row.getLong(2),
                codes.nameOf(row.getShort(5)),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                new EventMetadata(
                        row.getObject(7, UUID.class),
                        row.getObject(8, UUID.class),
                        row.getString(9),
                        row.getString(10),
                        row.getBytes(12)),
                row.getBytes(13));
    }
}
