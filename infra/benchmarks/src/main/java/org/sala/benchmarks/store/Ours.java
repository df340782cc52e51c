package org.sala.benchmarks.store;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.flywaydb.core.Flyway;
import org.sala.eventing.EventNames;
import org.sala.eventing.store.PostgresEventStorageEngine;
import org.sala.eventing.store.Sequencer;
import org.sala.eventing.store.WireSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Our engine, with its sequencer. */
final class Ours implements Engine {

    private final DataSource dataSource;
    private final JdbcTransactionManager transactions;
    private final PostgresEventStorageEngine engine;
    private final Sequencer sequencer;

    Ours(DataSource dataSource) {
        this.dataSource = dataSource;
        this.transactions = new JdbcTransactionManager(dataSource);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/eventing/store")
                .load()
                .migrate();
        this.engine = PostgresEventStorageEngine.on(
                dataSource, WireSerializer.of(EventNames.of(Sample.class)), NoOpEventUpcaster.INSTANCE, () -> {});
        this.sequencer = new Sequencer(dataSource, transactions, 10_000);
    }

    @Override
    public void append(List<? extends DomainEventMessage<?>> events) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> engine.appendEvents(events));
    }

    @Override
    public long readAll() {
        while (sequencer.sequence() > 0) {
            // until all have a position
        }
        try (var events = engine.readEvents(null, false)) {
            return events.filter(event -> event.getPayload() instanceof Sample).count();
        }
    }

    @Override
    public long bytes() {
        return JdbcClient.create(dataSource)
                .sql("select pg_total_relation_size('event') + pg_total_relation_size('milestone')")
                .query(Long.class)
                .single();
    }
}
