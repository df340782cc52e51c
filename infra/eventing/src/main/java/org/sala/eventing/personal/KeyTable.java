package org.sala.eventing.personal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows in which persons' keys lie wrapped, one a person. */
final class KeyTable {

    private static final String COLUMNS = "subject, keyset, nullif(forgotten, '{}'), destroyed_at is not null, kinds";

    /** Kinds stand in the keyset too; a replay reads the rows of everybody. */
    private static final String COLUMNS_TO_OPEN =
            "subject, keyset, nullif(forgotten, '{}'), destroyed_at is not null, null";

    private KeyTable() {}

    /**
     * A person's.
     *
     * @param keyset the wrapped keys; null where there are none
     * @param kinds for which there are keys in it
     * @param forgotten kinds that there shall be no key for, not even a new one
     * @param erased that there shall be no key at all
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Row(String person, byte @Nullable [] keyset, Set<String> kinds, Set<String> forgotten, boolean erased) {

        static Row none(String person) {
            return new Row(person, null, Set.of(), Set.of(), false);
        }

        Row with(byte @Nullable [] otherKeyset, Set<String> otherKinds) {
            return new Row(person, otherKeyset, otherKinds, forgotten, erased);
        }

        /** A key of that kind is to be there no more. */
        Row forgetting(String kind) {
            var all = new HashSet<>(forgotten);
            all.add(kind);
            return new Row(person, keyset, kinds, all, erased);
        }

        /** Whether the row is as it has to be after that key was destroyed. */
        boolean isWithout(KeyId key) {
            return erased || (key.kind() != null && forgotten.contains(key.kind()) && !kinds.contains(key.kind()));
        }
    }

    static Map<String, Row> read(Connection connection, Collection<String> persons) throws SQLException {
        return read(connection, persons, COLUMNS);
    }

    /** Without the kinds that there are keys for. */
    static Map<String, Row> readToOpen(Connection connection, Collection<String> persons) throws SQLException {
        return read(connection, persons, COLUMNS_TO_OPEN);
    }

    private static Map<String, Row> read(Connection connection, Collection<String> persons, String columns)
            throws SQLException {
        try (var statement =
                connection.prepareStatement("select " + columns + " from subject_key where subject = any(?)")) {
            statement.setArray(1, texts(connection, persons));
            var found = HashMap.<String, Row>newHashMap(persons.size());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var row = row(rows);
                    found.put(row.person(), row);
                }
            }
            return found;
        }
    }

    /** A person's row, an empty one where there was none; nobody else changes it before the end of the transaction. */
    static Row lock(Connection connection, String person) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into subject_key (subject) values (?) on conflict (subject) do nothing")) {
            statement.setString(1, person);
            statement.executeUpdate();
        }
        try (var statement =
                connection.prepareStatement("select " + COLUMNS + " from subject_key where subject = ? for update")) {
            statement.setString(1, person);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return row(rows);
            }
        }
    }

    /** All that have keys; nobody else changes them before the end of the transaction. */
    static List<Row> lockAll(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                        "select " + COLUMNS + " from subject_key where keyset is not null for update");
                var rows = statement.executeQuery()) {
            var all = new ArrayList<Row>();
            while (rows.next()) {
                all.add(row(rows));
            }
            return all;
        }
    }

    /**
     * Rows of persons who have none, all in one statement, which is the one round trip that a new person costs.
     *
     * @param flushed whether they are to be on the disk when this returns
     * @return who had none
     */
    static List<String> insert(Connection connection, Collection<Row> rows, boolean flushed) throws SQLException {
        try (var statement = connection.prepareStatement(
                """
                insert into subject_key (subject, keyset, kinds)
                select subject, keyset, string_to_array(kinds, '/') from unnest(?, ?, ?) as made (subject, keyset, kinds)
                """ + (flushed ? "" : "where set_config('synchronous_commit', 'off', true) is not null\n") + """
                on conflict (subject) do nothing returning subject""")) {
            statement.setArray(
                    1, texts(connection, rows.stream().map(Row::person).toList()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bytea", rows.stream().map(Row::keyset).toArray(byte[][]::new)));
            statement.setArray(
                    3,
                    texts(
                            connection,
                            rows.stream()
                                    .map(row -> String.join("/", row.kinds()))
                                    .toList()));
            var inserted = new ArrayList<String>(rows.size());
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    inserted.add(result.getString(1));
                }
            }
            return inserted;
        }
    }

    /** Of a row that is locked. */
    static void write(Connection connection, Row row) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update subject_key set keyset = ?, kinds = ?, forgotten = ? where subject = ?")) {
            statement.setBytes(1, row.keyset());
            statement.setArray(2, texts(connection, row.kinds()));
            statement.setArray(3, texts(connection, row.forgotten()));
            statement.setString(4, row.person());
            statement.executeUpdate();
        }
    }

    /** The same keys, wrapped by another: where they are still as they were. */
    static void rewrap(Connection connection, String person, byte[] from, byte[] to) throws SQLException {
        try (var statement =
                connection.prepareStatement("update subject_key set keyset = ? where subject = ? and keyset = ?")) {
            statement.setBytes(1, to);
            statement.setString(2, person);
            statement.setBytes(3, from);
            statement.executeUpdate();
        }
    }

    /** Of a row that is locked; it stays, so that the person is made no new key. */
    static void erase(Connection connection, String person) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update subject_key set keyset = null, kinds = '{}', destroyed_at = now() where subject = ?")) {
            statement.setString(1, person);
            statement.executeUpdate();
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString(1), row.getBytes(2), set(row.getArray(5)), set(row.getArray(3)), row.getBoolean(4));
    }

    private static Set<String> set(@Nullable Array texts) throws SQLException {
        return texts == null ? Set.of() : Set.copyOf(Arrays.asList((String[]) texts.getArray()));
    }

    private static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray(String[]::new));
    }
}
