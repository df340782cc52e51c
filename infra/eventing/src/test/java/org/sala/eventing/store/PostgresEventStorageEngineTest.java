package org.sala.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.embedded.SharedServers;
import org.sala.eventing.ledger.LedgerEvent;
import org.sala.eventing.ledger.LedgerStore;

class PostgresEventStorageEngineTest {

    private LedgerStore store;

    @BeforeEach
    void open() {
        store = LedgerStore.in(SharedServers.newDatabase("ledger"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anAggregateReadsBackWhatWasAppended() {
        store.append("a", 2_500);
        var read = store.engine().readEvents("a").asStream().toList();
        assertThat(read).hasSize(2_501);
        assertThat(read.getFirst().getPayload()).isEqualTo(new LedgerEvent.AccountOpened("a"));
        assertThat(read.getLast().getSequenceNumber()).isEqualTo(2_500);
        assertThat(read.getLast().getMetaData()).containsEntry("actor", "account-7");
        assertThat(read.getLast().getTimestamp()).isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(store.engine().lastSequenceNumberFor("a")).contains(2_500L);
        assertThat(store.engine().lastSequenceNumberFor("nobody")).isEmpty();
    }

    @Test
    void eventsAreStoredUnderTheirWireNames() {
        store.append("a", 1);
        assertThat(store.database()
                        .sql("select type from event_history order by sequence")
                        .query(String.class)
                        .list())
                .containsExactly("ledger.account-opened", "ledger.account-credited");
    }

    @Test
    void twoWritersOfOneAggregateCannotBothAppend() {
        store.append("a", 3);
        assertThatThrownBy(() ->
                        store.engine().appendEvents(LedgerStore.history("a", 3).subList(3, 4)))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> store.append("a", 0)).isInstanceOf(AggregateStreamCreationException.class);
        assertThat(store.engine().lastSequenceNumberFor("a")).contains(3L);
    }

    @Test
    void anEventOfASlowTransactionIsWaitedForAndNotPassedOver() throws Exception {
        var appended = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var executor = Executors.newSingleThreadExecutor()) {
            var slow = executor.submit(() -> store.transaction().executeWithoutResult(status -> {
                // An event has the number of its transaction, which is given when that first writes.
                store.database()
                        .sql("select pg_current_xact_id()::text")
                        .query(String.class)
                        .single();
                appended.countDown();
                waitFor(mayCommit);
                store.engine().appendEvents(LedgerStore.history("slow", 0));
            }));
            appended.await();
            store.append("fast", 0);
            assertThat(store.sequencer().sequence()).isZero();
            assertThat(tracked(0)).isEmpty();
            assertThat(store.sequencer().heldUp(Duration.ZERO)).hasValueSatisfying(heldUp -> {
                assertThat(heldUp.waiting()).isEqualTo(1);
                assertThat(heldUp.process()).isPositive();
            });
            assertThat(store.sequencer().heldUp(Duration.ofHours(1))).isEmpty();

            mayCommit.countDown();
            slow.get();
        }
        assertThat(store.sequencer().sequence()).isEqualTo(2);
        assertThat(tracked(0)).containsExactly("1 slow 0", "2 fast 0");
    }

    @Test
    void aRolledBackTransactionLeavesNoGap() {
        store.append("a", 0);
        store.transaction().executeWithoutResult(status -> {
            store.engine().appendEvents(LedgerStore.history("rolled back", 10));
            status.setRollbackOnly();
        });
        store.append("b", 0);
        store.sequencer().sequence();
        assertThat(tracked(0)).containsExactly("1 a 0", "2 b 0");
    }

    @Test
    void positionsStayDenseWhileManyWriteAndSeveralSequence() throws Exception {
        var writers = 8;
        try (var executor = Executors.newFixedThreadPool(writers + 2)) {
            var writing = IntStream.range(0, writers)
                    .mapToObj(writer -> executor.submit(() -> {
                        for (var i = 0; i < 25; i++) {
                            store.append(writer + "-" + i, i % 4);
                        }
                    }))
                    .toList();
            Callable<Integer> sequence = () -> {
                var given = 0;
                while (writing.stream().anyMatch(writer -> !writer.isDone())) {
                    given += store.sequencer().sequence();
                }
                return given;
            };
            var sequencing = List.of(executor.submit(sequence), executor.submit(sequence));
            for (var writer : writing) {
                writer.get();
            }
            var given = sequencing.get(0).get()
                    + sequencing.get(1).get()
                    + store.sequencer().sequence();
            var events = store.database()
                    .sql("select count(*) from event")
                    .query(Integer.class)
                    .single();
            assertThat(given).isEqualTo(events);
        }
        var positions = store.database()
                .sql("select position from event_history order by position")
                .query(Long.class)
                .list();
        assertThat(positions)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, positions.size())
                        .mapToLong(i -> i)
                        .boxed()
                        .toList());
        assertThat(store.database().sql("""
                                select count(*) from (
                                    select position, lag(position) over (partition by aggregate_id order by sequence) as before
                                    from event_history) ordered
                                where before > position""").query(Integer.class).single())
                .as("events of one aggregate out of order")
                .isZero();
    }

    @Test
    void transactionsAreOrderedAsNumbersAndNotAsText() {
        for (var transaction : List.of(9L, 10L, 100L, 99L)) {
            LedgerStore.insertOpened(store.database(), "x" + transaction, "{}", transaction);
        }
        store.sequencer().sequence();
        assertThat(store.database()
                        .sql("select aggregate_id from event_history order by position")
                        .query(String.class)
                        .list())
                .containsExactly("x9", "x10", "x99", "x100");
    }

    @Test
    void aDumpRestoredWhereTransactionIdsBeginAnewLosesNothing() {
        store.append("sequenced before", 0);
        store.sequencer().sequence();
        // As a dump of a cluster leaves it whose transactions had come much further than this one's.
        store.database()
                .sql("update sequencer set transaction_id = '900000000000'")
                .update();
        LedgerStore.insertOpened(store.database(), "unsequenced in the dump", "{}", 900_000_000_001L);
        store.append("after the restore", 0);

        while (store.sequencer().sequence() > 0) {}
        assertThat(store.database()
                        .sql("select aggregate_id from event_history order by position")
                        .query(String.class)
                        .list())
                .containsExactly("sequenced before", "unsequenced in the dump", "after the restore");
    }

    @Test
    void axonsOwnStoreStreamsByPosition() throws Exception {
        store.append("a", 2);
        store.sequencer().sequence();
        var embedded =
                EmbeddedEventStore.builder().storageEngine(store.engine()).build();
        try (var stream = embedded.openStream(null)) {
            for (var position = 1; position <= 3; position++) {
                assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
                assertThat(stream.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(position));
            }
        } finally {
            embedded.shutDown();
        }
        assertThat(store.engine().createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(3));
        assertThat(store.engine().createTailToken()).isNull();
        assertThat(store.engine().createTokenAt(Instant.parse("2026-11-22T10:00:00Z")))
                .isNull();
        assertThat(store.engine().createTokenAt(Instant.parse("2026-11-22T10:00:01Z")))
                .isEqualTo(new GlobalSequenceTrackingToken(3));
    }

    @Test
    void theLatestSnapshotIsKeptAndAnOlderOneDoesNotReplaceIt() {
        store.engine().storeSnapshot(snapshot(7, 700));
        store.engine().storeSnapshot(snapshot(3, 300));
        assertThat(store.engine().readSnapshot("a").map(snapshot -> (Object) snapshot.getPayload()))
                .contains(new LedgerEvent.AccountCredited("a", 700));
        assertThat(store.engine().readSnapshot("b")).isEmpty();
    }

    @Test
    void whatIsStoredIsNeverChangedOrRemoved() {
        store.append("a", 0);
        for (var attack : List.of(
                "update event set type = 7", "delete from event", "truncate event cascade", "delete from event_name")) {
            assertThatThrownBy(() -> store.database().sql(attack).update())
                    .as(attack)
                    .hasMessageContaining("events are never changed or removed");
        }
    }

    private static DomainEventMessage<?> snapshot(long sequence, long cents) {
        return new GenericDomainEventMessage<>("Account", "a", sequence, new LedgerEvent.AccountCredited("a", cents));
    }

    private List<String> tracked(long after) {
        try (var events =
                store.engine().readEvents(after == 0 ? null : new GlobalSequenceTrackingToken(after), false)) {
            return events.map(event -> describe(event)).toList();
        }
    }

    private static String describe(TrackedEventMessage<?> event) {
        var domainEvent = (DomainEventMessage<?>) event;
        return event.trackingToken().position().orElseThrow() + " " + domainEvent.getAggregateIdentifier() + " "
                + domainEvent.getSequenceNumber();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
