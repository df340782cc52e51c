package org.sala.rehearsal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.TradeId;

/**
 * What comes of a summit's trades, whoever is faster. An offer is contested where the trades that everybody accepts ask
 * for more units than there are.
 */
final class TradeBook {

    private final Map<OfferId, Integer> units = new HashMap<>();
    private final Map<OfferId, Integer> asked = new HashMap<>();
    private final Map<OfferId, Set<Integer>> sizes = new HashMap<>();
    private final Map<TradeId, Set<OrganizationId>> accepted = new HashMap<>();
    private final List<ProposeTrade> trades;

    private TradeBook(SampleSummit summit) {
        trades = summit.proposals().stream()
                .map(line -> asCountered(summit, line.command()))
                .toList();
        summit.offers()
                .forEach(
                        line -> units.put(line.command().offer(), line.command().units()));
        trades.forEach(trade -> accepted.put(
                trade.trade(), trade.proposer() == null ? new HashSet<>() : new HashSet<>(Set.of(trade.proposer()))));
        summit.acceptances()
                .forEach(line -> accepted.computeIfAbsent(line.command().trade(), trade -> new HashSet<>())
                        .add(line.command().organization()));
        for (var trade : trades) {
            if (isAcceptedByAll(trade)) {
                for (var leg : trade.legs()) {
                    asked.merge(leg.offer(), leg.units(), Integer::sum);
                    sizes.computeIfAbsent(leg.offer(), offer -> new HashSet<>()).add(leg.units());
                }
            }
        }
    }

    static TradeBook of(SampleSummit summit) {
        return new TradeBook(summit);
    }

    /** What a trade is about in the end, and who has accepted it by saying so. */
    private static ProposeTrade asCountered(SampleSummit summit, ProposeTrade trade) {
        return summit.market().counters().stream()
                .map(Line::command)
                .filter(counter -> counter.trade().equals(trade.trade()))
                .findFirst()
                .map(counter -> new ProposeTrade(
                        trade.trade(), trade.summit(), counter.organization(), counter.legs(), counter.expiresAt()))
                .orElse(trade);
    }

    boolean isAcceptedByAll(ProposeTrade trade) {
        var all = accepted.getOrDefault(trade.trade(), Set.of());
        return trade.legs().stream().allMatch(leg -> all.contains(leg.giver()) && all.contains(leg.receiver()));
    }

    /** Whether everybody accepts the trade and yet it may come to nothing. */
    boolean isContested(ProposeTrade trade) {
        return isAcceptedByAll(trade) && trade.legs().stream().anyMatch(leg -> isContested(leg.offer()));
    }

    boolean isContested(OfferId offer) {
        return asked.getOrDefault(offer, 0) > units.getOrDefault(offer, 0);
    }

    /** Whether all units of an offer are promised in the end, or may be. */
    boolean isUsedUp(OfferId offer) {
        return asked.getOrDefault(offer, 0) >= units.getOrDefault(offer, 0);
    }

    boolean isAskedForAlike(ProposeTrade trade) {
        return trade.legs().stream()
                .map(Leg::offer)
                .filter(this::isContested)
                .allMatch(offer -> sizes.getOrDefault(offer, Set.of()).size() == 1);
    }

    /** How many trades are agreed in the end. */
    int agreed() {
        return Math.toIntExact(trades.stream()
                        .filter(trade -> isAcceptedByAll(trade) && !isContested(trade))
                        .count())
                + contestedOffers().stream().mapToInt(this::served).sum();
    }

    /** How many trades that everybody accepts come to nothing. */
    int lapsed() {
        return Math.toIntExact(trades.stream().filter(this::isAcceptedByAll).count()) - agreed();
    }

    /** How many units are promised in the end. */
    int reserved() {
        return trades.stream()
                        .filter(trade -> isAcceptedByAll(trade) && !isContested(trade))
                        .flatMap(trade -> trade.legs().stream())
                        .mapToInt(Leg::units)
                        .sum()
                + contestedOffers().stream()
                        .mapToInt(offer -> served(offer) * size(offer))
                        .sum();
    }

    private List<OfferId> contestedOffers() {
        return asked.keySet().stream().filter(this::isContested).toList();
    }

    private int served(OfferId offer) {
        return units.getOrDefault(offer, 0) / size(offer);
    }

    private int size(OfferId offer) {
        return sizes.getOrDefault(offer, Set.of(1)).iterator().next();
    }
}
