package org.sala.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sala.eventing.EventNames;
import org.sala.eventing.Loop;
import org.sala.eventing.Wakeup;

/**
 * What Axon 4.13 asks of its {@code EmbeddedEventStore} in {@code EmbeddedEventStoreTest}, asked of it on our engine. The
 * sequencer runs as soon as an event is stored, so that the store finds at once what it was told of.
 *
 * <p>Not asked, since the engine has no part in it: the spans of the event bus, and a reader that mocks give the same
 * token twice (AxonFramework#485), which dense positions can't.
 */
@Timeout(60)
class AxonsEventStoreCasesTest {

    private static final int CACHED = 10;

    /** Longer than any of these cases: whatever arrives was not found by polling. */
    private static final Duration NEVER = Duration.ofHours(1);

    private final String tale = Tale.newId();
    private final AtomicInteger threads = new AtomicInteger();
    private TaleStore store;
    private EventStorageEngine engine;
    private EmbeddedEventStore embedded;

    @BeforeEach
    void open() {
        store = TaleStore.open();
        engine = store.engine(EventNames.of(Tale.class), NoOpEventUpcaster.INSTANCE, store::sequence);
        embedded = embedded(builder -> builder);
    }

    @AfterEach
    void close() {
        embedded.shutDown();
        store.close();
    }

    private EmbeddedEventStore embedded(UnaryOperator<EmbeddedEventStore.Builder> settings) {
        ThreadFactory named = new AxonThreadFactory("embedded event store");
        return settings.apply(EmbeddedEventStore.builder()
                        .storageEngine(engine)
                        .cachedEvents(CACHED)
                        .fetchDelay(NEVER.toMillis())
                        .cleanupDelay(10_000)
                        .threadFactory(work -> {
                            threads.incrementAndGet();
                            return named.newThread(work);
                        }))
                .build();
    }

    private void use(UnaryOperator<EmbeddedEventStore.Builder> settings) {
        embedded.shutDown();
        embedded = embedded(settings);
    }

    @Test
    void whatIsThereIsPassedToAReader() throws Exception {
        var expected = Tale.line(tale, 0);
        embedded.publish(expected);
        try (var stream = embedded.openStream(null)) {
            assertThat(stream.hasNextAvailable()).isTrue();
            var read = next(stream);
            assertThat(read.getIdentifier()).isEqualTo(expected.getIdentifier());
            assertThat((Object) read.getPayload()).isEqualTo(expected.getPayload());
            assertThat(read)
                    .isInstanceOfSatisfying(
                            DomainEventMessage.class,
                            domainEvent -> assertThat(domainEvent.getAggregateIdentifier())
                                    .isEqualTo(tale));
        }
    }

    @Test
    void whatComesWhileAReaderWaitsAtTheEndIsPassedToItWithoutPolling() throws Exception {
        try (var stream = embedded.openStream(null)) {
            assertThat(stream.hasNextAvailable()).isFalse();
            var expected = Tale.line(tale, 0);
            embedded.publish(expected);
            assertThat(next(stream).getIdentifier()).isEqualTo(expected.getIdentifier());
        }
    }

    @Test
    void aReaderOfAnEmptyStoreWaits() throws Exception {
        var read = new CopyOnWriteArrayList<TrackedEventMessage<?>>();
        var reader = reading(1, read::add);
        assertThat(reader.join(Duration.ofMillis(200))).isFalse();
        embedded.publish(Tale.line(tale, 0));
        reader.join();
        assertThat(read).hasSize(1);
    }

    @Test
    void aReaderThatCameToTheEndWaits() throws Exception {
        embedded.publish(Tale.line(tale, 0));
        var read = new CopyOnWriteArrayList<TrackedEventMessage<?>>();
        var reader = reading(2, read::add);
        assertThat(reader.join(Duration.ofMillis(200))).isFalse();
        assertThat(read).hasSize(1);
        embedded.publish(Tale.line(Tale.newId(), 0));
        reader.join();
        assertThat(read).hasSize(2);
    }

    @Test
    void readingGoesOnFromTheLastToken() throws Exception {
        var events = Tale.lines(tale, 0, 2);
        embedded.publish(events);
        try (var stream = embedded.openStream(null)) {
            var first = next(stream);
            assertThat(first.getIdentifier()).isEqualTo(events.get(0).getIdentifier());
            try (var other = embedded.openStream(first.trackingToken())) {
                assertThat(next(other).getIdentifier()).isEqualTo(events.get(1).getIdentifier());
            }
        }
    }

    @Test
    void whatOneReaderFetchedIsTheNextOnesFromTheCache() throws Exception {
        var read = new CopyOnWriteArrayList<TrackedEventMessage<?>>();
        var reader = reading(2, read::add);
        assertThat(reader.join(Duration.ofMillis(200))).isFalse();
        embedded.publish(Tale.lines(tale, 0, 2));
        reader.join();
        try (var stream = embedded.openStream(read.get(0).trackingToken())) {
            assertThat((Object) next(stream)).isSameAs(read.get(1));
        }
    }

