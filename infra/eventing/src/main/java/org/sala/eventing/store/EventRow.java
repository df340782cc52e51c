package org.sala.eventing.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.sala.eventing.personal.PersonalData;

/** An event as it is about to be stored. */
final class EventRow {

    private final UUID id;
    private final long sequence;
    private final long recordedAtMicros;
    private final short aggregateType;
    private final short type;
    private final AggregateId aggregate;
    private final EventMetadata metadata;
    private final byte[] payload;

    private EventRow(DomainEventMessage<?> event, short aggregateType, short type, byte[] payload) {
        this.id = UUID.fromString(event.getIdentifier());
        this.sequence = event.getSequenceNumber();
        this.recordedAtMicros = ChronoUnit.MICROS.between(Instant.EPOCH, event.getTimestamp());
        this.aggregateType = aggregateType;
        this.type = type;
        this.aggregate = AggregateId.of(event.getAggregateIdentifier());
        this.metadata = EventMetadata.of(event.getMetaData());
        this.payload = payload;
    }

    static EventRow of(DomainEventMessage<?> event, Serializer serializer, PersonalData personal, EventCodes codes) {
        var payload = event.serializePayload(serializer, byte[].class);
        var type = payload.getType().getName();
        return new EventRow(
                event,
                codes.codeOf(event.getType()),
                codes.codeOf(type),
                personal.seal(event.getIdentifier(), type, payload.getData()));
    }

    UUID id() {
        return id;
    }

    long sequence() {
        return sequence;
    }

    long recordedAtMicros() {
        return recordedAtMicros;
    }

    short aggregateType() {
        return aggregateType;
    }

    short type() {
        return type;
    }

    AggregateId aggregate() {
        return aggregate;
    }

    EventMetadata metadata() {
        return metadata;
    }

    byte[] payload() {
        return payload;
    }
}
