package org.sala.benchmarks.engines;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Events of the usual size: half a dozen ids, words and times, some 300 bytes of JSON. */
public sealed interface Sample {

    /** Like a check-in at a desk. */
    @JsonTypeName("sample.visitor-arrived")
    record VisitorArrived(
            UUID visitor, UUID event, int day, String mode, Instant occurredAt, Instant recordedAt, String remark)
            implements Sample {}

    /** The first events of an aggregate that nobody has used. */
    static List<DomainEventMessage<?>> newAggregate(int events) {
        return aggregate(UUID.randomUUID(), events);
    }

    /** The first events of that aggregate. */
    static List<DomainEventMessage<?>> aggregate(UUID id, int events) {
        var now = Instant.now();
        var messages = new ArrayList<DomainEventMessage<?>>(events);
        for (var sequence = 0; sequence < events; sequence++) {
            messages.add(new GenericDomainEventMessage<>(
                    "Visitor",
                    id.toString(),
                    sequence,
                    new VisitorArrived(
                            id,
                            id,
                            1 + sequence % 4,
                            "IN_PERSON",
                            now,
                            now,
                            "came with two colleagues, by the morning bus"),
                    Map.of("actor", "account-7", "correlation", id.toString()),
                    UUID.randomUUID().toString(),
                    now));
        }
        return messages;
    }
}