    @Test
    void whatAnotherProcessStoredIsFoundByPolling() throws Exception {
        use(builder -> builder.fetchDelay(20));
        var reader = reading(1, event -> {});
        assertThat(reader.join(Duration.ofMillis(100))).isFalse();
        store.append(engine, List.of(Tale.line(tale, 0)));
        store.sequence();
        reader.join();
    }

    @Test
    void whatASequencerOfItsOwnPutsInOrderIsFoundByPolling() throws Exception {
        use(builder -> builder.fetchDelay(20));
        var wakeup = new Wakeup();
        var sequencer = store.tables().sequencer();
        var sequencing =
                new Loop("sequencer", 0, Duration.ofMillis(10), wakeup, () -> sequencer.sequence() > 0, () -> {});
        sequencing.start();
        try {
            var read = new CopyOnWriteArrayList<TrackedEventMessage<?>>();
            var reader = reading(50, read::add);
            var writer = store.engine(EventNames.of(Tale.class), NoOpEventUpcaster.INSTANCE, wakeup::call);
            for (var i = 0; i < 50; i++) {
                store.append(writer, List.of(Tale.line(tale, i)));
            }
            reader.join();
            assertThat(read)
                    .extracting(event -> ((DomainEventMessage<?>) event).getSequenceNumber())
                    .isSorted()
                    .hasSize(50);
        } finally {
            sequencing.stop();
        }
    }

