package org.sala.eventing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes a loop that waits for work; a call while it works is not lost. */
public final class Wakeup {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition called = lock.newCondition();
    private boolean pending;

    /** Says that there may be work. Returns at once. */
    public void call() {
        lock.lock();
        try {
            pending = true;
            called.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until called, or for that long. Returns whether it was called. */
    public boolean await(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            var left = atMost.toNanos();
            while (!pending && left > 0) {
                left = called.awaitNanos(left);
            }
            var was = pending;
            pending = false;
            return was;
        } finally {
            lock.unlock();
        }
    }

    /** Waits that long whatever is called meanwhile; for pauses after a failure. */
    static void pause(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }
}
