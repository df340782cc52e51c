package org.sala.benchmarks.engines;

import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Axon's JDBC engine with Jackson, as one would set it up on PostgreSQL. */
public final class AxonJdbc implements AxonEngine {

    public static final int DEFAULT_BATCH = 100;

    private final DataSource dataSource;
    private final JdbcTransactionManager transactions;
    private final JdbcEventStorageEngine engine;

    private AxonJdbc(DataSource dataSource, int batchSize) {
        this.dataSource = dataSource;
        this.transactions = new JdbcTransactionManager(dataSource);
        var serializer = Jackson3Serializer.builder().build();
        var aware = new TransactionAwareDataSourceProxy(dataSource);
        this.engine = JdbcEventStorageEngine.builder()
                .connectionProvider(aware::getConnection)
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .dataType(byte[].class)
                .schema(EventSchema.builder()
                        .eventTable("axon_event")
                        .snapshotTable("axon_snapshot")
                        .build())
                .batchSize(batchSize)
                .build();
    }

    /**
     * An engine whose tables are made, if they aren't there.
     *
     * @param batchSize events a read fetches at once
     */
    public static AxonJdbc with(DataSource dataSource, int batchSize) {
        var made = new AxonJdbc(dataSource, batchSize);
        try {
            made.engine.createSchema(PostgresEventTableFactory.INSTANCE);
        } catch (EventStoreException e) {
            throw new IllegalStateException("no tables for Axon's engine", e);
        }
        return made;
    }

    @Override
    public EventStorageEngine storage() {
        return engine;
    }

    @Override
    public TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    @Override
    public long bytes() {
        return JdbcClient.create(dataSource)
                .sql("select pg_total_relation_size('axon_event')")
                .query(Long.class)
                .single();
    }
}
