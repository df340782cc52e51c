package org.sala.benchmarks.engines;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.flywaydb.core.Flyway;
import org.sala.eventing.EventNames;
import org.sala.eventing.store.PostgresEventStorageEngine;
import org.sala.eventing.store.Sequencer;
import org.sala.eventing.store.WireSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Our engine, with its sequencer. */
public final class Ours implements AxonEngine, AutoCloseable {

    private static final int BATCH = 10_000;

    private final DataSource dataSource;
    private final JdbcTransactionManager transactions;
    private final PostgresEventStorageEngine engine;
    private final Sequencer sequencer;

    private Ours(DataSource dataSource, PostgresEventStorageEngine engine) {
        this.dataSource = dataSource;
        this.transactions = new JdbcTransactionManager(dataSource);
        this.engine = engine;
        this.sequencer = new Sequencer(dataSource, transactions, BATCH);
        engine.introduce(List.of("Visitor", "sample.visitor-arrived"));
    }

    /** As a context has it: each command's events in its own transaction. */
    public static Ours on(DataSource dataSource) {
        return on(dataSource, () -> {});
    }

    /** The same, with somebody who is told of each commit. */
    public static Ours on(DataSource dataSource, Runnable afterCommit) {
        migrate(dataSource);
        return new Ours(
                dataSource,
                PostgresEventStorageEngine.on(dataSource, serializer())
                        .afterCommit(afterCommit)
                        .build());
    }

    /** As a context has it, with events of its own; what is personal in them is sealed. */
    public static Ours of(DataSource dataSource, WireSerializer serializer) {
        migrate(dataSource);
        return new Ours(
                dataSource,
                PostgresEventStorageEngine.on(dataSource, serializer).build());
    }

    /** As a context may have it whose commands write nothing else: the events of many in one commit. */
    public static Ours inGroups(DataSource dataSource) {
        migrate(dataSource);
        return new Ours(
                dataSource,
                PostgresEventStorageEngine.on(dataSource, serializer())
                        .groupCommit("group commit")
                        .build());
    }

    private static WireSerializer serializer() {
        return WireSerializer.of(EventNames.of(Sample.class).and("sample.visitor", Visitor.class));
    }

    /** The tables of others may be there. */
    private static void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/eventing/store")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    /** Ends the thread that commits in groups, where there is one. */
    @Override
    public void close() {
        engine.close();
    }

    @Override
    public EventStorageEngine storage() {
        return engine;
    }

    @Override
    public TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    public Sequencer sequencer() {
        return sequencer;
    }

    /** Gives all committed events their positions. */
    @Override
    public void settle() {
        while (sequencer.sequence() == BATCH) {
            // there may be more
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
