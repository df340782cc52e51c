package org.sala.ui.lists;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.sala.ui.lists.Planned.Kind;

/** What came of the rows that were sent, by their index in the plan. Safe for many threads. */
final class Sending {

    private static final int NOT_YET = 0;
    private static final int DONE = 1;
    private static final int REFUSED = 2;

    private final int total;
    private final AtomicIntegerArray outcomes;
    private final Map<Integer, Remark> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger added = new AtomicInteger();
    private final AtomicInteger changed = new AtomicInteger();

    /**
     * @param rows of the whole plan
     * @param total how many of them are to be sent
     */
    Sending(int rows, int total) {
        this.outcomes = new AtomicIntegerArray(rows);
        this.total = total;
    }

    void done(int index, Kind kind) {
        if (outcomes.compareAndSet(index, NOT_YET, DONE)) {
            (kind == Kind.NEW ? added : changed).incrementAndGet();
        }
    }

    void refused(int index, Remark why) {
        if (outcomes.compareAndSet(index, NOT_YET, REFUSED)) {
            refusals.put(index, why);
        }
    }

    boolean isPending(int index) {
        return outcomes.get(index) == NOT_YET;
    }

    Optional<Remark> refusal(int index) {
        return Optional.ofNullable(refusals.get(index));
    }

    int total() {
        return total;
    }

    int added() {
        return added.get();
    }

    int changed() {
        return changed.get();
    }

    int refused() {
        return refusals.size();
    }

    /** How many have an answer. */
    int answered() {
        return added() + changed() + refused();
    }
}
