package org.sala.eventing.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
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
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Axon's event storage on PostgreSQL. Appends in one statement a commit; reads the whole history by the dense positions
 * that the {@link Sequencer} gives, so that tracking tokens are one number and no event of a slow transaction is ever
 * passed over, as it is by Axon's own engines (AxonIQ/AxonFramework#4829).
 *
 * <p>Takes part in Spring's transaction of the calling thread.
 */
public final class PostgresEventStorageEngine extends BatchingEventStorageEngine {

    private static final String COLUMNS =
            "e.event_id, e.aggregate_type, e.aggregate_id, e.sequence, e.type, e.recorded_at, e.payload, e.metadata";

    private final JdbcTemplate database;
    private final Runnable afterCommit;

    private PostgresEventStorageEngine(Builder builder) {
        super(builder);
        this.database = new JdbcTemplate(builder.dataSource);
        this.afterCommit = builder.afterCommit;
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

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        try {
            insert(
                    events.stream()
                            .<DomainEventMessage<?>>map(event -> domainEvent(event))
                            .toList(),
                    serializer);
        } catch (DuplicateKeyException conflict) {
            throw conflict(domainEvent(events.getFirst()));
        }
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    afterCommit.run();
                }
            });
        } else {
            afterCommit.run();
        }
    }

    /** Says which aggregate, and not what the event held: the database's own message might. */
    private static RuntimeException conflict(DomainEventMessage<?> first) {
        var message = "aggregate %s was changed by another at sequence %d"
                .formatted(first.getAggregateIdentifier(), first.getSequenceNumber());
        return first.getSequenceNumber() == 0
                ? new AggregateStreamCreationException(message)
                : new ConcurrencyException(message);
    }

    private static DomainEventMessage<?> domainEvent(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domainEvent
                ? domainEvent
                : new GenericDomainEventMessage<>(
                        "",
                        event.getIdentifier(),
                        0,
                        event.getPayload(),
                        event.getMetaData(),
                        event.getIdentifier(),
                        event.getTimestamp());
    }

    private void insert(List<DomainEventMessage<?>> events, Serializer serializer) {
        if (events.size() == 1) {
            insert(events.getFirst(), serializer);
            return;
        }
        var size = events.size();
        // Each of these types goes over the wire in binary; arrays of uuid and timestamptz would go as text.
        var ids = new String[size];
        var sequences = new Long[size];
        var micros = new Long[size];
        var aggregates = new String[size];
        var aggregateTypes = new String[size];
        var types = new String[size];
        var payloads = new byte[size][];
        var metadata = new byte[size][];
        for (var i = 0; i < size; i++) {
            var event = events.get(i);
            var payload = event.serializePayload(serializer, byte[].class);
            ids[i] = event.getIdentifier();
            sequences[i] = event.getSequenceNumber();
            micros[i] = ChronoUnit.MICROS.between(Instant.EPOCH, event.getTimestamp());
            aggregates[i] = event.getAggregateIdentifier();
            aggregateTypes[i] = event.getType();
            types[i] = payload.getType().getName();
            payloads[i] = payload.getData();
            metadata[i] = event.serializeMetaData(serializer, byte[].class).getData();
        }
        database.update(connection -> {
            var statement = connection.prepareStatement("""
                    insert into event (event_id, sequence, recorded_at, aggregate_id, aggregate_type, type, payload, metadata)
                    select id::uuid, sequence, timestamptz 'epoch' + micros * interval '1 microsecond',
                        aggregate_id, aggregate_type, type, payload, metadata
                    from unnest(?, ?, ?, ?, ?, ?, ?, ?) as given
                        (id, sequence, micros, aggregate_id, aggregate_type, type, payload, metadata)""");
            var arrays = new Array[] {
                connection.createArrayOf("text", ids),
                connection.createArrayOf("int8", sequences),
                connection.createArrayOf("int8", micros),
                connection.createArrayOf("text", aggregates),
                connection.createArrayOf("text", aggregateTypes),
                connection.createArrayOf("text", types),
                connection.createArrayOf("bytea", payloads),
                connection.createArrayOf("bytea", metadata)
            };
            for (var i = 0; i < arrays.length; i++) {
                statement.setArray(i + 1, arrays[i]);
            }
            return statement;
        });
    }

    /** Most commands lead to one event: the plain statement is the cheaper one. */
    private void insert(DomainEventMessage<?> event, Serializer serializer) {
        var payload = event.serializePayload(serializer, byte[].class);
        database.update(
                """
                insert into event (event_id, sequence, recorded_at, aggregate_id, aggregate_type, type, payload, metadata)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                UUID.fromString(event.getIdentifier()),
                event.getSequenceNumber(),
                event.getTimestamp().atOffset(ZoneOffset.UTC),
                event.getAggregateIdentifier(),
                event.getType(),
                payload.getType().getName(),
                payload.getData(),
                event.serializeMetaData(serializer, byte[].class).getData());
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return database.query(
                "select " + COLUMNS
                        + " from event e where aggregate_id = ? and sequence >= ? order by sequence limit ?",
                (row, n) -> domainEventData(row),
                aggregateIdentifier,
                firstSequenceNumber,
                batchSize);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return database.query(
                "select p.position, " + COLUMNS
                        + " from (select * from event_position where position > ? order by position limit ?) p"
                        + " join event e using (transaction_id, row_id) order by p.position",
                (row, n) -> new TrackedDomainEventData<>(
                        new GlobalSequenceTrackingToken(row.getLong("position")), domainEventData(row)),
                position(lastToken),
                batchSize);
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElseThrow();
    }

    private static GenericDomainEventEntry<byte[]> domainEventData(ResultSet row) throws SQLException {
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
        return database
                .query(
                        "select " + COLUMNS + " from snapshot e where aggregate_id = ?",
                        (row, n) -> domainEventData(row),
                        aggregateIdentifier)
                .stream();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return Optional.ofNullable(database.queryForObject(
                "select max(sequence) from event where aggregate_id = ?", Long.class, aggregateIdentifier));
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return tokenAt(Objects.requireNonNull(database.queryForObject("select position from sequencer", Long.class)));
    }

    /** The token before the first event that was recorded at or after that moment. */
    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        var first = database.queryForObject(
                "select min(position) from event_position join event using (transaction_id, row_id) where recorded_at >= ?",
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

        private Builder(DataSource dataSource, Serializer serializer, EventUpcaster upcaster, Runnable afterCommit) {
            this.dataSource = dataSource;
            this.afterCommit = afterCommit;
            eventSerializer(serializer);
            snapshotSerializer(serializer);
            upcasterChain(upcaster);
            batchSize(1_000);
        }

        private PostgresEventStorageEngine build() {
            return new PostgresEventStorageEngine(this);
        }
    }
}
