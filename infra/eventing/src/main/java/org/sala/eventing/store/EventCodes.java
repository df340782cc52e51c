package org.sala.eventing.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The short numbers that stand for the names of types in the store. A name gets its number once, outside the
 * transaction that first used it, and keeps it: both directions are remembered.
 */
final class EventCodes {

    private final DataSource dataSource;
    private final Map<String, Short> codes = new ConcurrentHashMap<>();
    private final Map<Short, String> names = new ConcurrentHashMap<>();

    EventCodes(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    short codeOf(String name) {
        var known = codes.get(name);
        return known == null ? remember(name) : known;
    }

    private short remember(String name) {
        // Over the connection that the calling transaction has: all others may be held by such as wait here too.
        var code = find(JdbcClient.create(dataSource), name).orElseGet(() -> give(name));
        names.put(code, name);
        codes.put(name, code);
        return code;
    }

    private short give(String name) {
        // A connection of its own: what the calling transaction does may be rolled back, and others use the code.
        try (var connection = dataSource.getConnection()) {
            var database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            database.sql("insert into event_name (name) values (?) on conflict (name) do nothing")
                    .param(name)
                    .update();
            return find(database, name).orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused a connection for the code of " + name, e);
        }
    }

    private static Optional<Short> find(JdbcClient database, String name) {
        return database.sql("select code from event_name where name = ?")
                .param(name)
                .query(Short.class)
                .optional();
    }

    String nameOf(short code) {
        var known = names.get(code);
        if (known != null) {
            return known;
        }
        JdbcClient.create(dataSource).sql("select code, name from event_name").query(row -> {
            names.put(row.getShort(1), row.getString(2));
            codes.put(row.getString(2), row.getShort(1));
        });
        return Objects.requireNonNull(names.get(code), () -> "no name has the code " + code);
    }
}
