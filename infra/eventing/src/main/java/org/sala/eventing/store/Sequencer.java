package org.sala.eventing.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives events their dense positions. Takes the events whose transactions lie behind {@code pg_snapshot_xmin}: all of
 * these have ended, so none can appear later between two that have a position. A rolled-back transaction leaves no gap,
 * a slow one is waited for.
 *
 * <p>Several may run: the cursor moves by compare-and-set in the transaction that gives the positions.
 */
public final class Sequencer {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final int batchSize;

    /**
     * A sequencer of one store.
     *
     * @param batchSize how many events get their positions in one transaction at the most
     */
    public Sequencer(DataSource dataSource, PlatformTransactionManager transactions, int batchSize) {
        this.database = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.batchSize = batchSize;
    }

    /** Gives positions to one batch. Returns how many events got one. */
    public int sequence() {
        return transaction.execute(status -> {
            var cursor = database.sql("""
                            select position, transaction_id::text as transaction, row_id, restored_row,
                                transaction_id >= pg_snapshot_xmax(pg_current_snapshot()) as ahead
                            from sequencer""")
                    .query((row, n) -> new Cursor(
                            row.getLong("position"),
                            new Mark(row.getString("transaction"), row.getLong("row_id"), row.getLong("restored_row")),
                            row.getBoolean("ahead")))
                    .single();
            return cursor.ahead() ? beginAfterRestore(cursor) : goOn(cursor);
        });
    }

    private int goOn(Cursor cursor) {
        // Reads only, so far: an idle store gives this transaction no id and writes nothing.
        var next = database.sql("""
                        select row_id, transaction_id::text as transaction from event
                        where (transaction_id, row_id) > (cast(:transaction as xid8), :row)
                          and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
                          and row_id > :restored
                        order by event.transaction_id, event.row_id limit :size""")
                .param("transaction", cursor.mark().transaction())
                .param("row", cursor.mark().row())
                .param("restored", cursor.mark().restoredRow())
                .param("size", batchSize)
                .query((row, n) -> new Mark(
                        row.getString("transaction"),
                        row.getLong("row_id"),
                        cursor.mark().restoredRow()))
                .list();
        if (next.isEmpty()) {
            return 0;
        }
        return assign(cursor, next, next.getLast());
    }

    /**
     * The cursor is ahead of every transaction there is: the store was restored from a dump into a cluster whose
     * transaction ids begin anew. What the dump holds is complete. Its last events may still lack their positions: they
     * get them now, all at once. From here on, order goes by the ids of this cluster.
     */
    private int beginAfterRestore(Cursor cursor) {
        var left = database.sql("""
                        select transaction_id::text as transaction, row_id from event e
                        where transaction_id >= pg_snapshot_xmax(pg_current_snapshot())
                          and (transaction_id, row_id) > (cast(:transaction as xid8), :row)
                        order by e.transaction_id, e.row_id""")
                .param("transaction", cursor.mark().transaction())
                .param("row", cursor.mark().row())
                .query((row, n) -> new Mark(row.getString("transaction"), row.getLong("row_id"), 0))
                .list();
        var lastOfDump = database.sql("""
                        select greatest(
                            (select max(row_id) from event_position),
                            (select max(row_id) from event where transaction_id >= cast(:transaction as xid8)))""")
                .param("transaction", cursor.mark().transaction())
                .query(Long.class)
                .single();
        return assign(cursor, left, new Mark("0", 0, lastOfDump));
    }

    private int assign(Cursor cursor, List<Mark> rows, Mark mark) {
        var moved = database.sql("""
                        update sequencer
                        set position = :position, transaction_id = cast(:transaction as xid8), row_id = :row,
                            restored_row = :restored
                        where position = :expected and transaction_id = cast(:expectedTransaction as xid8)""")
                .param("position", cursor.position() + rows.size())
                .param("transaction", mark.transaction())
                .param("row", mark.row())
                .param("restored", mark.restoredRow())
                .param("expected", cursor.position())
                .param("expectedTransaction", cursor.mark().transaction())
                .update();
        if (moved == 0) {
            return 0;
        }
        return database.sql("""
                        insert into event_position (position, transaction_id, row_id)
                        select :position + number, cast(given.transaction_id as xid8), given.row_id
                        from unnest(:transactions, :rows) with ordinality as given (transaction_id, row_id, number)""")
                .param("position", cursor.position())
                .param("transactions", rows.stream().map(Mark::transaction).toArray(String[]::new))
                .param("rows", rows.stream().map(Mark::row).toArray(Long[]::new))
                .update();
    }

    /** The highest position given so far; 0 in an empty store. */
    public long position() {
        return database.sql("select position from sequencer").query(Long.class).single();
    }

    /** How many committed events have no position yet. */
    public long distance() {
        return database.sql("""
                        select count(*) from event, sequencer s
                        where (event.transaction_id, event.row_id) > (s.transaction_id, s.row_id)
                          and event.row_id > s.restored_row""").query(Long.class).single();
    }

    /**
     * Who holds positions up: events wait, and a transaction older than theirs is open for longer than a while. Empty
     * where nothing waits, or not for that long. Any transaction of the server counts, in whichever database.
     */
    public Optional<HeldUp> heldUp(Duration atLeast) {
        var waiting = distance();
        if (waiting == 0) {
            return Optional.empty();
        }
        return database.sql("""
                        select coalesce(pid, 0) as pid, coalesce(application_name, '') as application,
                            extract(epoch from clock_timestamp() - xact_start) as seconds
                        from pg_stat_activity
                        where backend_xid is not null and pid <> pg_backend_pid()
                        order by age(backend_xid) desc limit 1""")
                .query((row, n) ->
                        new HeldUp(waiting, row.getInt("pid"), row.getString("application"), Duration.ofMillis((long)
                                (row.getDouble("seconds") * 1000))))
                .optional()
                .filter(heldUp -> heldUp.open().compareTo(atLeast) >= 0);
    }

    /** The last event that has a position, and the last row that came from a dump. */
    private record Mark(String transaction, long row, long restoredRow) {}

    private record Cursor(long position, Mark mark, boolean ahead) {}
}
