package org.sala.marketplace;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.marketplace.api.MarketplaceEvent.OfferPosted;
import org.sala.marketplace.api.MarketplaceEvent.StallEvent;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;

/** The stall that an organisation has at a summit, with its offers. */
class Stall {

    // read by Axon
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private StallState state = StallState.EMPTY;

    /** For Axon, which makes a stall and then tells it its events. */
    Stall() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PostOffer command, OfferBook book, Enrolments enrolments, Clock clock) {
        for (var event : state.post(command, book, enrolments, clock.instant())) {
            switch (event) {
                case OfferPosted posted -> {
                    if (!book.enter(posted)) {
                        // it is new to this stall, so another has it
                        throw new MarketplaceRejected(Reason.ID_TAKEN);
                    }
                }
            }
            apply(event);
        }
    }

    @EventSourcingHandler
    void on(StallEvent event) {
        id = event.stall().toString();
        state = state.evolve(event);
    }
}
