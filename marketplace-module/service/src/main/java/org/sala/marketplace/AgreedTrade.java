package org.sala.marketplace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.FreeText;
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
import org.sala.marketplace.api.MarketplaceEvent.TradeLegAskedAfter;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegConfirmed;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegDelivered;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegDisputed;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegResolved;
import org.sala.marketplace.api.MarketplaceEvent.TradeProposed;
import org.sala.marketplace.api.MarketplaceEvent.TradeWordsErased;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.Occasion;
import org.sala.marketplace.api.OrganizationId;
import org.sala.personal.Personal;

/**
 * A trade whose legs are promised.
 *
 * @param proposal as it began
 * @param round which terms were agreed on
 * @param promises its legs, in their order
 */
record AgreedTrade(TradeProposed proposal, int round, List<LegPromise> promises) implements TradeState {

    AgreedTrade {
        promises = List.copyOf(promises);
    }

    static AgreedTrade on(TradeProposed proposal, int round, List<Leg> legs) {
        return new AgreedTrade(
                proposal, round, legs.stream().map(LegPromise::made).toList());
    }

    private List<Leg> legs() {
        return promises.stream().map(LegPromise::leg).toList();
    }

    @Override
    public List<TradeEvent> decide(TradeCommand command, Books books, Instant now) {
        return switch (command) {
            case ProposeTrade propose -> TradeState.repeated(proposal, propose);
            case AcceptTrade accept -> {
                isOfAParty(accept.organization());
                if (accept.round() != round) {
                    throw new MarketplaceRejected(Reason.TERMS_CHANGED, Map.of("round", Integer.toString(round)));
                }
                yield List.of();
            }
            case CounterTrade counter -> {
                isOfAParty(counter.organization());
                throw new MarketplaceRejected(Reason.TRADE_AGREED);
            }
            case DeclineTrade decline -> {
                isOfAParty(decline.organization());
                throw new MarketplaceRejected(Reason.TRADE_AGREED);
            }
            case CancelTrade cancel -> {
                if (cancel.organization() != null) {
                    isOfAParty(cancel.organization());
                }
                yield List.of(new TradeCancelled(
                        proposal.trade(), proposal.summit(), cancel.organization(), cancel.reason(), undelivered()));
            }
            case DeliverLeg deliver -> {
                isOfAParty(deliver.organization());
                var promise = promise(deliver.leg());
                MarketplacePolicies.onlyTheGiverDelivers(deliver.organization(), promise.leg(), deliver.leg());
                MarketplacePolicies.tellsOfADayThatHasCome(deliver.on(), now);
                yield promise.deliver(new TradeLegDelivered(
                        proposal.trade(), proposal.summit(), deliver.leg(), deliver.on(), personal(deliver.note())));
            }
            case ConfirmLeg confirm -> {
                isOfAParty(confirm.organization());
                var promise = promise(confirm.leg());
                MarketplacePolicies.onlyTheReceiverJudges(confirm.organization(), promise.leg(), confirm.leg());
                MarketplacePolicies.tellsOfADayThatHasCome(confirm.on(), now);
                yield andCompleted(promise.confirm(new TradeLegConfirmed(
                        proposal.trade(),
                        proposal.summit(),
                        confirm.leg(),
                        confirm.on(),
                        personal(confirm.evidence()))));
            }
            case DisputeLeg dispute -> {
                isOfAParty(dispute.organization());
                var promise = promise(dispute.leg());
                MarketplacePolicies.onlyTheReceiverJudges(dispute.organization(), promise.leg(), dispute.leg());
                yield promise.dispute(new TradeLegDisputed(
                        proposal.trade(), proposal.summit(), dispute.leg(), Personal.of(dispute.complaint())));
            }
            case ResolveLeg resolve -> {
                var promise = promise(resolve.leg());
                MarketplacePolicies.tellsOfADayThatHasCome(resolve.on(), now);
                yield andCompleted(promise.resolve(new TradeLegResolved(
                        proposal.trade(),
                        proposal.summit(),
                        resolve.leg(),
                        resolve.resolution(),
                        resolve.on(),
                        personal(resolve.note()))));
            }
            case EraseTradeWords _ -> List.of(new TradeWordsErased(proposal.trade(), proposal.summit()));
        };
    }

    private void isOfAParty(OrganizationId organization) {
        MarketplacePolicies.onlyAPartyActs(organization, TradeTerms.parties(legs()));
    }

    private LegPromise promise(int number) {
        if (number > promises.size()) {
            throw new MarketplaceRejected(Reason.LEG_UNKNOWN, Map.of("leg", Integer.toString(number)));
        }
        return promises.get(number - 1);
    }

    private List<Leg> undelivered() {
        return promises.stream()
                .filter(promise -> !promise.wasDelivered())
                .map(LegPromise::leg)
                .toList();
    }

    /** The last leg that is confirmed completes the trade. */
    private List<TradeEvent> andCompleted(List<TradeEvent> events) {
        TradeState after = this;
        for (var event : events) {
            after = after.evolve(event);
        }
        if (events.isEmpty()
                || !(after instanceof AgreedTrade then)
                || !then.promises().stream().allMatch(LegPromise::isKept)) {
            return events;
        }
        var all = new ArrayList<>(events);
        all.add(new TradeCompleted(proposal.trade(), proposal.summit()));
        return List.copyOf(all);
    }

    @Override
    public List<TradeEvent> askAfter(int leg, Occasion occasion, Instant now) {
        return leg <= promises.size() && promises.get(leg - 1).isToBeAskedAfter(occasion)
                ? List.of(new TradeLegAskedAfter(proposal.trade(), proposal.summit(), leg, occasion))
                : List.of();
    }

    @Override
    public TradeState evolve(TradeEvent event) {
        return switch (event) {
            case LegEvent ofLeg -> {
                var next = new ArrayList<>(promises);
                next.set(ofLeg.leg() - 1, promises.get(ofLeg.leg() - 1).evolve(ofLeg));
                yield new AgreedTrade(proposal, round, next);
            }
            case TradeCancelled _, TradeCompleted _ ->
                new TradeOver(proposal, new TradeTerms(round, null, legs(), null), TradeTerms.parties(legs()), event);
            case TradeProposed _,
                    TradeCountered _,
                    TradeAccepted _,
                    TradeAgreed _,
                    TradeDeclined _,
                    TradeLapsed _,
                    TradeWordsErased _ -> this;
        };
    }

    private static @Nullable Personal<FreeText> personal(@Nullable FreeText words) {
        return words == null ? null : Personal.of(words);
    }
}
