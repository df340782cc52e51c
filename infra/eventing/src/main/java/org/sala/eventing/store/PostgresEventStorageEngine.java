package org.sala.eventing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.personal.PersonalData;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Axon's event storage on PostgreSQL. Appends in one statement a commit; reads the whole history by the dense positions
 * that the {@link Sequencer} gives, so that tracking tokens are one number and no event of a slow transaction is ever
 * passed over, as it is by Axon's own engines (AxonIQ/AxonFramework#4829).
 *
 * <p>Takes part in Spring's transaction of the calling thread: what is appended in one is stored when it commits, so that
 * is when a conflict shows. Without a transaction it is stored at once.
 */
public final class PostgresEventStorageEngine extends BatchingEventStorageEngine implements AutoCloseable {

    private static final int BATCH = 1_024;

    /** The type of aggregate of an event that has none; Axon stores it as the one event of an aggregate of its own. */
    private static final String OF_NO_AGGREGATE = "";

    private final JdbcTemplate database;
    private final EventCodes codes;
    private final History history;
    private final PersonalData personal;
    private final Runnable afterCommit;
    private final Consumer<Duration> appendTimes;
    private final @Nullable GroupCommit group;
    private final boolean snapshots;

    private PostgresEventStorageEngine(Builder builder) {
        super(builder);
        this.database = new JdbcTemplate(builder.dataSource);
        this.codes = new EventCodes(builder.dataSource);
        this.history = new History(builder.dataSource, codes);
        this.personal = builder.personal;
        this.afterCommit = builder.afterCommit;
        this.appendTimes = builder.appendTimes;
        this.group = builder.groupThread == null ? null : new GroupCommit(builder.dataSource, builder.groupThread);
        this.snapshots = builder.snapshots;
    }

    /**
     * Begins an engine.
     *
     * @param dataSource of the context's own schema
     * @param serializer of events and snapshots, and what encrypts what is personal in them
     */
    public static Builder on(DataSource dataSource, WireSerializer serializer) {
        return new Builder(dataSource, serializer);
    }

    /**
     * Makes names of event types and aggregate types known to the store before their first use. Without that, the first
     * append of all that has a new name needs a second connection, which a pool that is used up does not have.
     */
    public void introduce(Collection<String> names) {
        names.forEach(codes::codeOf);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        var rows = events.stream()
                .map(event -> EventRow.of(domainEvent(event), serializer, personal, codes))
                .toList();
        if (group == null && TransactionSynchronizationManager.isSynchronizationActive()) {
            Append.ofTransaction(this, database, this::appended).add(rows);
            return;
        }
        var began = System.nanoTime();
        try {
            if (group == null) {
                EventTable.insert(database, rows);
            } else {
                group.append(rows);
            }
        } catch (DuplicateKeyException conflict) {
            throw Conflict.of(conflict, rows);
        }
        appended(Duration.ofNanos(System.nanoTime() - began));
    }

    private void appended(Duration took) {
        appendTimes.accept(took);
        afterCommit.run();
    }

    private static DomainEventMessage<?> domainEvent(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domainEvent
                ? domainEvent
                : new GenericDomainEventMessage<>(
                        OF_NO_AGGREGATE,
                        event.getIdentifier(),
                        0,
                        event.getPayload(),
                        event.getMetaData(),
                        event.getIdentifier(),
                        event.getTimestamp());
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        Append.flush(this);
        return StoredEvent.opened(
                database.query(
                        "select " + EventTable.COLUMNS
                                + " from event e where aggregate_id = ? and sequence >= ? order by sequence limit "
                                + batchSize,
                        (row, n) -> EventTable.read(row, 0, codes),
                        AggregateId.of(aggregateIdentifier).uuid(),
                        firstSequenceNumber),
                personal);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return StoredEvent.opened(history.read(position(lastToken), batchSize), personal).stream()
                .map(event -> tracked(event, new GlobalSequenceTrackingToken(event.position())))
                .toList();
    }

    /**
     * Events after a position, in order, for somebody who looks at some types only: what is personal in the others is left
     * as it is stored.
     *
     * @param limit how many at the most; only none says that there are no more
     * @param wanted whether somebody looks at events of that class
     */
    public Stream<TrackedEventMessage<?>> read(long after, int limit, Predicate<Class<?>> wanted) {
        var events = history.read(after, limit);
        var looked =
                events.stream().filter(event -> wanted.test(classOf(event))).collect(Collectors.toSet());
        var opened = StoredEvent.opened(events.stream().filter(looked::contains).toList(), personal)
                .iterator();
        return EventUtils.upcastAndDeserializeTrackedEvents(
                events.stream()
                        .map(event -> looked.contains(event) ? opened.next() : event)
                        .map(event -> tracked(event, new GlobalSequenceTrackingToken(event.position()))),
                getEventSerializer(),
                upcasterChain);
    }

