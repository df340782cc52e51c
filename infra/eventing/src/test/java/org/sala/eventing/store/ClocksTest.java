package org.sala.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.eventing.EventNames;
import org.sala.eventing.ledger.LedgerStore;

/**
 * Clocks that are ten minutes apart: those of two writers, and the database's and everybody else's. No order, no position
 * and no leadership hangs on what time somebody thinks it is.
 */
class ClocksTest {

    private static final Duration APART = Duration.ofMinutes(10);

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
    void writersWhoseClocksAreApartLoseNothingAndKeepTheOrderOfEachAggregate() throws Exception {
        var each = 200;
        var early = Clock.offset(Clock.systemUTC(), APART.negated());
        var late = Clock.offset(Clock.systemUTC(), APART);
        var read = new ArrayList<TrackedEventMessage<?>>();
        var begin = new CountDownLatch(1);
        try (var executor = Executors.newFixedThreadPool(2)) {
            var writing = List.of(early, late).stream()
                    .map(clock -> executor.submit(() -> {
                        begin.await();
                        var tale = Tale.newId();
                        for (var sequence = 0; sequence < each; sequence++) {
                            store.append(Tale.line(tale, sequence, clock.instant()));
                        }
                        return tale;
                    }))
                    .toList();
            begin.countDown();
            while (writing.stream().anyMatch(writer -> !writer.isDone())) {
                readOn(read);
            }
            for (var writer : writing) {
                writer.get();
            }
        }
        readOn(read);

        assertThat(read.stream().map(event -> event.trackingToken().position().orElseThrow()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2L * each).boxed().toList());
        // independent of how positions are given and read: the rows themselves
        assertThat(read.stream().map(TrackedEventMessage::getIdentifier))
                .containsExactlyElementsOf(store.tables()
                        .database()
                        .sql("select event_id::text from event order by transaction_id, row_id")
                        .query(String.class)
                        .list());
        assertThat(read.stream()
                        .map(event -> (DomainEventMessage<?>) event)
                        .collect(Collectors.groupingBy(
                                DomainEventMessage::getAggregateIdentifier,
                                Collectors.mapping(DomainEventMessage::getSequenceNumber, Collectors.toList())))
                        .values())
                .hasSize(2)
                .allMatch(sequences ->
                        sequences.equals(LongStream.range(0, each).boxed().toList()));
        assertThat(read.stream().map(TrackedEventMessage::getTimestamp))
                .as("the writers' clocks were apart while they wrote at the same time")
                .isNotEqualTo(read.stream()
                        .map(TrackedEventMessage::getTimestamp)
                        .sorted()
                        .toList());
    }

