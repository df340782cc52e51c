package org.sala.eventing.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<Object, Integer> rowsAtSavepoint = new HashMap<>();
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

    /** After all others that still write at the end of a transaction. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        if (rows.isEmpty()) {
            return;
        }
        began = System.nanoTime();
        try {
            EventTable.insertAndCommit(database, rows);
        } catch (DuplicateKeyException conflict) {
            throw Conflict.of(conflict, rows);
        }
    }

    @Override
    public void afterCommit() {
        if (!rows.isEmpty()) {
            stored.accept(Duration.ofNanos(System.nanoTime() - began));
        }
    }

    @Override
    public void savepoint(Object savepoint) {
        rowsAtSavepoint.put(savepoint, rows.size());
    }

    /** What was appended since is not stored. */
    @Override
    public void savepointRollback(Object savepoint) {
        rows.subList(rowsAtSavepoint.getOrDefault(savepoint, 0), rows.size()).clear();
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
}
