package org.sala.eventing.wake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.Wakeup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notifies other processes, from a thread and a connection of its own. Never from a writer's transaction: PostgreSQL
 * takes a lock of the whole database when one that notifies commits, and all that notify would commit one after the
 * other. Calls that come close together become one.
 *
 * <p>Where nobody calls, there is neither thread nor connection.
 */
public final class Notifier {

    private static final Logger log = LoggerFactory.getLogger(Notifier.class);
    private static final Duration APART = Duration.ofMillis(3);
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final String name;
    private final OwnConnections connections;
    private final Wakeup wakeup = new Wakeup();
    private final Set<String> words = new LinkedHashSet<>();
    private @Nullable Thread thread;
    private volatile boolean running;

    /**
     * A notifier that has nothing to say yet.
     *
     * @param name of its thread and of its connection, as operators see them
     */
    public Notifier(String name, OwnConnections connections) {
        this.name = name;
        this.connections = connections;
    }

    /** Notifies soon. Returns at once. */
    public void call(String word) {
        synchronized (words) {
            if (!running) {
                return;
            }
            words.add(word);
            if (thread == null) {
                thread = Thread.ofPlatform().name(name).daemon().start(this::run);
            }
        }
        wakeup.call();
    }

    private void run() {
        @Nullable Connection connection = null;
        var failed = false;
        try {
            while (running) {
                if (!wakeup.await(IDLE)) {
                    close(connection);
                    connection = null;
                    continue;
                }
                try {
                    connection = connection == null ? connections.open(name) : connection;
                    say(connection);
                    if (failed) {
                        log.info("{} works again", name);
                        failed = false;
                    }
                    TimeUnit.NANOSECONDS.sleep(APART.toNanos());
                } catch (SQLException e) {
                    // what it had to say is lost: the others' polls will find out
                    if (!failed) {
                        log.warn("{} can't notify: {}", name, e.getClass().getSimpleName());
                        failed = true;
                    }
                    close(connection);
                    connection = null;
                    TimeUnit.SECONDS.sleep(1);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(connection);
        }
    }

    private void say(Connection connection) throws SQLException {
        String[] now;
        synchronized (words) {
            now = words.toArray(String[]::new);
            words.clear();
        }
        if (now.length == 0) {
            return;
        }
        try (var statement =
                connection.prepareStatement("select pg_notify(" + Listener.CHANNEL + ", word) from unnest(?) word")) {
            statement.setArray(1, connection.createArrayOf("text", now));
            statement.execute();
        }
    }

    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                log.debug("already broken", e);
            }
        }
    }

    public void start() {
        running = true;
    }

    public void stop() {
        synchronized (words) {
            running = false;
            if (thread != null) {
                thread.interrupt();
                thread = null;
            }
        }
    }

    public boolean isRunning() {
        return running;
    }
}
