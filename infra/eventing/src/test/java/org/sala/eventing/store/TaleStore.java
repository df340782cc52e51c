package org.sala.eventing.store;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;
import org.sala.embedded.SharedServers;
import org.sala.eventing.EventNames;
import org.sala.eventing.ledger.LedgerStore;

/** A store in a schema of its own, seen through Axon's interface alone. */
final class TaleStore implements AutoCloseable {

    private static final AtomicInteger schemas = new AtomicInteger();

    private static SharedServers.@Nullable Database shared;

    private final SharedServers.Database database;
    private final String schema;
    private final LedgerStore tables;
    private final Sequencer sequencer;
    private final EventStorageEngine engine;

    private TaleStore(SharedServers.Database database, String schema) {
        this.database = database;
        this.schema = schema;
        this.tables = LedgerStore.newAt(url(schema), database.password("ledger"));
        this.sequencer = tables.sequencer();
        this.engine = engine(EventNames.of(Tale.class), NoOpEventUpcaster.INSTANCE, () -> {});
    }

    /** Makes a new one. All are in one database: to make a database takes longer than most of these tests. */
    static synchronized TaleStore open() {
        var database = shared == null ? SharedServers.newDatabase("ledger") : shared;
        shared = database;
        var schema = "tale_" + schemas.incrementAndGet();
        try (var owner = LedgerStore.at(database.url("ledger"), database.password("ledger"))) {
            owner.database().sql("create schema " + schema).update();
        }
        return new TaleStore(database, schema);
    }

    /** The same tables over other connections, which look for names in another schema first. */
    LedgerStore behind(String otherSchema) {
        return LedgerStore.at(url(otherSchema + "," + schema + ",pg_catalog"), database.password("ledger"));
    }

    private String url(String searchPath) {
        return database.url("ledger").replace("currentSchema=ledger", "currentSchema=" + searchPath);
    }

    String schema() {
        return schema;
    }

    EventStorageEngine engine() {
        return engine;
    }

    /** Another engine on the same tables. */
    EventStorageEngine engine(EventNames names, EventUpcaster upcaster, Runnable afterCommit) {
        return PostgresEventStorageEngine.on(tables.dataSource(), WireSerializer.of(names))
                .upcaster(upcaster)
                .afterCommit(afterCommit)
                .build();
    }

    /** Tables, connections and transactions, for what a test does beside the engine. */
    LedgerStore tables() {
        return tables;
    }

    void append(EventMessage<?>... events) {
        append(List.of(events));
    }

    void append(List<? extends EventMessage<?>> events) {
        append(engine, events);
    }

    /** In a transaction of its own, as every command does. */
    void append(EventStorageEngine by, List<? extends EventMessage<?>> events) {
        tables.transaction().executeWithoutResult(status -> by.appendEvents(events));
    }

    /** Gives positions to all that has none. */
    void sequence() {
        while (sequencer.sequence() > 0) {
            // there may be more than a batch
        }
    }

    /** What a reader gets who has seen everything up to a token, or nothing. */
    List<TrackedEventMessage<?>> after(@Nullable TrackingToken token) {
        return after(engine, token);
    }

    List<TrackedEventMessage<?>> after(EventStorageEngine by, @Nullable TrackingToken token) {
        sequence();
        try (Stream<? extends TrackedEventMessage<?>> events = by.readEvents(token, false)) {
            return events.<TrackedEventMessage<?>>map(event -> event).toList();
        }
    }

    @Override
    public void close() {
        tables.close();
    }
}
