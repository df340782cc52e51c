package org.sala.eventing.store;

import java.util.List;
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
            var cursor = database.sql("select position, transaction_id::text, row_id from sequencer")
                    .query((row, n) -> new Cursor(row.getLong(1), row.getString(2), row.getLong(3)))
                    .single();
            // Reads only, so far: an idle store gives this transaction no id and writes nothing.
            var next = database.sql("""
                            select row_id, transaction_id::text from event
                            where (transaction_id, row_id) > (cast(:transaction as xid8), :row)
                              and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
                            order by event.transaction_id, event.row_id limit :size""")
                    .param("transaction", cursor.transaction())
                    .param("row", cursor.row())
                    .param("size", batchSize)
                    .query((row, n) -> new Row(row.getLong(1), row.getString(2)))
                    .list();
            return next.isEmpty() ? 0 : assign(cursor, next);
        });
    }

    private int assign(Cursor cursor, List<Row> rows) {
        var last = rows.getLast();
        var moved = database.sql("""
                        update sequencer
                        set position = :position, transaction_id = cast(:transaction as xid8), row_id = :row
                        where position = :expected""")
                .param("position", cursor.position() + rows.size())
                .param("transaction", last.transaction())
                .param("row", last.id())
                .param("expected", cursor.position())
                .update();
        if (moved == 0) {
            return 0;
        }
        var inserted = database.sql("""
                        insert into event_position (position, row_id)
                        select :position + number, row_id
                        from unnest(:rows) with ordinality as given (row_id, number)""")
                .param("position", cursor.position())
                .param("rows", rows.stream().map(Row::id).toArray(Long[]::new))
                .update();
        return inserted;
    }

    /** The highest position given so far; 0 in an empty store. */
    public long position() {
        return database.sql("select position from sequencer").query(Long.class).single();
    }

    private record Cursor(long position, String transaction, long row) {}

    private record Row(long id, String transaction) {}
}
