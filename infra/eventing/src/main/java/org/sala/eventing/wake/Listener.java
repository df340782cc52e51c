package org.sala.eventing.wake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what other processes of the same schema notify, on a connection of its own, which it makes anew when it breaks.
 * What was said meanwhile is lost, so it then passes on every word there is.
 */
public final class Listener {

    /** SQL for the channel's name: databases may be shared, schemas are not. */
    static final String CHANNEL = "'eventing ' || current_schema()";

    private static final Logger log = LoggerFactory.getLogger(Listener.class);

    /** After that long without a word it asks whether the other side is still there. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final String name;
    private final OwnConnections connections;
    private final Set<String> words;
    private final Consumer<String> heard;
    private @Nullable Thread thread;
    private volatile @Nullable Connection connection;
    private volatile boolean running;

    /**
     * A listener that does not listen yet.
     *
     * @param name of its thread and of its connection, as operators see them
     * @param words all that may be said
     * @param heard must return at once
     */
    public Listener(String name, OwnConnections connections, Set<String> words, Consumer<String> heard) {
        this.name = name;
        this.connections = connections;
        this.words = Set.copyOf(words);
        this.heard = heard;
    }

    private void run() {
        var pause = Duration.ofMillis(100);
        var failed = false;
        try {
            while (running) {
                try (var own = connections.open(name)) {
                    connection = own;
                    listen(own);
                    words.forEach(heard);
                    if (failed) {
                        log.info("{} works again", name);
                        failed = false;
                    }
                    pause = Duration.ofMillis(100);
                    hear(own);
                } catch (SQLException e) {
                    if (running && !failed) {
                        log.warn(
                                "{} hears nothing: {}; trying again",
                                name,
                                e.getClass().getSimpleName());
                        failed = true;
                    }
                } finally {
                    connection = null;
                }
                if (running) {
                    TimeUnit.NANOSECONDS.sleep(pause.toNanos());
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void listen(Connection own) throws SQLException {
        try (var statement = own.createStatement();
                var channel = statement.executeQuery("select quote_ident(" + CHANNEL + ")")) {
            channel.next();
            var quoted = channel.getString(1);
            statement.execute("listen " + quoted);
        }
    }

    private void hear(Connection own) throws SQLException {
        var postgres = own.unwrap(PGConnection.class);
        while (running) {
            var notifications = postgres.getNotifications((int) SILENCE.toMillis());
            if (notifications != null && notifications.length > 0) {
                for (var notification : notifications) {
                    heard.accept(notification.getParameter());
                }
            } else if (!own.isValid(5)) {
                throw new SQLException("nobody answers");
            }
        }
    }

    public synchronized void start() {
        if (!running) {
            running = true;
            thread = Thread.ofPlatform().name(name).daemon().start(this::run);
        }
    }

    public synchronized void stop() {
        running = false;
        var own = connection;
        if (own != null) {
            try {
                own.abort(Runnable::run); // it waits in a read, which nothing else ends
            } catch (SQLException e) {
                log.debug("already broken", e);
            }
        }
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    public boolean isRunning() {
        return running;
    }
}
