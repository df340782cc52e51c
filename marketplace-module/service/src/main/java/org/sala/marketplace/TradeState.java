package org.sala.marketplace;

import java.time.Instant;
import java.util.List;
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
import org.sala.marketplace.api.MarketplaceEvent.TradeEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeProposed;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.Occasion;

/** Where a trade stands: not proposed, open, agreed or over. Decides what may come next, and says no with a reason. */
sealed interface TradeState permits TradeState.NotProposed, OpenTrade, AgreedTrade, TradeOver {

    /** What comes of a command; nothing where it was asked before. */
    List<TradeEvent> decide(TradeCommand command, Books books, Instant now);

    /** What comes of the passing of time; nothing where it has not come to that, or not any more. */
    default List<TradeEvent> lapse(Books books, Instant now) {
        return List.of();
    }

    /** The same for what became of a leg. */
    default List<TradeEvent> askAfter(int leg, Occasion occasion, Instant now) {
        return List.of();
    }

    TradeState evolve(TradeEvent event);

    /** Nothing is known of it. */
    record NotProposed() implements TradeState {

        @Override
        public List<TradeEvent> decide(TradeCommand command, Books books, Instant now) {
            return switch (command) {
                case ProposeTrade propose -> {
                    var proposed = proposed(propose);
                    TradeTerms.of(proposed).mayBeProposed(propose.summit(), books, now);
                    yield List.of(proposed);
                }
                case CounterTrade _,
                        AcceptTrade _,
                        DeclineTrade _,
                        CancelTrade _,
                        DeliverLeg _,
                        ConfirmLeg _,
                        DisputeLeg _,
                        ResolveLeg _,
                        EraseTradeWords _ -> throw new MarketplaceRejected(Reason.TRADE_UNKNOWN);
            };
        }

        @Override
        public TradeState evolve(TradeEvent event) {
            return event instanceof TradeProposed proposal ? OpenTrade.on(proposal, TradeTerms.of(proposal)) : this;
        }
    }

    static TradeProposed proposed(ProposeTrade command) {
        return new TradeProposed(
                command.trade(), command.summit(), command.proposer(), command.legs(), command.expiresAt());
    }

    /** Nothing comes of the same proposal again; the id is taken for every other. */
    static List<TradeEvent> repeated(TradeProposed before, ProposeTrade command) {
        if (before.equals(proposed(command))) {
            return List.of();
        }
        throw new MarketplaceRejected(Reason.ID_TAKEN);
    }
}
