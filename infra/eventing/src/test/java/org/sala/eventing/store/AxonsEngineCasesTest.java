package org.sala.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.eventing.EventNames;

/**
 * What Axon 4.13 asks of every storage engine in its own tests ({@code EventStorageEngineTest},
 * {@code AbstractEventStorageEngineTest}, {@code BatchingEventStorageEngineTest} and {@code JdbcEventStorageEngineTest}),
 * asked of ours. Between an append and a read of the whole history stands the sequencer, here as elsewhere.
 *
 * <p>Not asked, since it doesn't apply:
 *
 * <ul>
 *   <li>That an event's identifier is unique: ours is checked by (aggregate, sequence) alone. Identifiers are random, and
 *       one more unique index would make each append and each row dearer to guard against what can't happen.
 *   <li>Names of tables and columns, types of columns, statements and a resolver of errors of one's own: the schema is the
 *       engine's.
 *   <li>Identifiers of events of any form: an event's identifier is a UUID, as Axon makes them, or is refused.
 *   <li>A filter for snapshots, and a predicate for the last batch of an aggregate: there are no such settings.
 *   <li>Gaps, their time limit and their removal from tokens: there are none. What stands in their place is that
 *       rolled-back and slow transactions leave positions dense, in {@link PostgresEventStorageEngineTest} and
 *       {@link HeldTransactionTest}.
 * </ul>
 */
class AxonsEngineCasesTest {

    /** More than two of the batches that the engine reads in. */
    private static final int MANY = 2_500;

    private static final Instant AT_15 = Instant.parse("2007-12-03T10:15:00Z");

    private final String tale = Tale.newId();
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
    void anAggregateReadsItsOwnEventsAndNoOthers() {
        store.append(Tale.lines(tale, 0, 4));
        assertThat(sequences(tale, 0)).containsExactly(0L, 1L, 2L, 3L);

        var other = Tale.newId();
        store.append(Tale.line(other, 0));
        assertThat(sequences(tale, 0)).containsExactly(0L, 1L, 2L, 3L);
        assertThat(sequences(other, 0)).containsExactly(0L);
    }

    @Test
    void severalEventsCanBeAppendedOneByOneInACall() {
        store.tables()
                .transaction()
                .executeWithoutResult(status -> store.engine().appendEvents(Tale.line(tale, 0), Tale.line(tale, 1)));
        assertThat(sequences(tale, 0)).containsExactly(0L, 1L);
    }

    @Test
    void nothingToAppendIsNoError() {
        store.append(List.of());
        assertThat(store.after(null)).isEmpty();
    }

    @Test
    void whatIsReadIsWhatWasAppended() {
        var appended = Tale.line(tale, 0);
        store.append(appended);
        var read = store.engine().readEvents(tale).next();
        assertThat(read.getIdentifier()).isEqualTo(appended.getIdentifier());
        assertThat(read.getAggregateIdentifier()).isEqualTo(tale);
        assertThat(read.getType()).isEqualTo("Tale");
        assertThat(read.getSequenceNumber()).isZero();
        assertThat(read.getTimestamp()).isEqualTo(appended.getTimestamp());
        assertThat(read.getPayloadType()).isEqualTo(Tale.LineTold.class);
        assertThat(read.getPayload()).isEqualTo(new Tale.LineTold("0"));
        assertThat(read.getMetaData()).isEmpty();
    }

    @Test
    void anEventOfNoAggregateIsReadAsAnEventOfNoAggregate() {
        var appended =
                GenericEventMessage.asEventMessage(new Tale.LineTold("once")).withMetaData(Map.of("key", "value"));
        store.append(appended);
        assertThat(store.after(null)).singleElement().satisfies(read -> {
            assertThat(read).isNotInstanceOf(DomainEventMessage.class);
            assertThat(read.getIdentifier()).isEqualTo(appended.getIdentifier());
            assertThat((Object) read.getPayload()).isEqualTo(new Tale.LineTold("once"));
            assertThat(read.getMetaData()).isEqualTo(MetaData.with("key", "value"));
        });
    }

