package org.sala.eventing.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.personal.PersonalData;

/** An event as it lies in the store, its payload not decoded. */
public final class StoredEvent implements DomainEventData<byte[]>, PersonalData.Payload {

    private final long position;
    private final UUID id;
    private final String aggregateType;
    private final String aggregateId;
    private final long sequence;
    private final String type;
    private final Instant recordedAt;
    private final EventMetadata metadata;
    private final byte[] payload;

    StoredEvent(
            long position,
            UUID id,
            String aggregateType,
            String aggregateId,
            long sequence,
            String type,
            Instant recordedAt,
            EventMetadata metadata,
            byte[] payload) {
        this.position = position;
        this.id = id;
        this.aggregateType = aggregateType;
        this.aggregateId = aggregateId;
        this.sequence = sequence;
        this.type = type;
        this.recordedAt = recordedAt;
        this.metadata = metadata;
        this.payload = payload;
    }

    /** Its place in the context's history, from 1; 0 where it was read as one of its aggregate's, without it. */
    public long position() {
        return position;
    }

    @Override
    public String event() {
        return id.toString();
    }

    /** Its wire name, such as {@code ledger.account-opened}. */
    @Override
    public String type() {
        return type;
    }

    /**
     * What its metadata keep under a name, as text; null where they keep nothing.
     *
     * @param name such as {@link org.sala.eventing.Provenance#ACTOR}
     */
    public @Nullable String metadata(String name) {
        return metadata.text(name);
    }

    /** The same events as the context itself reads them: what is personal in clear, or a placeholder. */
    static List<StoredEvent> opened(List<StoredEvent> events, PersonalData personal) {
        var sealed =
                events.stream().filter(event -> personal.isPersonal(event.type)).toList();
        if (sealed.isEmpty()) {
            return events;
        }
        var opened = personal.open(sealed).iterator();
        return events.stream()
                .map(event -> personal.isPersonal(event.type) ? event.with(opened.next()) : event)
                .toList();
    }

    private StoredEvent with(byte[] otherPayload) {
        return new StoredEvent(
                position, id, aggregateType, aggregateId, sequence, type, recordedAt, metadata, otherPayload);
    }

    /** The payload as stored: the bytes of a JSON document. What is personal in it is encrypted. */
    @Override
    public byte[] bytes() {
        return payload;
    }

    @Override
    public String getEventIdentifier() {
        return id.toString();
    }

    /** The type of its aggregate, under the name that Axon has for it. */
    @Override
    public String getType() {
        return aggregateType;
    }

    @Override
    public String getAggregateIdentifier() {
        return aggregateId;
    }

    @Override
    public long getSequenceNumber() {
        return sequence;
    }

    @Override
    public Instant getTimestamp() {
        return recordedAt;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return metadata;
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(payload, byte[].class, new SimpleSerializedType(type, null));
    }

    /** Names the event; what it says stays inside. */
    @Override
    public String toString() {
        return "StoredEvent[%s %s at %d]".formatted(type, id, position);
    }
}
