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
import org.sala.marketplace.api.MarketplaceCommand.AcceptTrade;
import org.sala.marketplace.api.MarketplaceCommand.CancelTrade;
import org.sala.marketplace.api.MarketplaceCommand.ConfirmLeg;
import org.sala.marketplace.api.MarketplaceCommand.CounterTrade;
import org.sala.marketplace.api.MarketplaceCommand.DeclineTrade;
import org.sala.marketplace.api.MarketplaceCommand.DeliverLeg;
import org.sala.marketplace.api.MarketplaceCommand.DisputeLeg;
import org.sala.marketplace.api.MarketplaceCommand.EraseTradeWords;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.MarketplaceCommand.ResolveLeg;
import org.sala.marketplace.api.MarketplaceCommand.TradeCommand;
import org.sala.marketplace.api.MarketplaceEvent.LegEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeCancelled;
import org.sala.marketplace.api.MarketplaceEvent.TradeEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegAskedAfter;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegConfirmed;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegDelivered;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegDisputed;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegResolved;
import org.sala.marketplace.api.MarketplaceEvent.TradeWordsErased;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;

/**
 * A trade between organisations. The acceptance that completes it reserves the units of every leg in the {@link
 * OfferBook} and is stored with the outcome, in one transaction: there is no moment at which some of it is done. So does
 * calling it off give them back.
 */
class Trade {

    // read by Axon
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private TradeState state = new TradeState.NotProposed();
    private boolean wordsErased;

    /** For Axon, which makes a trade and then tells it its events. */
    Trade() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ProposeTrade command, Books books, Clock clock) {
        decide(command, books, clock.instant());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CounterTrade command, Books books, Clock clock) {
        decide(command, books, clock.instant());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AcceptTrade command, Books books, Clock clock) {
        decide(command, books, clock.instant());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DeclineTrade command, Books books, Clock clock) {
        decide(command, books, clock.instant());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CancelTrade command, Books books, Clock clock) {
        decide(command, books, clock.instant());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DeliverLeg command, Books books, Clock clock) {
        decide(command, books, clock.instant());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ConfirmLeg command, Books books, Clock clock) {
        decide(command, books, clock.instant());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DisputeLeg command, Books books, Clock clock) {
        decide(command, books, clock.instant());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ResolveLeg command, Books books, Clock clock) {
        decide(command, books, clock.instant());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EraseTradeWords command, Books books, Clock clock) {
        decide(command, books, clock.instant());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LapseTrade command, Books books, Clock clock) {
        var now = clock.instant();
        record(state.lapse(books, now), books, now);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AskAfterLeg command, Books books, Clock clock) {
        var now = clock.instant();
        record(state.askAfter(command.leg(), command.occasion(), now), books, now);
    }

    private void decide(TradeCommand command, Books books, Instant now) {
        var events = state.decide(command, books, now);
        if (wordsErased) {
            events = events.stream()
                    .filter(event -> !(event instanceof TradeWordsErased))
                    .toList();
            if (events.stream().anyMatch(Trade::hasWords)) {
                throw new MarketplaceRejected(Reason.WORDS_ERASED);
            }
        }
        record(events, books, now);
    }

    private static boolean hasWords(TradeEvent event) {
        return event instanceof LegEvent ofLeg
                && switch (ofLeg) {
                    case TradeLegDelivered delivered -> delivered.note() != null;
                    case TradeLegConfirmed confirmed -> confirmed.evidence() != null;
                    case TradeLegDisputed _ -> true;
                    case TradeLegResolved resolved -> resolved.note() != null;
                    case TradeLegAskedAfter _ -> false;
                };
    }

    private static void record(List<TradeEvent> events, Books books, Instant now) {
        for (var event : events) {
            if (event instanceof TradeCancelled cancelled) {
                books.offers().giveBack(cancelled.givenBack());
            }
            books.trades().tell(event, now);
            apply(event);
        }
    }

    @EventSourcingHandler
    void on(TradeEvent event) {
        id = event.trade().toString();
        state = state.evolve(event);
        wordsErased = wordsErased || event instanceof TradeWordsErased;
    }
}
