package org.sala.benchmarks.engines;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.transaction.support.TransactionTemplate;

/** An engine that Axon reads from over JDBC. */
public interface AxonEngine extends Engine {

    EventStorageEngine storage();

    /** Of the transaction manager that all appends go through. */
    TransactionTemplate transaction();

    /** What has to happen between a commit and a read of the history. */
    default void settle() {}

    @Override
    default void append(List<? extends DomainEventMessage<?>> events) {
        transaction().executeWithoutResult(status -> storage().appendEvents(events));
    }

    /** Appends and thinks better of it. */
    default void rollBack(List<? extends DomainEventMessage<?>> events) {
        transaction().executeWithoutResult(status -> {
            storage().appendEvents(events);
            status.setRollbackOnly();
        });
    }

    @Override
    default long readAll() {
        settle();
        try (var events = storage().readEvents(null, false)) {
            return events.filter(event -> event.getPayload() instanceof Sample).count();
        }
    }
}
