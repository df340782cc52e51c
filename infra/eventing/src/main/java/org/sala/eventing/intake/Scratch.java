package org.sala.eventing.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A schema with an application's tables, empty at first and gone at the end, and connections on which their bare names
 * mean these. What a process that died left behind is removed by the next that makes one.
 *
 * <p>Nothing in it outlives a crash by intent, so its commits are not waited for.
 */
final class Scratch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Scratch.class);
    private static final String PREFIX = "rebuild_";

    private final DataSource dataSource;
    private final String schema =
            PREFIX + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    private final String live;
    private final List<Connection> connections = new ArrayList<>();
    private final List<DataSource> sessions = new ArrayList<>();
    private final List<Deferred> deferred = new ArrayList<>();
    private final Map<String, Long> scansBefore = new HashMap<>();
    private final DataSource first;

    private Scratch(DataSource dataSource) throws SQLException {
        this.dataSource = dataSource;
        this.live = Objects.requireNonNull(JdbcClient.create(dataSource)
                .sql("select current_schema()")
                .query(String.class)
                .single());
        this.first = connect();
    }

    /** Makes one; {@code tables} fills it. */
    static Scratch make(DataSource dataSource, Rebuild.Tables tables) {
        Scratch scratch;
        try {
            scratch = new Scratch(dataSource);
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused a connection for the rebuild", e);
        }
        try {
            scratch.holdLock();
            scratch.removeOrphans();
            tables.createIn(scratch.schema);
            scratch.withoutLog();
            scratch.deferIndexes();
            return scratch;
        } catch (RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    /** The schema's name. */
    String schema() {
        return schema;
    }

    /** The name of the schema that the application works in. */
    String live() {
        return live;
    }

    /** For questions. */
    DataSource first() {
        return first;
    }

    /** One more connection, for a thread of its own; closed with this. */
    DataSource connect() throws SQLException {
        var connection = dataSource.getConnection();
        connections.add(connection);
        connection.setSchema(schema);
        execute(connection, "set synchronous_commit = off");
        var session = new SingleConnectionDataSource(connection, true);
        sessions.add(session);
        return session;
    }

    /** For as long as the first connection lives. */
    private void holdLock() {
        if (!tryLock(schema)) {
            throw new IllegalStateException("the name of the scratch schema is taken");
        }
    }

    private boolean tryLock(String name) {
        return JdbcClient.create(first)
                .sql("select pg_try_advisory_lock(hashtextextended(?, 0))")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    private void unlock(String name) {
        JdbcClient.create(first)
                .sql("select pg_advisory_unlock(hashtextextended(?, 0))")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    /** Not written ahead: a twentieth of the time, and the disk's. */
    private void withoutLog() {
        var database = JdbcClient.create(first);
        database.sql("""
                        select quote_ident(relname) from pg_class
                        where relnamespace = to_regnamespace(?) and relkind = 'r' and relpersistence = 'p'
                            and not exists (select from pg_constraint where contype = 'f' and pg_class.oid in (conrelid, confrelid))""")
                .param(schema)
                .query(String.class)
                .list()
                .forEach(table ->
                        database.sql("alter table " + table + " set unlogged").update());
    }

    /** Made where they are needed: most folds find their rows by unique keys, and those stay. */
    private void deferIndexes() {
        var database = JdbcClient.create(first);
        database.sql("""
                        select t.relname, quote_ident(i.relname), pg_get_indexdef(i.oid)
                        from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
                        where t.relnamespace = to_regnamespace(?) and t.relkind = 'r' and not x.indisunique and not x.indisexclusion""")
                .param(schema)
                .query((row, n) -> new Deferred(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .forEach(index -> {
                    database.sql("drop index " + index.name()).update();
                    deferred.add(index);
                });
    }

    /**
     * Makes the indexes of tables in which folds had to look at every row since this was first called. Not while others
     * write to them.
     */
    void makeIndexesThatFoldsMiss() {
        if (deferred.isEmpty()) {
            return;
        }
        // else a session tells what it scanned once a second at most
        sessions.forEach(session -> JdbcClient.create(session)
                .sql("select pg_stat_force_next_flush()")
                .query(row -> {}));
        var scans = new HashMap<String, Long>();
        JdbcClient.create(first)
                .sql("select relname, seq_scan from pg_stat_user_tables where schemaname = ?")
                .param(schema)
                .query((row, n) -> scans.put(row.getString(1), row.getLong(2)))
                .list();
        if (scansBefore.isEmpty()) {
            // making a table scans it too
            scansBefore.putAll(scans);
        }
        make(deferred.stream()
                .filter(index -> scans.getOrDefault(index.table(), 0L) > scansBefore.getOrDefault(index.table(), 0L))
                .toList());
    }

    /** Makes all that were left, for questions. */
    void makeIndexes() {
        make(List.copyOf(deferred));
    }

    private void make(List<Deferred> indexes) {
        var database = JdbcClient.create(first);
        indexes.forEach(index -> {
            database.sql(index.definition()).update();
            deferred.remove(index);
        });
    }

    private record Deferred(String table, String name, String definition) {}

    private void removeOrphans() {
        var database = JdbcClient.create(first);
        database.sql("""
                        select nspname from pg_namespace
                        where starts_with(nspname, ?) and nspowner = (select oid from pg_roles where rolname = current_user)""").param(PREFIX).query(String.class).list().forEach(name -> {
            if (tryLock(name)) {
                drop(database, name);
                unlock(name);
                log.info("Removed {}, which a rebuild that died had left", name);
            }
        });
    }

    private static void drop(JdbcClient database, String name) {
        database.sql("drop schema if exists \"" + name + "\" cascade").update();
    }

    @Override
    public void close() {
        // who cancels a rebuild interrupts its thread, and a pool gives no connection to that
        var interrupted = Thread.interrupted();
        try {
            for (var connection : connections) {
                giveBack(connection);
            }
            drop(JdbcClient.create(dataSource), schema);
        } catch (RuntimeException e) {
            log.warn(
                    "The scratch schema {} stays until the next rebuild: {}",
                    schema,
                    e.getClass().getSimpleName());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** As the pool knows it: its schema, its durability, no lock. */
    private void giveBack(Connection connection) {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            execute(connection, "reset synchronous_commit");
            execute(connection, "select pg_advisory_unlock_all()");
            connection.setSchema(live);
        } catch (SQLException e) {
            log.debug("A connection of the rebuild was broken", e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
