package org.sala.eventing.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.core.Ordered;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The events that a transaction appends, stored when it commits: as the last thing it does, in one statement that
 * commits too. So the transaction has an id, which holds positions back, for a moment only, and appending costs no round
 * trip to the server of its own. The driver knows from the server's answer that nothing is left to commit.
 */
final class Append implements TransactionSynchronization, Ordered {

    private final Object key;
    private final JdbcTemplate database;
    private final Consumer<Duration> stored;
    private final List<EventRow> rows = new ArrayList<>();
    private final Map<Object, Mark> savepoints = new HashMap<>();
    private int written;
    private long began;

    private Append(Object key, JdbcTemplate database, Consumer<Duration> stored) {
        this.key = key;
        this.database = database;
        this.stored = stored;
    }

    /** The one of the thread's transaction. */
    static Append ofTransaction(Object key, JdbcTemplate database, Consumer<Duration> stored) {
        if (TransactionSynchronizationManager.getResource(key) instanceof Append present) {
            return present;
        }
        var append = new Append(key, database, stored);
        TransactionSynchronizationManager.bindResource(key, append);
        TransactionSynchronizationManager.registerSynchronization(append);
        return append;
    }

    void add(List<EventRow> more) {
        rows.addAll(more);
    }

    /** Before the thread's transaction reads events: it reads its own. */
    static void flush(Object key) {
        if (TransactionSynchronizationManager.getResource(key) instanceof Append present) {
            present.write(EventTable::insert);
        }
    }

    private void write(BiConsumer<JdbcTemplate, List<EventRow>> statement) {
        var left = rows.subList(written, rows.size());
        if (left.isEmpty()) {
            return;
        }
        try {
            statement.accept(database, left);
            written = rows.size();
        } catch (DuplicateKeyException conflict) {
            throw Conflict.of(conflict, left);
        }
    }

    /** After all others that still write at the end of a transaction. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        began = System.nanoTime();
        write(EventTable::insertAndCommit);
    }

    @Override
    public void afterCommit() {
        if (!rows.isEmpty()) {
            stored.accept(Duration.ofNanos(System.nanoTime() - began));
        }
    }

    @Override
    public void savepoint(Object savepoint) {
        savepoints.put(savepoint, new Mark(rows.size(), written));
    }

    /** What was appended since is not stored; what was only written since has to be written again. */
    @Override
    public void savepointRollback(Object savepoint) {
        var then = savepoints.getOrDefault(savepoint, new Mark(0, 0));
        rows.subList(then.rows(), rows.size()).clear();
        written = then.written();
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(key);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(key, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(key);
    }

    private record Mark(int rows, int written) {}
}
