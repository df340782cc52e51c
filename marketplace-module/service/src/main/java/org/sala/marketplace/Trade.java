package org.sala.marketplace;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceCommand.AcceptTrade;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.MarketplaceEvent.TradeAccepted;
import org.sala.marketplace.api.MarketplaceEvent.TradeAgreed;
import org.sala.marketplace.api.MarketplaceEvent.TradeEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeLapsed;
import org.sala.marketplace.api.MarketplaceEvent.TradeProposed;

/**
 * A trade between organisations. The acceptance that completes it reserves the units of every leg in the {@link
 * OfferBook} and is stored with the outcome, in one transaction: there is no moment at which some of it is done.
 */
class Trade {

    // read by Axon
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private TradeState state = new TradeState.NotProposed();

    /** For Axon, which makes a trade and then tells it its events. */
    Trade() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ProposeTrade command, OfferBook book, Enrolments enrolments, OpenTrades openTrades, Clock clock) {
        record(state.propose(command, book, enrolments, clock.instant()), book, openTrades);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AcceptTrade command, OfferBook book, OpenTrades openTrades, Clock clock) {
        record(state.accept(command, book, clock.instant()), book, openTrades);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LapseTrade command, OfferBook book, OpenTrades openTrades, Clock clock) {
        record(state.lapse(book, clock.instant()), book, openTrades);
    }

    private static void record(List<TradeEvent> events, OfferBook book, OpenTrades openTrades) {
        for (var event : events) {
            switch (event) {
                case TradeProposed proposed -> openTrades.opened(proposed.trade(), lapsesAt(proposed, book));
                case TradeAccepted _ -> {}
                case TradeAgreed agreed -> openTrades.closed(agreed.trade());
                case TradeLapsed lapsed -> openTrades.closed(lapsed.trade());
            }
            apply(event);
        }
    }

    /** When it can be agreed no more: at its own end, or at the end of the first of its offers. */
    private static Instant lapsesAt(TradeProposed proposed, OfferBook book) {
        var first = proposed.expiresAt() == null ? Instant.MAX : proposed.expiresAt();
        var offers = proposed.legs().stream().map(Leg::offer).toList();
        for (var entry : book.find(offers).values()) {
            first = entry.goodUntil().isBefore(first) ? entry.goodUntil() : first;
        }
        return first;
    }

    @EventSourcingHandler
    void on(TradeEvent event) {
        id = event.trade().toString();
        state = state.evolve(event);
    }
}
