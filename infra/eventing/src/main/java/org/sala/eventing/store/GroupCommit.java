package org.sala.eventing.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Commits the appends of many threads together: one statement and one flush to the disk for all that came while the
 * last was under way. Each append succeeds or fails as if it were alone: where one conflicts, the group is halved until
 * the one stands by itself.
 */
final class GroupCommit implements AutoCloseable {

    private static final int WAITING = 1_024;
    private static final int ROWS = 2_000;
    private static final int PATIENCE = 4;

    private final JdbcTemplate database;
    private final BlockingQueue<Append> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread;
    private volatile boolean open = true;

    /** Of the last group, on its thread only. */
    private int expected;

    private long commitNanos;

    /**
     * Begins to take appends.
     *
     * @param name of the thread, as operators see it
     */
    GroupCommit(DataSource dataSource, String name) {
        this.database = new JdbcTemplate(dataSource);
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /**
     * Stores events for good, together with those of others. Waits for it.
     *
     * @throws DuplicateKeyException where another has changed their aggregate meanwhile
     */
    void append(List<EventRow> rows) {
        var append = new Append(rows, new CompletableFuture<>());
        try {
            waiting.put(append);
            if (!open) {
                refuseWaiting();
            }
            append.stored().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the events were given over", e);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException unchecked ? unchecked : e;
        }
    }

    private void run() {
        var group = new ArrayList<Append>();
        try {
            while (open) {
                gather(group);
                var began = System.nanoTime();
                store(group);
                commitNanos = System.nanoTime() - began;
                expected = group.size();
                group.clear();
            }
        } catch (InterruptedException e) {
            // closed
        }
        refuseWaiting();
    }

    /**
     * Takes what waits. Those whose commit has just ended come back at about the same time: after the first, as many as
     * last time are waited for, for a fraction of what the commit costs that each of them would otherwise need. One
     * client by itself is never waited with.
     */
    private void gather(List<Append> group) throws InterruptedException {
        group.add(waiting.take());
        var until = System.nanoTime() + commitNanos / PATIENCE;
        var rows = group.getFirst().rows().size();
        while (rows < ROWS) {
            var next = group.size() < expected
                    ? waiting.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS)
                    : waiting.poll();
            if (next == null) {
                return;
            }
            rows += next.rows().size();
            group.add(next);
        }
    }

    private void store(List<Append> group) {
        var failure = insert(group);
        if (failure instanceof DuplicateKeyException && group.size() > 1) {
            var half = group.size() / 2;
            store(group.subList(0, half));
            store(group.subList(half, group.size()));
        } else if (failure != null) {
            group.forEach(append -> append.stored().completeExceptionally(failure));
        } else {
            group.forEach(append -> append.stored().complete(null));
        }
    }

    /** A statement alone is a transaction: it goes to the server, and is committed there, in one round trip. */
    private @Nullable RuntimeException insert(List<Append> group) {
        var rows = group.stream().flatMap(append -> append.rows().stream()).toList();
        try {
            EventTable.insert(database, rows);
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    int waiting() {
        return waiting.size();
    }

    private void refuseWaiting() {
        for (var left = waiting.poll(); left != null; left = waiting.poll()) {
            left.stored().completeExceptionally(new IllegalStateException("the store takes no more events"));
        }
    }

    /** Ends after the present group; what waits behind it is refused. */
    @Override
    public void close() {
        open = false;
        thread.interrupt();
    }

    private record Append(List<EventRow> rows, CompletableFuture<@Nullable Void> stored) {}
}
