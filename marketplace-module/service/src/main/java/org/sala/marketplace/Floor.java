package org.sala.marketplace;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.MarketplaceCommand.PlanNetworkingRounds;
import org.sala.marketplace.api.MarketplaceCommand.RecordMeeting;
import org.sala.marketplace.api.MarketplaceEvent.FloorEvent;

/** The floor of a summit, where organisations meet. */
class Floor {

    // read by Axon
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private FloorState state = FloorState.EMPTY;

    /** For Axon, which makes one and then tells it its events. */
    Floor() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PlanNetworkingRounds command, Books books, Clock clock) {
        record(state.plan(command, books, clock.instant()), books);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordMeeting command, Books books) {
        record(state.meet(command, books.enrolments()), books);
    }

    private static void record(List<FloorEvent> events, Books books) {
        for (var event : events) {
            books.floor().tell(event);
            apply(event);
        }
    }

    @EventSourcingHandler
    void on(FloorEvent event) {
        id = event.floor().toString();
        state = state.evolve(event);
    }
}