    @Test
    void metadataOfWhatIsReadCanBeReplacedAndAddedTo() {
        store.append(Tale.line(tale, 0).withMetaData(Map.of("key", "value")));
        var read = store.engine().readEvents(tale).next();
        assertThat(read.withMetaData(Map.of("other", "value")).getMetaData()).containsOnlyKeys("other");
        assertThat(read.andMetaData(Map.of("other", "value")).getMetaData()).containsOnlyKeys("key", "other");
        assertThat(read.getMetaData()).containsOnlyKeys("key");
    }

    @Test
    void anAggregateThatNobodyKnowsHasNoEvents() {
        assertThat(store.engine().readEvents(tale).hasNext()).isFalse();
        assertThat(store.engine().lastSequenceNumberFor(tale)).isEmpty();
        assertThat(store.engine().readSnapshot(tale)).isEmpty();
    }

    @Test
    void anAggregateCanBeReadFromASequenceOn() {
        store.append(Tale.lines(tale, 0, 5));
        assertThat(sequences(tale, 2)).containsExactly(2L, 3L, 4L);
        assertThat(sequences(tale, 5)).isEmpty();
    }

    @Test
    void anAggregateOfManyBatchesIsReadToItsEnd() {
        store.append(Tale.lines(tale, 0, MANY));
        store.append(GenericEventMessage.asEventMessage(new Tale.LineTold("beside")));
        assertThat(sequences(tale, 0)).hasSize(MANY).isSorted().endsWith(MANY - 1L);
        assertThat(sequences(tale, 1_000)).hasSize(MANY - 1_000).startsWith(1_000L);
    }

    @Test
    void anAggregateWhoseNumbersHaveHolesIsReadToItsEnd() {
        var all = new ArrayList<>(Tale.lines(tale, 0, MANY));
        all.removeIf(event -> event.getSequenceNumber() % 3 == 2);
        store.append(all);
        assertThat(sequences(tale, 0))
                .containsExactlyElementsOf(
                        all.stream().map(DomainEventMessage::getSequenceNumber).toList());
    }

    @Test
    void theLastSequenceOfAnAggregateIsKnown() {
        store.append(Tale.lines(tale, 0, 2));
        assertThat(store.engine().lastSequenceNumberFor(tale)).contains(1L);
    }

