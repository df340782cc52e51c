package org.sala.eventing.personal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sala.eventing.personal.KeyTable.Row;

/**
 * Stores the keys of new persons: one statement for all that came while the last was under way. Whoever comes alone
 * waits for nobody.
 */
final class NewKeys {

    private final Function<Collection<Row>, List<String>> insert;
    private final ConcurrentLinkedQueue<Asked> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    /** @param insert stores rows of different persons, in the order of their ids; says who had none */
    NewKeys(Function<Collection<Row>, List<String>> insert) {
        this.insert = insert;
    }

    /** Rows by person, and who of them had none before. */
    private record Asked(Collection<Row> rows, CompletableFuture<Set<String>> inserted) {}

    /**
     * Stores rows of persons who have none.
     *
     * @param rows each of another person
     * @return whose row is now this one; the others had one, or somebody else's came first
     */
    Set<String> store(Collection<Row> rows) {
        var asked = new Asked(rows, new CompletableFuture<>());
        waiting.add(asked);
        turn.lock();
        try {
            if (!asked.inserted().isDone()) {
                storeAll();
            }
        } finally {
            turn.unlock();
        }
        try {
            return asked.inserted().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException unchecked ? unchecked : failed;
        }
    }

    private void storeAll() {
        var all = new ArrayList<Asked>();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            all.add(next);
        }
        // whoever asked first for a person has them; in order, since two processes may store the same persons
        var first = new LinkedHashMap<String, Asked>();
        var rows = new TreeMap<String, Row>();
        for (var asked : all) {
            for (var row : asked.rows()) {
                if (first.putIfAbsent(row.person(), asked) == null) {
                    rows.put(row.person(), row);
                }
            }
        }
        try {
            var inserted = insert.apply(rows.values());
            for (var asked : all) {
                asked.inserted()
                        .complete(inserted.stream()
                                .filter(person -> asked.equals(first.get(person)))
                                .collect(Collectors.toSet()));
            }
        } catch (RuntimeException failed) {
            all.forEach(asked -> asked.inserted().completeExceptionally(failed));
        }
    }
}
