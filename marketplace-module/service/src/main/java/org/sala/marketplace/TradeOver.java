package org.sala.marketplace;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.sala.marketplace.api.MarketplaceEvent.TradeCancelled;
import org.sala.marketplace.api.MarketplaceEvent.TradeCompleted;
import org.sala.marketplace.api.MarketplaceEvent.TradeDeclined;
import org.sala.marketplace.api.MarketplaceEvent.TradeEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeProposed;
import org.sala.marketplace.api.MarketplaceEvent.TradeWordsErased;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.OrganizationId;

/**
 * A trade of which nothing comes any more: it was completed, or came to nothing.
 *
 * @param proposal as it began
 * @param terms what it was about
 * @param accepted who had accepted them
 * @param ending the event by which it ended
 */
record TradeOver(TradeProposed proposal, TradeTerms terms, Set<OrganizationId> accepted, TradeEvent ending)
        implements TradeState {

    TradeOver {
        accepted = Set.copyOf(accepted);
    }

    @Override
    public List<TradeEvent> decide(TradeCommand command, Books books, Instant now) {
        return switch (command) {
            case ProposeTrade propose -> TradeState.repeated(proposal, propose);
            case AcceptTrade accept -> {
                isOfAParty(accept.organization());
                yield nothingMoreOr(accept.round() == terms.round() && accepted.contains(accept.organization()));
            }
            case CounterTrade counter -> {
                isOfAParty(counter.organization());
                yield nothingMoreOr(false);
            }
            case DeclineTrade decline -> {
                isOfAParty(decline.organization());
                yield nothingMoreOr(ending instanceof TradeDeclined declined
                        && declined.organization().equals(decline.organization()));
            }
            case CancelTrade cancel -> {
                if (cancel.organization() != null) {
                    isOfAParty(cancel.organization());
                }
                yield nothingMoreOr(ending instanceof TradeCancelled);
            }
            case ConfirmLeg confirm -> {
                isOfAParty(confirm.organization());
                if (ending instanceof TradeCompleted) {
                    throw new MarketplaceRejected(
                            Reason.LEG_CONFIRMED_ALREADY, Map.of("leg", Integer.toString(confirm.leg())));
                }
                yield nothingMoreOr(false);
            }
            case DeliverLeg _, DisputeLeg _, ResolveLeg _ -> nothingMoreOr(false);
            case EraseTradeWords _ -> List.of(new TradeWordsErased(proposal.trade(), proposal.summit()));
        };
    }

    private void isOfAParty(OrganizationId organization) {
        MarketplacePolicies.onlyAPartyActs(organization, terms.parties());
    }

    private static List<TradeEvent> nothingMoreOr(boolean saidBefore) {
        if (saidBefore) {
            return List.of();
        }
        throw new MarketplaceRejected(Reason.TRADE_OVER);
    }

    @Override
    public TradeState evolve(TradeEvent event) {
        return this;
    }
}
