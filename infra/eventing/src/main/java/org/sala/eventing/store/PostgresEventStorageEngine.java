package org.sala.eventing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
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
public final class PostgresEventStorageEngine extends BatchingEventStorageEngine {

    private static final int BATCH = 1_024;

    /** The type of aggregate of an event that has none; Axon stores it as the one event of an aggregate of its own. */
    private static final String OF_NO_AGGREGATE = "";

    private final JdbcTemplate database;
    private final EventCodes codes;
    private final History history;
    private final Runnable afterCommit;
    private final @Nullable GroupCommit group;

    private PostgresEventStorageEngine(Builder builder) {
        super(builder);
        this.database = new JdbcTemplate(builder.dataSource);
        this.codes = new EventCodes(builder.dataSource);
        this.history = new History(builder.dataSource, codes);
        this.afterCommit = builder.afterCommit;
        this.group = builder.group;
    }

    /**
     * Makes an engine.
     *
     * @param dataSource of the context's own schema
     * @param serializer of events, metadata and snapshots
     * @param upcaster makes of a stored event of an older form what is read today
     * @param afterCommit told after each commit that appended events; must return at once
     */
    public static PostgresEventStorageEngine on(
            DataSource dataSource, Serializer serializer, EventUpcaster upcaster, Runnable afterCommit) {
        return new Builder(dataSource, serializer, upcaster, afterCommit).build();
    }

    /**
     * Makes an engine whose appends of many threads are committed together, outside of their transactions: when an append
     * returns, its events are stored for good, whatever becomes of the transaction around it. For contexts whose
     * commands write nothing but their events.
     *
     * @param group closed by the caller
     */
    public static PostgresEventStorageEngine on(
            DataSource dataSource,
            Serializer serializer,
            EventUpcaster upcaster,
            Runnable afterCommit,
            GroupCommit group) {
        var builder = new Builder(dataSource, serializer, upcaster, afterCommit);
        builder.group = group;
        return builder.build();
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
                .map(event -> EventRow.of(domainEvent(event), serializer, codes))
                .toList();
        if (group == null && TransactionSynchronizationManager.isSynchronizationActive()) {
            Append.ofTransaction(this, database, afterCommit).add(rows);
            return;
        }
        try {
            if (group == null) {
                EventTable.insert(database, rows);
            } else {
                group.append(rows);
            }
        } catch (DuplicateKeyException conflict) {
            throw Conflict.of(conflict, rows);
        }
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
        return database.query(
                "select " + EventTable.COLUMNS
                        + " from event e where aggregate_id = ? and sequence >= ? order by sequence limit " + batchSize,
                (row, n) -> EventTable.read(row, 0, codes),
                AggregateId.of(aggregateIdentifier).uuid(),
                firstSequenceNumber);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return history.read(position(lastToken), batchSize).stream()
                .map(event -> tracked(event, new GlobalSequenceTrackingToken(event.position())))
                .toList();
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
                payload.getType().getName(),
                snapshot.getTimestamp().atOffset(ZoneOffset.UTC),
                payload.getData(),
                snapshot.serializeMetaData(serializer, byte[].class).getData());
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return database.query("""
                        select aggregate_type, aggregate_id, sequence, event_id, recorded_at, type, payload, metadata
                        from snapshot where aggregate_id = ?""", (row, n) -> snapshotData(row), aggregateIdentifier).stream();
    }

    private static GenericDomainEventEntry<byte[]> snapshotData(ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString("aggregate_type"),
                row.getString("aggregate_id"),
                row.getLong("sequence"),
                row.getString("event_id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("type"),
                null,
                row.getBytes("payload"),
                row.getBytes("metadata"));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
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

    private static final class Builder extends BatchingEventStorageEngine.Builder {

        private final DataSource dataSource;
        private final Runnable afterCommit;
        private @Nullable GroupCommit group;

        private Builder(DataSource dataSource, Serializer serializer, EventUpcaster upcaster, Runnable afterCommit) {
            this.dataSource = dataSource;
            this.afterCommit = afterCommit;
            eventSerializer(serializer);
            snapshotSerializer(serializer);
            upcasterChain(upcaster);
            batchSize(BATCH);
        }

        private PostgresEventStorageEngine build() {
            return new PostgresEventStorageEngine(this);
        }
    }
}
