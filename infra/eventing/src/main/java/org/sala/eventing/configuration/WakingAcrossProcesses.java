package org.sala.eventing.configuration;

import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.wake.Listener;
import org.sala.eventing.wake.Notifier;
import org.sala.eventing.wake.OwnConnections;
import org.springframework.context.SmartLifecycle;

/** The words between the processes of one context, where there are any. Starts and stops with the loops. */
final class WakingAcrossProcesses implements SmartLifecycle {

    private final String context;
    private final @Nullable OwnConnections connections;
    private final @Nullable Notifier notifier;
    private @Nullable Listener listener;

    private WakingAcrossProcesses(String context, @Nullable OwnConnections connections) {
        this.context = context;
        this.connections = connections;
        this.notifier = connections == null ? null : new Notifier(context + "-notifier", connections);
    }

    static WakingAcrossProcesses none() {
        return new WakingAcrossProcesses("", null);
    }

    static WakingAcrossProcesses of(String context, DataSource dataSource) {
        return new WakingAcrossProcesses(
                context, OwnConnections.like(dataSource).orElse(null));
    }

    /** Says a word to all processes of the context. Returns at once. */
    void call(String word) {
        if (notifier != null) {
            notifier.call(word);
        }
    }

    /** What to do with what others say; before it starts. */
    void listenFor(Set<String> words, Consumer<String> heard) {
        if (connections != null) {
            listener = new Listener(context + "-listener", connections, words, heard);
        }
    }

    @Override
    public void start() {
        if (notifier != null) {
            notifier.start();
        }
        if (listener != null) {
            listener.start();
        }
    }

    @Override
    public void stop() {
        if (notifier != null) {
            notifier.stop();
        }
        if (listener != null) {
            listener.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return listener != null && listener.isRunning();
    }

    @Override
    public int getPhase() {
        return EventSourcingAutoConfiguration.PHASE;
    }
}
