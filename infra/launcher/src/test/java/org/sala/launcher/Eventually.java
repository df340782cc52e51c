package org.sala.launcher;

import java.time.Duration;
import java.util.concurrent.Callable;

/** What is true after a while: events take a moment from where they are decided to where they are seen. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Eventually() {}

    static void holds(String what, Callable<Boolean> condition) throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + PATIENCE.toMinutes() + " minutes: " + what);
            }
            Thread.sleep(100);
        }
    }
}
