package org.sala.marketplace;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.marketplace.OfferBook.NotReserved;
import org.sala.marketplace.OfferBook.Reserved;
import org.sala.marketplace.api.LapseReason;
import org.sala.marketplace.api.Leg;
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
import org.sala.marketplace.api.MarketplaceEvent.TradeAccepted;
import org.sala.marketplace.api.MarketplaceEvent.TradeAgreed;
import org.sala.marketplace.api.MarketplaceEvent.TradeCancelled;
import org.sala.marketplace.api.MarketplaceEvent.TradeCompleted;
import org.sala.marketplace.api.MarketplaceEvent.TradeCountered;
import org.sala.marketplace.api.MarketplaceEvent.TradeDeclined;
import org.sala.marketplace.api.MarketplaceEvent.TradeEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeLapsed;
import org.sala.marketplace.api.MarketplaceEvent.TradeProposed;
import org.sala.marketplace.api.MarketplaceEvent.TradeWordsErased;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.OrganizationId;

/**
 * A trade that waits for its parties.
 *
 * @param proposal as it began
 * @param terms what it is about now
 * @param accepted who has accepted these terms
 */
record OpenTrade(TradeProposed proposal, TradeTerms terms, Set<OrganizationId> accepted) implements TradeState {

    OpenTrade {
        accepted = Set.copyOf(accepted);
    }

    static OpenTrade on(TradeProposed proposal, TradeTerms terms) {
        return new OpenTrade(proposal, terms, terms.acceptedByThemselves());
    }

    @Override
    public List<TradeEvent> decide(TradeCommand command, Books books, Instant now) {
        return switch (command) {
            case ProposeTrade propose -> TradeState.repeated(proposal, propose);
            case CounterTrade counter -> counter(counter, books, now);
            case AcceptTrade accept -> accept(accept, books, now);
            case DeclineTrade decline -> {
                MarketplacePolicies.onlyAPartyActs(decline.organization(), terms.parties());
                yield List.of(new TradeDeclined(
                        proposal.trade(), proposal.summit(), decline.organization(), decline.reason()));
            }
            case CancelTrade cancel -> {
                if (cancel.organization() != null) {
                    MarketplacePolicies.onlyAPartyActs(cancel.organization(), terms.parties());
                }
                yield List.of(new TradeCancelled(
                        proposal.trade(), proposal.summit(), cancel.organization(), cancel.reason(), List.of()));
            }
            case EraseTradeWords _ -> List.of(new TradeWordsErased(proposal.trade(), proposal.summit()));
            case DeliverLeg _, ConfirmLeg _, DisputeLeg _, ResolveLeg _ ->
                throw new MarketplaceRejected(Reason.NOT_AGREED);
        };
    }

    private List<TradeEvent> counter(CounterTrade command, Books books, Instant now) {
        MarketplacePolicies.onlyAPartyActs(command.organization(), terms.parties());
        var countered = new TradeCountered(
                proposal.trade(),
                proposal.summit(),
                command.organization(),
                command.round() + 1,
                command.legs(),
                command.expiresAt());
        if (terms.equals(TradeTerms.of(countered))) {
            return List.of();
        }
        answersTheseTerms(command.round());
        stillHasTime(now);
        TradeTerms.of(countered).mayBeProposed(proposal.summit(), books, now);
        return List.of(countered);
    }

    private List<TradeEvent> accept(AcceptTrade command, Books books, Instant now) {
        MarketplacePolicies.onlyAPartyActs(command.organization(), terms.parties());
        answersTheseTerms(command.round());
        if (accepted.contains(command.organization())) {
            return List.of();
        }
        stillHasTime(now);
        var acceptance = new TradeAccepted(proposal.trade(), proposal.summit(), command.organization());
        var missing = new HashSet<>(terms.parties());
        missing.removeAll(accepted);
        missing.remove(command.organization());
        return missing.isEmpty() ? List.of(acceptance, settle(books.offers(), now)) : List.of(acceptance);
    }

    private void answersTheseTerms(int round) {
        if (round != terms.round()) {
            throw new MarketplaceRejected(Reason.TERMS_CHANGED, Map.of("round", Integer.toString(terms.round())));
        }
    }

    private void stillHasTime(Instant now) {
        if (terms.isExpired(now)) {
            throw new MarketplaceRejected(Reason.TRADE_OVER);
        }
    }

    /** Everybody has accepted: agreed where every unit could be reserved, else over. */
    private TradeEvent settle(OfferBook offers, Instant now) {
        return switch (offers.reserve(terms.legs(), now)) {
            case Reserved() -> new TradeAgreed(proposal.trade(), proposal.summit(), withTheirDays(offers));
            case NotReserved(var reason, var offer) ->
                new TradeLapsed(proposal.trade(), proposal.summit(), reason, offer);
        };
    }

    /** What names no day is due when its offer ends. */
    private List<Leg> withTheirDays(OfferBook offers) {
        var entries = offers.find(terms.legs().stream().map(Leg::offer).toList());
        return terms.legs().stream()
                .map(leg -> {
                    var entry = entries.get(leg.offer());
                    return leg.dueBy() != null || entry == null ? leg : leg.dueBy(entry.goodUntil());
                })
                .toList();
    }

    @Override
    public List<TradeEvent> lapse(Books books, Instant now) {
        if (terms.isExpired(now)) {
            return List.of(new TradeLapsed(proposal.trade(), proposal.summit(), LapseReason.EXPIRED, null));
        }
        var entries = books.offers().find(terms.legs().stream().map(Leg::offer).toList());
        for (var leg : terms.legs()) {
            var entry = entries.get(leg.offer());
            if (entry == null || !entry.isGood(now)) {
                return List.of(
                        new TradeLapsed(proposal.trade(), proposal.summit(), LapseReason.OFFER_CLOSED, leg.offer()));
            }
        }
        return List.of();
    }

    @Override
    public TradeState evolve(TradeEvent event) {
        return switch (event) {
            case TradeCountered counter -> on(proposal, TradeTerms.of(counter));
            case TradeAccepted acceptance -> {
                var all = new HashSet<>(accepted);
                all.add(acceptance.organization());
                yield new OpenTrade(proposal, terms, all);
            }
            case TradeAgreed agreed -> AgreedTrade.on(proposal, terms.round(), agreed.legs());
            case TradeDeclined _, TradeLapsed _, TradeCancelled _ -> new TradeOver(proposal, terms, accepted, event);
            case TradeProposed _, LegEvent _, TradeCompleted _, TradeWordsErased _ -> this;
        };
    }
}
