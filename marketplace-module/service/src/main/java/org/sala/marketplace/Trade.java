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
import org.sala.marketplace.api.MarketplaceEvent.TradeEvent;

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
        var events = state.propose(command, book, enrolments, clock.instant());
        if (!events.isEmpty()) {
            openTrades.opened(command.trade(), lapsesAt(command, book));
        }
        record(events);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AcceptTrade command, OfferBook book, OpenTrades openTrades, Clock clock) {
        var now = clock.instant();
        record(state.accept(command, now));
        if (state instanceof TradeState.Open open && open.isAcceptedByAll()) {
            apply(open.settle(book.reserve(open.proposal().legs(), now)));
            openTrades.closed(command.trade());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LapseTrade command, OfferBook book, OpenTrades openTrades, Clock clock) {
        var events = state.lapse(book, clock.instant());
        record(events);
        if (!events.isEmpty()) {
            openTrades.closed(command.trade());
        }
    }

    @EventSourcingHandler
    void on(TradeEvent event) {
        id = event.trade().toString();
        state = state.evolve(event);
    }

    private static void record(List<TradeEvent> events) {
        events.forEach(event -> apply(event));
    }

    /** When it can be agreed no more: at its own end, or at the end of the first of its offers. */
    private static Instant lapsesAt(ProposeTrade command, OfferBook book) {
        var offers = command.legs().stream().map(Leg::offer).toList();
        var first = command.expiresAt();
        for (var entry : book.find(offers).values()) {
            if (first == null || entry.goodUntil().isBefore(first)) {
                first = entry.goodUntil();
            }
        }
        if (first == null) {
            throw new IllegalStateException("trade " + command.trade() + " was proposed over no offer");
        }
        return first;
    }
}
