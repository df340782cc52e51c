package org.sala.sessions.planning;

import org.jspecify.annotations.Nullable;

/** Looks at the clock and at whoever may want to stop. */
final class Watch {
    private final long start = System.nanoTime();
    private final Limits limits;
    private final Onlooker onlooker;

    Watch(Limits limits, Onlooker onlooker) {
        this.limits = limits;
        this.onlooker = onlooker;
    }

    long stepsLeft(long steps) {
        return limits.steps() - steps;
    }

    /** Why the search is to end now; null where it goes on. */
    @Nullable
    Ended ended(long steps) {
        if (Thread.currentThread().isInterrupted() || onlooker.hasSeenEnough()) {
            return Ended.STOPPED;
        }
        if (steps >= limits.steps()) {
            return Ended.STEPS;
        }
        return System.nanoTime() - start >= limits.time().toNanos() ? Ended.TIME : null;
    }
}
