package org.sala.benchmarks.engines;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** An aggregate that counts what happened to it. As a snapshot, it is the JSON of its fields. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class Visitor {

    @AggregateIdentifier
    private @Nullable String id;

    private int arrivals;

    public Visitor() {}

    @EventSourcingHandler
    public void on(Sample.VisitorArrived event) {
        id = event.visitor().toString();
        arrivals++;
    }

    public boolean hasArrived(String visitor, int times) {
        return visitor.equals(id) && arrivals == times;
    }
}
