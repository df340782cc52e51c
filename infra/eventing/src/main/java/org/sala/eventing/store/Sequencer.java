package org.sala.eventing.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.store.History.Mark;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives events their dense positions. Takes the events whose transactions lie behind {@code pg_snapshot_xmin}: all of
 * these have ended, so none can appear later between two that have a position. A rolled-back transaction leaves no gap,
 * a slow one is waited for.
 *
 * <p>Nothing is written for each event: that the first so many in the order of (transaction, row) have positions says
 * which one each has. At every 256th a milestone is set, with the root of the hash tree over the events since the last.
 *
 * <p>Several may run: the cursor moves by compare-and-set in the transaction that gives the positions.
 */
public final class Sequencer {

    private static final int MILESTONE = 256;

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
            var cursor = cursor();
            return cursor.ahead() ? beginAfterRestore(cursor) : goOn(cursor);
        });
    }

    private Cursor cursor() {
        return database.sql("""
                        select position, transaction_id::text as transaction, row_id, highest_row, frontier,
                            (select max(above_row) from era) as above_row,
                            position - (select max(after_position) from era) as since_era,
                            transaction_id >= pg_snapshot_xmax(pg_current_snapshot()) as ahead
                        from sequencer""")
                .query((row, n) -> new Cursor(
                        row.getLong("position"),
                        new Mark(row.getString("transaction"), row.getLong("row_id")),
                        row.getLong("highest_row"),
                        row.getLong("above_row"),
                        new HashTree(row.getLong("since_era") % MILESTONE, row.getBytes("frontier")),
                        row.getBoolean("ahead")))
                .single();
    }

    private int goOn(Cursor cursor) {
        // Reads only, so far: an idle store gives this transaction no id and writes nothing.
        var next =
                leaves(cursor, "and e.transaction_id < pg_snapshot_xmin(pg_current_snapshot())", "limit " + batchSize);
        return next.isEmpty() || !give(cursor, next, null) ? 0 : next.size();
    }

    private List<Leaf> leaves(Cursor cursor, String upTo, String limit) {
        return database.sql("""
                        select e.transaction_id::text as transaction, e.row_id, %s as leaf
                        from event e
                        where (e.transaction_id, e.row_id) > (cast(:transaction as xid8), :row) %s and e.row_id > :above
                        order by e.transaction_id, e.row_id %s""".formatted(EventTable.LEAF, upTo, limit))
                .param("transaction", cursor.mark().transaction())
                .param("row", cursor.mark().row())
                .param("above", cursor.aboveRow())
                .query((row, n) -> new Leaf(
                        new Mark(row.getString("transaction"), row.getLong("row_id")),
                        new HashTree.Hash(Objects.requireNonNull(row.getBytes("leaf"), "an event's type has no name"))))
                .list();
    }

    /**
     * The cursor is ahead of every transaction there is: the store was restored from a dump into a cluster whose
     * transaction ids begin anew. What the dump holds is complete. Its last events may still lack their positions: they
     * get them now, all at once. From here on, a new era, order goes by the ids of this cluster.
     */
    private int beginAfterRestore(Cursor cursor) {
        var left = leaves(cursor, "", "");
        var lastOfDump = left.stream().mapToLong(leaf -> leaf.mark().row()).reduce(cursor.highestRow(), Math::max);
        return give(cursor, left, lastOfDump) ? left.size() : 0;
    }

    /**
     * Gives the next positions to these.
     *
     * @param endOfEra the last row of the era that ends with them; null where it goes on
     * @return whether it did; not when another sequencer was faster
     */
    private boolean give(Cursor cursor, List<Leaf> leaves, @Nullable Long endOfEra) {
        var tree = cursor.tree();
        var position = cursor.position();
        var last = cursor.mark();
        var highest = cursor.highestRow();
        var milestones = new ArrayList<Milestone>();
        for (var leaf : leaves) {
            tree.add(leaf.hash());
            position++;
            last = leaf.mark();
            highest = Math.max(highest, last.row());
            if (tree.leaves() == MILESTONE) {
                milestones.add(new Milestone(position, last, tree.root()));
                tree = new HashTree();
            }
        }
        if (endOfEra != null && tree.leaves() > 0) {
            milestones.add(new Milestone(position, last, tree.root()));
        }
        var next = endOfEra == null
                ? new Cursor(position, last, highest, cursor.aboveRow(), tree, false)
                : new Cursor(position, Mark.START, highest, endOfEra, new HashTree(), false);
        if (!move(cursor, next)) {
            return false;
        }
        milestones.forEach(this::set);
        if (endOfEra != null) {
            database.sql("insert into era (above_row, after_position) values (?, ?)")
                    .params(endOfEra, position)
                    .update();
        }
        return true;
    }

    private boolean move(Cursor from, Cursor to) {
        return database.sql("""
                        update sequencer
                        set position = :position, transaction_id = cast(:transaction as xid8), row_id = :row,
                            highest_row = :highest, frontier = :frontier
                        where position = :expected and transaction_id = cast(:expectedTransaction as xid8)""")
                        .param("position", to.position())
                        .param("transaction", to.mark().transaction())
                        .param("row", to.mark().row())
                        .param("highest", to.highestRow())
                        .param("frontier", to.tree().frontier())
                        .param("expected", from.position())
                        .param("expectedTransaction", from.mark().transaction())
                        .update()
                == 1;
    }

    private void set(Milestone milestone) {
        database.sql("insert into milestone (position, transaction_id, row_id, root) values (?, cast(? as xid8), ?, ?)")
                .params(
                        milestone.position(),
                        milestone.mark().transaction(),
                        milestone.mark().row(),
                        milestone.root().bytes())
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
                          and event.row_id > (select max(above_row) from era)""").query(Long.class).single();
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

    /**
     * How far it is.
     *
     * @param mark the last event that has a position
     * @param highestRow the highest row among all that have one
     * @param aboveRow rows up to this one came from a dump of another cluster, whose transaction ids mean nothing here
     * @param tree over the events since the last milestone
     * @param ahead whether the mark is ahead of every transaction of this cluster
     */
    private record Cursor(long position, Mark mark, long highestRow, long aboveRow, HashTree tree, boolean ahead) {}

    private record Milestone(long position, Mark mark, HashTree.Hash root) {}

    private record Leaf(Mark mark, HashTree.Hash hash) {}
}
