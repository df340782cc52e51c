package org.sala.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.sala.benchmarks.bars.Bar;
import org.sala.benchmarks.bars.Comparison;
import org.sala.benchmarks.bars.Contestant;
import org.sala.benchmarks.bars.Ground;
import org.sala.benchmarks.engines.AxonEngine;
import org.sala.benchmarks.engines.AxonJdbc;
import org.sala.benchmarks.engines.Ours;
import org.sala.benchmarks.engines.Sample;
import org.sala.benchmarks.engines.Visitor;

/** An aggregate with a long history, loaded by Axon's repository; with a snapshot, a hundred events come after it. */
final class LoadAggregate implements Comparison {

    private static final int EVENTS = 10_000;
    private static final int AFTER_THE_SNAPSHOT = 100;
    private static final String WITH = "ours, with a snapshot";
    private static final String WITHOUT = "ours, without";

    private final HikariDataSource database;
    private final List<Contestant> contestants;

    LoadAggregate(Ground ground) {
        this.database = ground.newDatabase();
        var loads = ground.effort().scaled(20);
        var ours = Ours.on(database);
        this.contestants = List.of(
                loading(WITH, ours, true, loads),
                loading(WITHOUT, ours, false, loads),
                loading("Axon JDBC, without", AxonJdbc.with(database, AxonJdbc.DEFAULT_BATCH), false, loads));
    }

    private static Contestant loading(String name, AxonEngine engine, boolean withSnapshot, int loads) {
        var id = UUID.randomUUID();
        var store = EmbeddedEventStore.builder().storageEngine(engine.storage()).build();
        var events = Sample.aggregate(id, EVENTS);
        var snapshotAt = EVENTS - AFTER_THE_SNAPSHOT;
        engine.append(events.subList(0, snapshotAt));
        if (withSnapshot) {
            AggregateSnapshotter.builder()
                    .eventStore(store)
                    .aggregateFactories(new GenericAggregateFactory<>(Visitor.class))
                    .build()
                    .scheduleSnapshot(Visitor.class, id.toString());
            if (engine.storage().readSnapshot(id.toString()).isEmpty()) {
                throw new IllegalStateException("no snapshot was stored");
            }
        }
        engine.append(events.subList(snapshotAt, EVENTS));
        Repository<Visitor> repository =
                EventSourcingRepository.builder(Visitor.class).eventStore(store).build();
        return new Contestant(name, () -> {
            var began = System.nanoTime();
            for (var i = 0; i < loads; i++) {
                load(repository, id.toString());
            }
            return (System.nanoTime() - began) / 1e6 / loads;
        });
    }

    private static void load(Repository<Visitor> repository, String id) {
        boolean whole = DefaultUnitOfWork.startAndGet(null)
                .executeWithResult(() -> repository.load(id).invoke(visitor -> visitor.hasArrived(id, EVENTS)))
                .getPayload();
        if (!whole) {
            throw new IllegalStateException("not all events were applied");
        }
    }

    @Override
    public String title() {
        return "load an aggregate of 10,000 events";
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public List<Contestant> contestants() {
        return contestants;
    }

    @Override
    public List<Bar> bars() {
        return List.of(Bar.atMost(0.05, WITHOUT).of(WITH));
    }

    @Override
    public void close() {
        database.close();
    }
}
