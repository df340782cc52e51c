package org.sala.ui.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.sala.eventing.intake.IntakeCommitted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells listeners that facts were taken in: at once where this process took them, and within half a second where
 * another process of this application did. Bursts come as one.
 */
@Component
public class Changes implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final long LOOK_EVERY_MILLIS = 300;
    private static final long CALM_MILLIS = 150;

    private final JdbcClient database;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Semaphore committed = new Semaphore(0);
    private volatile boolean running;

    Changes(JdbcClient database) {
        this.database = database;
    }

    /** Listens until what is returned is run. A listener is called on one thread, one call after another. */
    public Runnable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @EventListener
    void on(IntakeCommitted event) {
        committed.release();
    }

    private void watch() {
        var seen = -1L;
        while (running) {
            try {
                var told = committed.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                committed.drainPermits();
                if (listeners.isEmpty()) {
                    continue;
                }
                var taken = taken();
                if (told || taken != seen) {
                    seen = taken;
                    tell();
                    Thread.sleep(CALM_MILLIS);
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException trouble) {
                LOG.warn("Can't look whether facts were taken in: {}", trouble.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    private long taken() {
        return database.sql("select coalesce(sum(next_offset), 0) from intake_offset")
                .query(Long.class)
                .single();
    }

    private void tell() {
        for (var listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException trouble) {
                LOG.warn("A listener could not show what was taken in", trouble);
            }
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("ui-changes").start(this::watch);
    }

    @Override
    public void stop() {
        running = false;
        committed.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
