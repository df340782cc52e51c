package org.sala.marketplace.matching;

/** Ends a search by the limit, or by the wish of whoever looks on. */
final class Stopwatch implements Watch {
    private final long start = System.nanoTime();
    private final long nanos;
    private final Onlooker onlooker;
    private volatile boolean stopped;

    Stopwatch(Limits limits, Onlooker onlooker) {
        nanos = limits.time().toNanos();
        this.onlooker = onlooker;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void look() {
        if (stopped || System.nanoTime() - start > nanos || onlooker.hasSeenEnough()) {
            throw new Search.Stopped();
        }
    }
}
