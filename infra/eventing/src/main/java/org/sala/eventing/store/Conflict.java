package org.sala.eventing.store;

import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** What Axon calls it when another was faster. */
final class Conflict {

    private Conflict() {}

    /** Says which aggregate, and not what the event held: the database's own message might. */
    static RuntimeException of(EventRow first) {
        var message = "aggregate %s was changed by another at sequence %d"
                .formatted(first.aggregate().text(), first.sequence());
        return first.sequence() == 0
                ? new AggregateStreamCreationException(message)
                : new ConcurrencyException(message);
    }
}
