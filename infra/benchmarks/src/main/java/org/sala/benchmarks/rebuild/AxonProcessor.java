package org.sala.benchmarks.rebuild;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.sala.benchmarks.engines.AxonJdbc;
import org.sala.benchmarks.engines.Sample.VisitorArrived;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Axon's pooled streaming processor as a configuration without settings makes it: 16 segments, four threads, a token
 * store over JDBC; its batch is one event unless it is told otherwise.
 */
final class AxonProcessor {

    private final JdbcClient database;
    private final AxonJdbc engine;
    private final TransactionManager transactions;
    private final JdbcTokenStore tokens;
    private final int events;

    AxonProcessor(DataSource dataSource, AxonJdbc engine, int events) {
        this.database = JdbcClient.create(dataSource);
        this.engine = engine;
        this.events = events;
        this.transactions = transactions(new JdbcTransactionManager(dataSource));
        this.tokens = JdbcTokenStore.builder()
                .connectionProvider(new TransactionAwareDataSourceProxy(dataSource)::getConnection)
                .serializer(Jackson3Serializer.builder().build())
                .build();
        tokens.createSchema(PostgresTokenTableFactory.INSTANCE);
    }

    /** What a fold is to a projection; Axon calls it. */
    final class Handler {

        @EventHandler
        void on(VisitorArrived arrived, EventMessage<VisitorArrived> event) {
            Arrivals.record(UUID.fromString(event.getIdentifier()), arrived, database);
        }
    }

    /** Begins at the first event, and returns when all are in the tables. */
    void run(int batch) throws InterruptedException {
        database.sql("truncate tokenentry").update();
        var coordinator = Executors.newScheduledThreadPool(1);
        var workers = Executors.newScheduledThreadPool(4);
        var store = EmbeddedEventStore.builder().storageEngine(engine.storage()).build();
        var processor = PooledStreamingEventProcessor.builder()
                .name("arrivals")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Handler())
                        .build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(store)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                // a replay token around it would be written with each batch, and is refused by Jackson as it comes
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(batch)
                .build();
        processor.start();
        try {
            var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (database.sql("select count(*) from arrival")
                            .query(Long.class)
                            .single()
                    < events) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the processor did not come to the end within two minutes");
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } finally {
            processor.shutDown();
            store.shutDown();
            coordinator.shutdownNow();
            workers.shutdownNow();
        }
    }

    private static TransactionManager transactions(JdbcTransactionManager manager) {
        return () -> {
            var status = manager.getTransaction(new DefaultTransactionDefinition());
            return new Transaction() {
                @Override
                public void commit() {
                    if (!status.isCompleted()) {
                        manager.commit(status);
                    }
                }

                @Override
                public void rollback() {
                    if (!status.isCompleted()) {
                        manager.rollback(status);
                    }
                }
            };
        };
    }
}
