package org.sala.eventing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A background work on a thread of its own: runs while there is work, waits when there is none, and after a failure
 * waits longer each time, up to five seconds, and goes on. Starts and stops with its application.
 */
public final class Loop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Loop.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** One round of the work. */
    @FunctionalInterface
    public interface Round {

        /** Works once. Returns whether there may be more to do right away. */
        boolean work() throws Exception;
    }

    private final String name;
    private final int phase;
    private final Duration poll;
    private final Duration again;
    private final Wakeup wakeup;
    private final Round round;
    private final Runnable atEnd;
    private volatile boolean running;
    private volatile @Nullable String failure;
    private @Nullable Thread thread;

    /**
     * A loop that is not yet running.
     *
     * @param name of the thread, as operators see it
     * @param phase Spring's lifecycle phase
     * @param poll how long it waits when nobody wakes it
     * @param atEnd what is left to do on the loop's own thread when it stops
     */
    public Loop(String name, int phase, Duration poll, Wakeup wakeup, Round round, Runnable atEnd) {
        this(name, phase, poll, Duration.ofMillis(1), wakeup, round, atEnd);
    }

    /**
     * A loop that is not yet running.
     *
     * @param again how long it waits after it was called, at first: work may be held up for a moment by transactions that
     *     are about to end. As long as a poll where who calls knows that the work is there
     */
    public Loop(String name, int phase, Duration poll, Duration again, Wakeup wakeup, Round round, Runnable atEnd) {
        this.name = name;
        this.phase = phase;
        this.poll = poll;
        this.again = again;
        this.wakeup = wakeup;
        this.round = round;
        this.atEnd = atEnd;
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** Asks it to end after the present round, without waiting for that. */
    public void quit() {
        running = false;
        wakeup.call();
    }

    @Override
    public void stop() {
        Thread current;
        synchronized (this) {
            running = false;
            current = thread;
            thread = null;
        }
        wakeup.call();
        if (current != null) {
            try {
                if (!current.join(Duration.ofSeconds(10))) {
                    current.interrupt();
                    current.join(Duration.ofSeconds(5));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        var pause = Duration.ofMillis(50);
        var wait = poll;
        try {
            while (running) {
                try {
                    var more = round.work();
                    if (failure != null) {
                        log.info("{} works again", name);
                        failure = null;
                    }
                    pause = Duration.ofMillis(50);
                    if (more || wakeup.await(wait)) {
                        wait = again;
                    } else {
                        wait = shorter(wait.multipliedBy(2), poll);
                    }
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception e) {
                    if (!running) {
                        break;
                    }
                    if (failure == null) {
                        log.warn("{} stands still: {}; trying again", name, cause(e));
                        log.debug("{} stands still", name, e);
                    }
                    failure = cause(e);
                    Wakeup.pause(pause);
                    pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            atEnd.run();
        }
    }

    /** Class names only: a message may hold what was in a row. */
    private static String cause(Throwable failure) {
        var causes = new StringBuilder(failure.getClass().getSimpleName());
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            causes.append(" by ").append(cause.getClass().getSimpleName());
        }
        return causes.toString();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Why it stands still, as class names; null while it works. */
    public @Nullable String failure() {
        return failure;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
