package org.sala.eventing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a context that decides declares of itself, as one Spring bean: its name, its published events, its aggregates,
 * and which aggregate a command is for. Axon's command bus, event store, sequencer and publisher follow from it.
 */
public final class EventSourcedContext {

    private final String name;
    private final EventNames events;
    private final List<Aggregate> aggregates;
    private final List<Class<?>> followers;
    private final Function<Object, Optional<String>> target;
    private final boolean inGroups;

    private EventSourcedContext(Builder builder) {
        this.name = builder.name;
        this.events = builder.events;
        this.aggregates = List.copyOf(builder.aggregates);
        this.followers = List.copyOf(builder.followers);
        this.target = builder.target;
        this.inGroups = builder.inGroups;
    }

    /**
     * Begins a declaration.
     *
     * @param name the context's name, which names its topic and its CloudEvents source; never changes
     * @param sealedEvents the sealed interface of its events
     */
    public static Builder named(String name, Class<?> sealedEvents) {
        return new Builder(name, EventNames.of(sealedEvents));
    }

    public String name() {
        return name;
    }

    public EventNames events() {
        return events;
    }

    /**
     * An aggregate of the context.
     *
     * @param type a class with Axon's command and event sourcing handlers
     * @param snapshots when it is snapshotted; null where it is always read from its first event
     */
    public record Aggregate(Class<?> type, @Nullable Snapshots snapshots) {}

    /**
     * Snapshots of an aggregate that comes to have many events. Its fields are written as JSON under a name, like an
     * event; a snapshot that can't be read any more is passed over, since the events are the truth.
     *
     * @param name of the snapshot in the store; to be changed when the class's fields change their meaning
     * @param events after how many events since the last one the next is made
     */
    public record Snapshots(String name, int events) {}

    public List<Aggregate> aggregates() {
        return aggregates;
    }

    /** Spring bean classes with Axon's {@code @EventHandler}s that follow this context's own events, in position order. */
    public List<Class<?>> followers() {
        return followers;
    }

    /** Whether the events of many commands are committed together. */
    public boolean commitsInGroups() {
        return inGroups;
    }

    /** The id of the aggregate that a command is for; empty where it is for none. */
    public Optional<String> targetOf(Object command) {
        return target.apply(command);
    }

    /** Collects a declaration. */
    public static final class Builder {

        private final String name;
        private final EventNames events;
        private final List<Aggregate> aggregates = new ArrayList<>();
        private final List<Class<?>> followers = new ArrayList<>();
        private Function<Object, Optional<String>> target = command -> Optional.empty();
        private boolean inGroups;

        private Builder(String name, EventNames events) {
            this.name = name;
            this.events = events;
        }

        /** Adds an aggregate: a class with Axon's command and event sourcing handlers. */
        public Builder aggregate(Class<?> type) {
            aggregates.add(new Aggregate(type, null));
            return this;
        }

        /** Adds an aggregate that is snapshotted. */
        public Builder aggregate(Class<?> type, Snapshots snapshots) {
            aggregates.add(new Aggregate(type, snapshots));
            return this;
        }

        /**
         * Adds a policy that follows the context's own events (a process over several aggregates, say): the class of a
         * Spring bean with Axon's {@code @EventHandler} methods. It is told of each event at least once, in the order
         * of positions; what it asks for must bear repeating.
         */
        public Builder follower(Class<?> beanType) {
            followers.add(beanType);
            return this;
        }

        /**
         * Commits the events of many commands together: several times as many in a second, each conflict still its own.
         * Only for a context whose commands write nothing but their events: those are stored for good before the
         * command's own transaction commits.
         */
        public Builder commitInGroups() {
            this.inGroups = true;
            return this;
        }

        /** Says which aggregate a command is for. */
        public Builder target(Function<Object, Optional<String>> function) {
            this.target = function;
            return this;
        }

        public EventSourcedContext build() {
            return new EventSourcedContext(this);
        }
    }
}