    @Test
    void anAggregateWhoseWritersClocksAreApartIsReadBySequence() {
        var tale = Tale.newId();
        var now = Instant.parse("2026-11-22T10:00:00Z");
        for (var sequence = 0; sequence < 20; sequence++) {
            store.append(Tale.line(tale, sequence, sequence % 2 == 0 ? now.plus(APART) : now.minus(APART)));
        }
        assertThat(store.engine().readEvents(tale).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactlyElementsOf(LongStream.range(0, 20).boxed().toList());
    }

    @Test
    void anEventFromTheFutureHidesNoneFromThePast() {
        var now = Instant.parse("2026-11-22T10:00:00Z");
        store.append(Tale.line(Tale.newId(), 0, now.plus(APART)));
        var before = store.after(null);
        store.append(Tale.line(Tale.newId(), 0, now.minus(APART)));
        assertThat(store.after(before.getLast().trackingToken()))
                .singleElement()
                .matches(event -> event.trackingToken().equals(new GlobalSequenceTrackingToken(2)))
                .matches(event -> event.getTimestamp().equals(now.minus(APART)));
        // whoever begins at a moment gets all that was recorded since then, and may get older ones between
        assertThat(store.after(store.engine().createTokenAt(now))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, 10})
    void eventsAreAppendedAndPutInOrderWhateverTheDatabasesClock(int minutes) {
        try (var wrong = whereTheDatabaseIsAhead(minutes)) {
            var now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
            var engine = PostgresEventStorageEngine.on(wrong.dataSource(), WireSerializer.of(EventNames.of(Tale.class)))
                    .build();
            var event = Tale.line(Tale.newId(), 0, now);
            wrong.transaction().executeWithoutResult(status -> engine.appendEvents(event));
            assertThat(wrong.sequencer().heldUp(Duration.ZERO)).isEmpty();
            assertThat(wrong.sequencer().sequence()).isEqualTo(1);
            assertThat(store.after(null))
                    .singleElement()
                    .matches(read -> read.getIdentifier().equals(event.getIdentifier()))
                    .matches(read -> read.getTimestamp().equals(now), "has the writer's time");
        }
    }

    /** A lease is counted by the database's clock alone, so it doesn't matter which time that one shows. */
    @ParameterizedTest
    @ValueSource(ints = {-10, 10})
    void aLeaseIsHeldAsLongWhateverTheDatabasesClock(int minutes) {
        try (var wrong = whereTheDatabaseIsAhead(minutes)) {
            var first = new Lease(wrong.dataSource(), "work", Duration.ofMinutes(1));
            var second = new Lease(wrong.dataSource(), "work", Duration.ofMinutes(1));
            assertThat(first.hold()).isEqualTo(OptionalLong.of(1));
            assertThat(second.hold()).isEmpty();
            assertThat(first.hold()).isEqualTo(OptionalLong.of(1));
            first.release();
            assertThat(second.hold()).isEqualTo(OptionalLong.of(2));
            assertThat(first.hold()).isEmpty();
        }
    }

    /** As when somebody sets it right: a lease ends early, and its holder's fencing token is behind. */
    @Test
    void aDatabaseClockThatJumpsAheadHandsALeaseOverWithAHigherToken() {
        assertThat(lease(store.tables()).hold()).isEqualTo(OptionalLong.of(1));
        try (var jumped = whereTheDatabaseIsAhead(10)) {
            assertThat(lease(jumped).hold()).isEqualTo(OptionalLong.of(2));
        }
        assertThat(lease(store.tables()).hold())
                .as("a third's, by the clock as it was")
                .isEmpty();
    }

    /** It is held for longer then, by the one who has it: nobody leads beside it. */
    @Test
    void aDatabaseClockThatJumpsBackLeavesALeaseWithItsHolder() {
        var holder = lease(store.tables());
        assertThat(holder.hold()).isEqualTo(OptionalLong.of(1));
        try (var jumped = whereTheDatabaseIsAhead(-10)) {
            assertThat(lease(jumped).hold()).isEmpty();
        }
        assertThat(holder.hold()).isEqualTo(OptionalLong.of(1));
    }

    private static Lease lease(LedgerStore of) {
        return new Lease(of.dataSource(), "work", Duration.ofMinutes(1));
    }

    private void readOn(List<TrackedEventMessage<?>> read) {
        read.addAll(store.after(read.isEmpty() ? null : read.getLast().trackingToken()));
    }

    /** The same tables, seen over connections on which PostgreSQL's clock shows another time. */
    private LedgerStore whereTheDatabaseIsAhead(int minutes) {
        var tables = store.tables().database();
        var wrongClock = store.schema() + "_wrong_clock";
        tables.sql("create schema if not exists " + wrongClock).update();
        for (var function : List.of("clock_timestamp", "statement_timestamp", "transaction_timestamp", "now")) {
            tables.sql("""
                            create or replace function %3$s.%1$s() returns timestamptz language sql as
                            'select pg_catalog.%1$s() + make_interval(mins => %2$d)'""".formatted(function, minutes, wrongClock)).update();
        }
        var wrong = store.behind(wrongClock);
        assertThat(wrong.database()
                        .sql("select round(extract(epoch from clock_timestamp() - pg_catalog.clock_timestamp()) / 60)")
                        .query(Integer.class)
                        .single())
                .isEqualTo(minutes);
        return wrong;
    }
}