    @Test
    void aFirstEventStoredTwiceIsAConflictOfCreation() {
        assertThatThrownBy(() -> store.append(Tale.line(tale, 0), Tale.line(tale, 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
        store.append(Tale.line(tale, 0));
        assertThatThrownBy(() -> store.append(Tale.line(tale, 0)))
                .isInstanceOf(AggregateStreamCreationException.class)
                .hasMessageContaining(tale);
        assertThat(store.after(null)).hasSize(1);
    }

    @Test
    void aLaterEventStoredTwiceIsAConflict() {
        assertThatThrownBy(() -> store.append(Tale.line(tale, 1), Tale.line(tale, 1)))
                .isInstanceOf(ConcurrencyException.class);
        store.append(Tale.lines(tale, 0, 3));
        assertThatThrownBy(() -> store.append(Tale.line(tale, 2)))
                .isInstanceOf(ConcurrencyException.class)
                .hasMessageContaining(tale);
        assertThatThrownBy(() -> store.append(Tale.lines(tale, 2, 9)))
                .as("the first of several")
                .isInstanceOf(ConcurrencyException.class);
        assertThat(store.after(null)).hasSize(3);
    }

    @Test
    void aConflictStoresNothingOfItsTransaction() {
        var other = Tale.newId();
        store.append(Tale.lines(tale, 0, 2));
        assertThatThrownBy(() -> store.tables().transaction().executeWithoutResult(status -> {
                    store.engine().appendEvents(Tale.lines(other, 0, 3));
                    store.engine().appendEvents(Tale.line(tale, 1));
                }))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(sequences(other, 0)).isEmpty();
        assertThat(store.after(null)).hasSize(2);
    }

    @Test
    void theLatestSnapshotCountsInWhateverOrderTheyCome() {
        for (var sequence : List.of(0, 1, 3, 2)) {
            store.engine().storeSnapshot(Tale.line(tale, sequence));
        }
        assertThat(store.engine().readSnapshot(tale)).hasValueSatisfying(snapshot -> {
            assertThat(snapshot.getSequenceNumber()).isEqualTo(3);
            assertThat((Object) snapshot.getPayload()).isEqualTo(new Tale.LineTold("3"));
        });
    }

    @Test
    void theSameSnapshotCanBeStoredTwice() {
        store.engine().storeSnapshot(Tale.line(tale, 1));
        store.engine().storeSnapshot(Tale.line(tale, 1));
        assertThat(store.engine().readSnapshot(tale)).isPresent();
    }

    @Test
    void aSnapshotHoldsWhatItIsGiven() {
        var retold = new Tale.Retold(List.of("once", "upon", "a time"));
        store.engine().storeSnapshot(Tale.event(tale, 7, retold, MetaData.with("key", "value"), AT_15.plusMillis(123)));
        assertThat(store.engine().readSnapshot(tale)).hasValueSatisfying(snapshot -> {
            assertThat((Object) snapshot.getPayload()).isEqualTo(retold);
            assertThat(snapshot.getType()).isEqualTo("Tale");
            assertThat(snapshot.getAggregateIdentifier()).isEqualTo(tale);
            assertThat(snapshot.getMetaData()).isEqualTo(MetaData.with("key", "value"));
            assertThat(snapshot.getTimestamp()).isEqualTo(AT_15.plusMillis(123));
        });
    }

    @Test
    void theHistoryIsReadInTheOrderOfItsTransactions() {
        store.append(Tale.lines(tale, 0, 4));
        assertThat(store.after(null)).hasSize(4);

        var last = Tale.line(Tale.newId(), 0);
        store.append(last);
        assertThat(store.after(null))
                .hasSize(5)
                .last()
                .matches(read -> read.getIdentifier().equals(last.getIdentifier()));
    }

    @Test
    void theHistoryIsReadOnFromAnyToken() {
        var events = Tale.lines(tale, 0, 4);
        store.append(events);
        var first = store.after(null).getFirst();
        assertThat(store.after(first.trackingToken()))
                .extracting(EventMessage::getIdentifier)
                .isEqualTo(ids(events.subList(1, 4)));
    }

    @Test
    void tokensAreOneNumberAndDense() {
        store.append(Tale.lines(tale, 0, MANY));
        assertThat(store.after(null).stream().map(TrackedEventMessage::trackingToken))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, MANY)
                        .mapToObj(GlobalSequenceTrackingToken::new)
                        .toList());
    }

    @Test
    void aHistoryOfManyBatchesIsReadToItsEnd() {
        store.append(Tale.lines(tale, 0, MANY));
        var last = GenericEventMessage.asEventMessage(new Tale.LineTold("last"));
        store.append(last);
        var all = store.after(null);
        assertThat(all).hasSize(MANY + 1);
        assertThat(all.getLast().getIdentifier()).isEqualTo(last.getIdentifier());
        for (var position : List.of(1, 255, 256, 257, 999, 1_000, 1_001, 2_000, MANY, MANY + 1)) {
            assertThat(store.after(new GlobalSequenceTrackingToken(position)))
                    .as("after %d", position)
                    .extracting(EventMessage::getIdentifier)
                    .isEqualTo(ids(all.subList(position, MANY + 1)));
        }
    }

    @Test
    void theTailIsBeforeTheFirstEvent() {
        var events = storeThreeOutOfOrder();
        assertThat(ids(store.after(store.engine().createTailToken()))).isEqualTo(ids(events));
    }

    @Test
    void theHeadIsAfterTheLastEvent() {
        storeThreeOutOfOrder();
        store.sequence();
        assertThat(store.after(store.engine().createHeadToken())).isEmpty();
    }

    @Test
    void theHeadOfAnEmptyStoreIsItsTail() {
        var head = store.engine().createHeadToken();
        store.append(Tale.line(tale, 0));
        assertThat(store.after(head)).hasSize(1);
    }

    @Test
    void aTokenAtATimeIsBeforeTheFirstEventSinceThen() {
        var events = storeThreeOutOfOrder();
        assertThat(since("2007-12-03T10:15:30Z")).isEqualTo(ids(events.subList(1, 3)));
        assertThat(since("2007-12-03T10:15:00Z")).as("exactly its time").isEqualTo(ids(events));
        assertThat(since("2006-12-03T10:15:30Z")).as("before all").isEqualTo(ids(events));
        assertThat(since("2008-12-03T10:15:30Z")).as("after all").isEmpty();
    }

    @Test
    void aTokenAtATimeLosesNothingWhereTimesAreOutOfOrder() {
        var events = IntStream.of(30, 40, 50, 45, 42)
                .<DomainEventMessage<?>>mapToObj(second -> Tale.line(Tale.newId(), 0, AT_15.plusSeconds(second)))
                .toList();
        store.append(events);
        assertThat(since("2007-12-03T10:15:45Z")).isEqualTo(ids(events.subList(2, 5)));
    }

    @Test
    void whatAnUpcasterMakesOfAnEventIsRead() {
        var twice = store.engine(
                EventNames.of(Tale.class), stream -> stream.flatMap(event -> Stream.of(event, event)), () -> {});
        store.append(Tale.lines(tale, 0, 4));
        assertThat(twice.readEvents(tale).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(0L, 0L, 1L, 1L, 2L, 2L, 3L, 3L);
        assertThat(store.after(twice, null)).hasSize(8);
    }

    @Test
    void whatAnUpcasterLeavesOutIsNotReadAndStopsNothing() {
        var none = store.engine(
                EventNames.of(Tale.class),
                stream -> stream.filter(event -> event.getSequenceNumber().orElse(0L) >= MANY - 2),
                () -> {});
        store.append(Tale.lines(tale, 0, MANY));
        assertThat(none.readEvents(tale).asStream()).hasSize(2);
        assertThat(store.after(none, null)).hasSize(2);
    }

    /** An event of a name that was in the catalogue once. */
    sealed interface Forgotten {

        @JsonTypeName("tale.moral-drawn")
        record MoralDrawn(String moral) implements Forgotten {}
    }

    @Test
    void eventsOfATypeThatNobodyKnowsAreReadAsSuchAndStopNothing() throws Exception {
        var before = store.engine(EventNames.of(Tale.class, Forgotten.class), NoOpEventUpcaster.INSTANCE, () -> {});
        var morals = IntStream.range(0, MANY)
                .mapToObj(sequence ->
                        Tale.event(tale, sequence, new Forgotten.MoralDrawn("…"), MetaData.emptyInstance(), AT_15))
                .toList();
        store.append(before, morals);
        store.append(Tale.lines(tale, MANY, MANY + 2));

        var all = store.after(null);
        assertThat(all).hasSize(MANY + 2);
        assertThat(all.subList(0, MANY)).allMatch(event -> event.getPayloadType() == UnknownSerializedType.class);
        assertThat(all.subList(MANY, MANY + 2)).allMatch(event -> event.getPayload() instanceof Tale.LineTold);
        assertThat(((UnknownSerializedType) all.getFirst().getPayload())
                        .serializedType()
                        .getName())
                .isEqualTo("tale.moral-drawn");
    }

    private List<DomainEventMessage<?>> storeThreeOutOfOrder() {
        var events = List.<DomainEventMessage<?>>of(
                Tale.line(tale, 0, AT_15),
                Tale.line(tale, 1, AT_15.plusSeconds(40)),
                Tale.line(tale, 2, AT_15.plusSeconds(35)));
        store.append(events);
        return events;
    }

    private List<String> since(String time) {
        store.sequence();
        return ids(store.after(store.engine().createTokenAt(Instant.parse(time))));
    }

    private List<Long> sequences(String aggregate, long from) {
        return store.engine()
                .readEvents(aggregate, from)
                .asStream()
                .map(DomainEventMessage::getSequenceNumber)
                .toList();
    }

    private static List<String> ids(List<? extends EventMessage<?>> events) {
        return events.stream().map(EventMessage::getIdentifier).toList();
    }
}