    @Test
    void aReaderThatFallsBehindTheCacheReadsFromTheStoreAgain() throws Exception {
        use(builder -> builder.cleanupDelay(20));
        try (var stream = embedded.openStream(null)) {
            assertThat(stream.hasNextAvailable()).isFalse();
            embedded.publish(Tale.lines(tale, 0, CACHED));
            await().until(stream::hasNextAvailable);
            next(stream);
            // more than the cache holds, and time to be noticed
            embedded.publish(Tale.lines(tale, CACHED, 3 * CACHED));
            TimeUnit.MILLISECONDS.sleep(100);
            for (var expected = 1; expected < 3 * CACHED; expected++) {
                assertThat(((DomainEventMessage<?>) next(stream)).getSequenceNumber())
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void withoutASnapshotAnAggregateIsReadFromItsFirstEvent() {
        embedded.publish(Tale.lines(tale, 0, 110));
        assertThat(sequences()).hasSize(110).startsWith(0L).endsWith(109L);
    }

    @Test
    void withASnapshotAnAggregateIsReadFromThere() {
        embedded.publish(Tale.lines(tale, 0, 110));
        embedded.storeSnapshot(Tale.line(tale, 30));
        assertThat(sequences()).hasSize(80).startsWith(30L).endsWith(109L);
    }

    @Test
    void whereSnapshotsCannotBeReadAnAggregateIsReadFromItsFirstEvent() {
        embedded.publish(Tale.lines(tale, 0, 110));
        embedded.storeSnapshot(Tale.line(tale, 30));
        store.tables()
                .database()
                .sql("alter table snapshot rename to snapshot_of_another_kind")
                .update();
        assertThat(sequences()).hasSize(110).startsWith(0L);
    }

    @Test
    void aUnitOfWorkReadsWhatItHasPublished() {
        var events = Tale.lines(tale, 0, 10);
        embedded.publish(events.subList(0, 2));
        DefaultUnitOfWork.startAndGet(null).execute(() -> {
            assertThat(sequences()).hasSize(2);
            embedded.publish(events.subList(2, 10));
            assertThat(sequences()).hasSize(10);
            assertThat(embedded.readEvents(tale, 2).asStream()).hasSize(8);
            assertThat(embedded.lastSequenceNumberFor(tale)).contains(9L);
        });
        assertThat(engine.lastSequenceNumberFor(tale)).contains(9L);
    }

    @Test
    void whatAUnitOfWorkPublishesIsNobodyElsesBeforeItsEnd() {
        var events = Tale.lines(tale, 0, 10);
        embedded.publish(events.subList(0, 2));
        UnitOfWork<Message<?>> work = DefaultUnitOfWork.startAndGet(null);
        embedded.publish(events.subList(2, 10));

        CurrentUnitOfWork.clear(work);
        assertThat(sequences()).as("outside").hasSize(2);
        CurrentUnitOfWork.set(work);
        assertThat(sequences()).as("inside").hasSize(10);
        work.rollback();
        assertThat(sequences()).as("rolled back").hasSize(2);
    }

    @Test
    void whatNestedUnitsOfWorkPublishIsReadOnceAtEachPhase() {
        var events = Tale.lines(tale, 0, 10);
        embedded.publish(events.subList(0, 2));
        var outer = DefaultUnitOfWork.startAndGet(null);
        embedded.publish(events.subList(2, 4));
        var inner = DefaultUnitOfWork.startAndGet(null);
        embedded.publish(events.subList(4, 10));
        var counts = new CopyOnWriteArrayList<Integer>();
        for (var work : List.of(inner, outer)) {
            work.onPrepareCommit(phase -> counts.add(sequences().size()));
            work.onCommit(phase -> counts.add(sequences().size()));
            work.afterCommit(phase -> counts.add(sequences().size()));
        }
        inner.commit();
        outer.commit();
        assertThat(counts).containsExactly(10, 10, 10, 10, 10, 10);
    }

    @Test
    void aThreadFactoryOfOnesOwnMakesTheThreadThatReadsAlong() throws Exception {
        var reader = reading(1, event -> {});
        assertThat(reader.join(Duration.ofMillis(100))).isFalse();
        embedded.publish(Tale.line(tale, 0));
        reader.join();
        assertThat(threads).hasPositiveValue();
    }

    @Test
    void aReaderReadsThroughTheCacheToItsEnd() throws Exception {
        try (var stream = embedded.openStream(null)) {
            assertThat(stream.hasNextAvailable()).isFalse();
            embedded.publish(Tale.lines(tale, 0, 5));
            for (var expected = 0; expected < 5; expected++) {
                assertThat(((DomainEventMessage<?>) next(stream)).getSequenceNumber())
                        .isEqualTo(expected);
            }
            assertThat(stream.hasNextAvailable()).isFalse();
        }
    }

    @Test
    void readersCanAllReadForThemselves() throws Exception {
        use(builder -> builder.optimizeEventConsumption(false));
        try (var stream = embedded.openStream(null)) {
            assertThat(stream.hasNextAvailable()).isFalse();
            for (var time = 0; time < 3; time++) {
                embedded.publish(Tale.lines(tale, 5L * time, 5L * time + 5));
                for (var i = 0; i < 5; i++) {
                    assertThat(stream.hasNextAvailable()).isTrue();
                    next(stream);
                }
                assertThat(stream.hasNextAvailable()).isFalse();
            }
        }
        assertThat(threads).hasValue(0);
    }

    @Test
    void manyReadersEachReadAllInOrderWhileManyWrite() throws Exception {
        use(builder -> builder.fetchDelay(20));
        var writers = 4;
        var each = 100;
        var all = IntStream.rangeClosed(1, writers * each)
                .mapToObj(GlobalSequenceTrackingToken::new)
                .toList();
        var readers = List.of(
                new CopyOnWriteArrayList<TrackedEventMessage<?>>(),
                new CopyOnWriteArrayList<TrackedEventMessage<?>>(),
                new CopyOnWriteArrayList<TrackedEventMessage<?>>());
        var reading =
                readers.stream().map(read -> reading(writers * each, read::add)).toList();
        try (var executor = Executors.newFixedThreadPool(writers)) {
            var writing = IntStream.range(0, writers)
                    .mapToObj(writer -> executor.submit(() -> {
                        var own = Tale.newId();
                        for (var i = 0; i < each; i++) {
                            embedded.publish(Tale.line(own, i));
                        }
                    }))
                    .toList();
            for (var writer : writing) {
                writer.get();
            }
        }
        // the last to append may have found another's transaction still open
        store.sequence();
        for (var reader : reading) {
            reader.join();
        }
        for (var read : readers) {
            assertThat(read.stream().map(TrackedEventMessage::trackingToken)).isEqualTo(all);
            assertThat(read.stream().map(EventMessage::getIdentifier)).doesNotHaveDuplicates();
        }
    }

    @Test
    void anyNumberOfReadersCanReadOneStoreAtOnce() throws Exception {
        embedded.publish(Tale.lines(tale, 0, 2_500));
        var read = List.of(new AtomicInteger(), new AtomicInteger(), new AtomicInteger(), new AtomicInteger());
        var readers = read.stream()
                .map(count -> reading(2_500, event -> count.incrementAndGet()))
                .toList();
        for (var reader : readers) {
            reader.join();
        }
        assertThat(read).allMatch(count -> count.get() == 2_500);
    }

    /** Reads so many events from the beginning on a thread of its own. */
    private Thread reading(int events, Consumer<TrackedEventMessage<?>> reader) {
        return Thread.ofPlatform().daemon().start(() -> {
            try (var stream = embedded.openStream(null)) {
                for (var read = 0; read < events; read++) {
                    reader.accept(next(stream));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /**
     * Waits as Axon's processors do, asking again and again: the store's own wait for the next event can sleep through
     * the last one, which it is told of between its look and its sleep.
     */
    private static TrackedEventMessage<?> next(TrackingEventStream stream) throws InterruptedException {
        while (!stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)) {
            // not yet
        }
        return stream.nextAvailable();
    }

    private List<Long> sequences() {
        return embedded.readEvents(tale)
                .asStream()
                .map(DomainEventMessage::getSequenceNumber)
                .toList();
    }
}
