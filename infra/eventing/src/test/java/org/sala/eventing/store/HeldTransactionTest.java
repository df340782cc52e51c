package org.sala.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * A transaction that stays open beside newer events that commit: Axon's own engine gives up on its events once a newer
 * one is older than a limit, and they are never read (AxonIQ/AxonFramework#4829). Ours are.
 *
 * <p>The limit is a minute by default; here it is {@link #LIMIT}, so that the transaction needn't be open for longer.
 */
class HeldTransactionTest {

    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final Duration HELD = Duration.ofMillis(900);

    private TaleStore store;

    @BeforeEach
    void open() {
        store = TaleStore.open();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anEventOfAHeldTransactionIsReadAsAllOthersAre() throws Exception {
        var seen = readWhileOneTransactionIsHeld(store.engine());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(stored("event_id", "event"));
        assertThat(seen).hasSize(4).doesNotHaveDuplicates();
    }

    /** Where this fails, upstream has mended it, and decision 0002 has lost its reason. */
    @Test
    void axonsOwnEnginePassesItOver() throws Exception {
        var seen = readWhileOneTransactionIsHeld(axonsOwn());
        var stored = stored("eventidentifier", "axon_event");
        assertThat(stored).hasSize(4).containsAll(seen);
        assertThat(seen).hasSize(3);
    }

    @Test
    void oneOfManyHeldTransactionsHoldsBackWhatIsNewerAndLosesNothing() throws Exception {
        var held = 8;
        var appended = new CountDownLatch(held);
        var mayCommit = new CountDownLatch(1);
        var reader = new Reader(store.engine());
        try (var executor = Executors.newFixedThreadPool(held)) {
            for (var i = 0; i < held; i++) {
                // every other one thinks better of it in the end
                var rollsBack = i % 2 == 1;
                executor.execute(() -> store.tables().transaction().executeWithoutResult(status -> {
                    begin();
                    store.engine().appendEvents(Tale.lines(Tale.newId(), 0, 10));
                    appended.countDown();
                    awaitUninterruptibly(mayCommit);
                    if (rollsBack) {
                        status.setRollbackOnly();
                    }
                }));
                store.append(Tale.line(Tale.newId(), 0));
                reader.readOn();
            }
            appended.await();
            store.append(Tale.line(Tale.newId(), 0));
            reader.readOn();
            mayCommit.countDown();
        }
        reader.readOn();
        assertThat(reader.seen)
                .hasSize(held / 2 * 10 + held + 1)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(stored("event_id", "event"));
    }

    /** One event before, one in the transaction that is held, one beside it, one afterwards; read on after each. */
    private List<String> readWhileOneTransactionIsHeld(EventStorageEngine engine) throws Exception {
        var reader = new Reader(engine);
        appendNow(engine);
        reader.readOn();

        var appended = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var executor = Executors.newSingleThreadExecutor()) {
            var slow = executor.submit(() -> store.tables().transaction().executeWithoutResult(status -> {
                begin();
                engine.appendEvents(
                        List.of(Tale.line(Tale.newId(), 0, Clock.systemUTC().instant())));
                appended.countDown();
                awaitUninterruptibly(mayCommit);
            }));
            appended.await();
            appendNow(engine);
            // the newer event's age is over the limit when the reader sees it for the first time
            TimeUnit.NANOSECONDS.sleep(HELD.toNanos());
            reader.readOn();
            mayCommit.countDown();
            slow.get();
        }
        appendNow(engine);
        reader.readOn();
        return reader.seen;
    }

    /** A transaction has its number from when it first writes; ours stores its events when it commits. */
    private void begin() {
        store.tables()
                .database()
                .sql("select pg_current_xact_id()::text")
                .query(String.class)
                .single();
    }

    private void appendNow(EventStorageEngine engine) {
        store.append(
                engine, List.of(Tale.line(Tale.newId(), 0, Clock.systemUTC().instant())));
    }

    /** Past the engine: what the table holds. */
    private List<String> stored(String identifier, String table) {
        return store.tables()
                .database()
                .sql("select %s::text from %s".formatted(identifier, table))
                .query((row, n) -> row.getString(1))
                .list();
    }

    private EventStorageEngine axonsOwn() {
        var serializer = Jackson3Serializer.builder().build();
        var engine = JdbcEventStorageEngine.builder()
                .connectionProvider(
                        new TransactionAwareDataSourceProxy(store.tables().dataSource())::getConnection)
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .dataType(byte[].class)
                .schema(EventSchema.builder()
                        .eventTable("axon_event")
                        .snapshotTable("axon_snapshot")
                        .build())
                .gapTimeout((int) LIMIT.toMillis())
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        return engine;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads on from its last token each time, as every processor does. */
    private final class Reader {

        private final EventStorageEngine engine;
        private final List<String> seen = new ArrayList<>();
        private @Nullable TrackingToken token;

        private Reader(EventStorageEngine engine) {
            this.engine = engine;
        }

        private void readOn() {
            for (var event : store.after(engine, token)) {
                token = event.trackingToken();
                seen.add(((EventMessage<?>) event).getIdentifier());
            }
        }
    }
}
