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
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.marketplace.api.MarketplaceCommand.ReviseOffer;
import org.sala.marketplace.api.MarketplaceCommand.VoiceNeed;
import org.sala.marketplace.api.MarketplaceCommand.WithdrawNeed;
import org.sala.marketplace.api.MarketplaceCommand.WithdrawOffer;
import org.sala.marketplace.api.MarketplaceEvent.NeedMet;
import org.sala.marketplace.api.MarketplaceEvent.NeedVoiced;
import org.sala.marketplace.api.MarketplaceEvent.NeedWithdrawn;
import org.sala.marketplace.api.MarketplaceEvent.OfferPosted;
import org.sala.marketplace.api.MarketplaceEvent.OfferRevised;
import org.sala.marketplace.api.MarketplaceEvent.OfferWithdrawn;
import org.sala.marketplace.api.MarketplaceEvent.StallEvent;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;

/** The stall that an organisation has at a summit, with its offers and needs. */
class Stall {

    // read by Axon
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private StallState state = StallState.EMPTY;

    /** For Axon, which makes one and then tells it its events. */
    Stall() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PostOffer command, Books books, Clock clock) {
        record(state.post(command, books, clock.instant()), books);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReviseOffer command, Books books, Clock clock) {
        record(state.revise(command, books, clock.instant()), books);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(WithdrawOffer command, Books books) {
        record(state.withdraw(command, books), books);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(VoiceNeed command, Books books) {
        record(state.voice(command, books), books);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(WithdrawNeed command, Books books) {
        record(state.withdraw(command), books);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MeetNeed command, Books books) {
        record(state.meet(command), books);
    }

    private static void record(List<StallEvent> events, Books books) {
        for (var event : events) {
            switch (event) {
                case OfferPosted posted -> isNobodyElses(books.offers().enter(posted));
                case OfferRevised revised -> books.offers().revise(revised);
                case OfferWithdrawn withdrawn -> books.offers().withdraw(withdrawn.offer());
                case NeedVoiced voiced -> isNobodyElses(books.needs().enter(voiced));
                case NeedWithdrawn withdrawn -> books.needs().close(withdrawn.need());
                case NeedMet met -> books.needs().close(met.need());
            }
            apply(event);
        }
    }

    /** What is new to this stall, and yet was there, is another's. */
    private static void isNobodyElses(boolean entered) {
        if (!entered) {
            throw new MarketplaceRejected(Reason.ID_TAKEN);
        }
    }

    @EventSourcingHandler
    void on(StallEvent event) {
        id = event.stall().toString();
        state = state.evolve(event);
    }
}
