package org.sala.eventing.store;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** What the tests of the engine store: a tale, told line by line. */
sealed interface Tale {

    /** A line was told. */
    @JsonTypeName("tale.line-told")
    record LineTold(String line) implements Tale {}

    /** The tale was retold from its beginning, as a snapshot has it. */
    @JsonTypeName("tale.retold")
    record Retold(List<String> lines) implements Tale {}

    static String newId() {
        return UUID.randomUUID().toString();
    }

    /** A line whose text is its number. */
    static DomainEventMessage<?> line(String tale, long sequence) {
        return line(tale, sequence, Instant.parse("2026-11-22T10:00:00Z"));
    }

    static DomainEventMessage<?> line(String tale, long sequence, Instant at) {
        return event(tale, sequence, new LineTold(Long.toString(sequence)), MetaData.emptyInstance(), at);
    }

    static DomainEventMessage<?> event(String tale, long sequence, Object payload, MetaData metaData, Instant at) {
        return new GenericDomainEventMessage<>("Tale", tale, sequence, payload, metaData, newId(), at);
    }

    /** The lines from one number to before another. */
    static List<DomainEventMessage<?>> lines(String tale, long from, long to) {
        return LongStream.range(from, to)
                .<DomainEventMessage<?>>mapToObj(sequence -> line(tale, sequence))
                .toList();
    }
}