    private Class<?> classOf(StoredEvent event) {
        return getEventSerializer().classForType(event.getPayload().getType());
    }

    private static TrackedEventData<byte[]> tracked(StoredEvent event, TrackingToken token) {
        return event.getType().equals(OF_NO_AGGREGATE)
                ? new EventOfNoAggregate(token, event)
                : new TrackedDomainEventData<>(token, event);
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElseThrow();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        var payload = snapshot.serializePayload(serializer, byte[].class);
        var type = payload.getType().getName();
        database.update(
                """
                insert into snapshot as present
                    (aggregate_id, aggregate_type, sequence, event_id, type, recorded_at, payload, metadata)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (aggregate_id) do update set aggregate_type = excluded.aggregate_type,
                    sequence = excluded.sequence, event_id = excluded.event_id, type = excluded.type,
                    recorded_at = excluded.recorded_at, payload = excluded.payload, metadata = excluded.metadata
                where present.sequence < excluded.sequence""",
                snapshot.getAggregateIdentifier(),
                snapshot.getType(),
                snapshot.getSequenceNumber(),
                UUID.fromString(snapshot.getIdentifier()),
                type,
                snapshot.getTimestamp().atOffset(ZoneOffset.UTC),
                personal.seal(snapshot.getIdentifier(), type, payload.getData()),
                snapshot.serializeMetaData(serializer, byte[].class).getData());
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        if (!snapshots) {
            return Stream.empty();
        }
        return database.query("""
                        select aggregate_type, aggregate_id, sequence, event_id, recorded_at, type, payload, metadata
                        from snapshot where aggregate_id = ?""", (row, n) -> snapshotData(row), aggregateIdentifier).stream();
    }

    private GenericDomainEventEntry<byte[]> snapshotData(ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString("aggregate_type"),
                row.getString("aggregate_id"),
                row.getLong("sequence"),
                row.getString("event_id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("type"),
                null,
                personal.open(row.getString("event_id"), row.getString("type"), row.getBytes("payload")),
                row.getBytes("metadata"));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        Append.flush(this);
        return Optional.ofNullable(database.queryForObject(
                "select max(sequence) from event where aggregate_id = ?",
                Long.class,
                AggregateId.of(aggregateIdentifier).uuid()));
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return tokenAt(history.head());
    }

    /** The token before the first event that was recorded at or after that moment. Looks at every event before it. */
    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        var first = database.queryForObject(
                "select min(position) from event_history where recorded_at >= ?",
                Long.class,
                dateTime.atOffset(ZoneOffset.UTC));
        return first == null ? createHeadToken() : tokenAt(first - 1);
    }

    private static @Nullable TrackingToken tokenAt(long position) {
        return position == 0 ? null : new GlobalSequenceTrackingToken(position);
    }

    /** How many appends wait for the commit of those before them; 0 where each commits by itself. */
    public int waitingAppends() {
        return group == null ? 0 : group.waiting();
    }

    /** Takes no more events, where it commits them in groups; otherwise there is nothing to close. */
    @Override
    public void close() {
        if (group != null) {
            group.close();
        }
    }

    /** What an engine may be given. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {

        private final DataSource dataSource;
        private final PersonalData personal;
        private Runnable afterCommit = () -> {};
        private Consumer<Duration> appendTimes = took -> {};
        private @Nullable String groupThread;
        private boolean snapshots = true;

        private Builder(DataSource dataSource, WireSerializer serializer) {
            this.dataSource = dataSource;
            this.personal = serializer.personal();
            eventSerializer(serializer);
            snapshotSerializer(serializer);
            batchSize(BATCH);
        }

        /** Makes of a stored event of an older form what is read today. */
        public Builder upcaster(EventUpcaster upcaster) {
            upcasterChain(upcaster);
            return this;
        }

        /** Looks for no snapshots before an aggregate's events: where nobody makes any, that is a question less. */
        public Builder withoutSnapshots() {
            this.snapshots = false;
            return this;
        }

        /** Told after each commit that stored events; must return at once. */
        public Builder afterCommit(Runnable told) {
            this.afterCommit = told;
            return this;
        }

        /** Told how long each append took, from when its events were given over to when they were stored for good. */
        public Builder appendTimes(Consumer<Duration> told) {
            this.appendTimes = told;
            return this;
        }

        /**
         * Commits appends of many threads together, outside of their transactions: when an append returns, its events
         * are stored for good, whatever becomes of the transaction around it. For contexts whose commands write nothing
         * but their events.
         *
         * @param thread what the thread that commits is called; it ends when the engine is closed
         */
        public Builder groupCommit(String thread) {
            this.groupThread = thread;
            return this;
        }

        /** The engine. */
        public PostgresEventStorageEngine build() {
            return new PostgresEventStorageEngine(this);
        }
    }
}
