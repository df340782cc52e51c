package org.sala.marketplace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sala.marketplace.api.CancelReason;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.LegStatus;
import org.sala.marketplace.api.MarketplaceQueries.LegSummary;
import org.sala.marketplace.api.MarketplaceQueries.TradeSummary;
import org.sala.marketplace.api.MatchingWorkbench.Lost;
import org.sala.marketplace.api.MatchingWorkbench.Repair;
import org.sala.marketplace.api.NeedId;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.api.TradeShape;
import org.sala.marketplace.api.TradeStatus;
import org.sala.marketplace.matching.Exchange;

/**
 * What is left of a market when somebody withdrew: agreed trades stay as far as they can, and the units and needs of the
 * others are free again (decision 0071).
 */
final class Withdrawal {

    private final Set<OrganizationId> leaving;
    private final Instant now;

    /** Of those that don't leave. */
    private final Map<OfferId, OfferBook.Entry> offers = new HashMap<>();

    /** Those that are open, of those that don't leave. */
    private final Map<NeedId, NeedBook.Entry> needs = new HashMap<>();

    private final Set<NeedId> promised;
    private final Map<OfferId, Integer> freed = new HashMap<>();
    private final Map<OfferId, Integer> used = new HashMap<>();
    private final Set<NeedId> served = new HashSet<>();
    private final List<Exchange> agreed = new ArrayList<>();
    private final Repair repair;
    private final OpenMarket market;

    static Withdrawal of(SummitId summit, Set<OrganizationId> leaving, Books books, TradeReader trades, Instant now) {
        var standing = trades.of(summit, null).stream()
                .filter(trade -> trade.status() == TradeStatus.AGREED)
                .toList();
        var offers = new ArrayList<>(books.offers().open(summit, now));
        offers.addAll(books.offers()
                .find(standing.stream()
                        .flatMap(trade -> trade.legs().stream())
                        .map(leg -> leg.leg().offer())
                        .collect(Collectors.toSet()))
                .values());
        return new Withdrawal(
                leaving,
                now,
                standing,
                offers,
                books.needs().open(summit),
                trades.promisedNeeds(summit),
                books.enrolments().small(summit));
    }

    private Withdrawal(
            Set<OrganizationId> leaving,
            Instant now,
            List<TradeSummary> standing,
            Collection<OfferBook.Entry> offers,
            Collection<NeedBook.Entry> needs,
            Set<NeedId> promised,
            Set<OrganizationId> small) {
        this.leaving = leaving;
        this.now = now;
        this.promised = new HashSet<>(promised);
        offers.stream().filter(this::stays).forEach(offer -> this.offers.put(offer.offer(), offer));
        needs.stream().filter(this::stays).forEach(need -> this.needs.put(need.need(), need));
        var kept = new ArrayList<TradeSummary>();
        var lost = new ArrayList<Lost>();
        for (var trade : standing) {
            var gone = lost(trade);
            gone.ifPresentOrElse(lost::add, () -> kept.add(trade));
            if (gone.isPresent()) {
                trade.legs().stream().filter(Withdrawal::isOwed).forEach(leg -> free(leg.leg()));
            }
        }
        kept.stream().filter(this::isExchange).forEach(this::keep);
        this.repair = new Repair(kept.stream().map(TradeSummary::trade).toList(), lost);
        this.market = new OpenMarket(open(), this.needs.values(), this.promised, small);
    }

    private boolean stays(OfferBook.Entry offer) {
        return !leaving.contains(offer.organization());
    }

    private boolean stays(NeedBook.Entry need) {
        return !leaving.contains(need.organization());
    }

    private static boolean isOwed(LegSummary leg) {
        return leg.status() == LegStatus.OWED;
    }

    private Optional<Lost> lost(TradeSummary trade) {
        var owed = trade.legs().stream().filter(Withdrawal::isOwed).toList();
        var without = owed.stream().filter(leg -> !canBeGiven(leg.leg())).toList();
        var inTheWay = owed.stream()
                .filter(leg -> !canBeGiven(leg.leg()) || !isWanted(leg.leg()))
                .map(LegSummary::number)
                .toList();
        return inTheWay.isEmpty()
                ? Optional.empty()
                : Optional.of(new Lost(
                        trade.trade(),
                        inTheWay,
                        without.isEmpty() ? CancelReason.NOT_NEEDED_ANY_MORE : CancelReason.CANNOT_DELIVER));
    }

    private boolean canBeGiven(Leg leg) {
        var offer = offers.get(leg.offer());
        return offer != null && !offer.withdrawn();
    }

    private boolean isWanted(Leg leg) {
        return !leaving.contains(leg.receiver()) && (leg.need() == null || needs.containsKey(leg.need()));
    }

    private void free(Leg leg) {
        freed.merge(leg.offer(), leg.units(), Integer::sum);
        if (leg.need() != null) {
            promised.remove(leg.need());
        }
    }

    /** Whether the matching knows such a trade: one unit for one open need of the same category, leg by leg. */
    private boolean isExchange(TradeSummary trade) {
        var legs = trade.legs().stream().map(LegSummary::leg).toList();
        var wanted = legs.stream().map(Leg::need).filter(Objects::nonNull).collect(Collectors.toSet());
        var first = offers.get(legs.getFirst().offer());
        return wanted.size() == legs.size()
                && legs.stream().allMatch(this::isOneForOne)
                && (comesBack(trade)
                        ? legs.size() <= Exchange.LONGEST_RING
                        : legs.size() <= Exchange.LONGEST_CHAIN && first != null && first.gift());
    }

    private boolean isOneForOne(Leg leg) {
        var offer = offers.get(leg.offer());
        var need = leg.need() == null ? null : needs.get(leg.need());
        return leg.units() == 1
                && offer != null
                && need != null
                && !served.contains(need.need())
                && offer.category().equals(need.category());
    }

    private static boolean comesBack(TradeSummary trade) {
        return trade.shape() == TradeShape.SWAP || trade.shape() == TradeShape.RING;
    }

    private void keep(TradeSummary trade) {
        var legs = new ArrayList<Exchange.Leg>();
        for (var each : trade.legs()) {
            var need = Objects.requireNonNull(each.leg().need());
            used.merge(each.leg().offer(), 1, Integer::sum);
            promised.remove(need);
            served.add(need);
            legs.add(new Exchange.Leg(OpenMarket.id(each.leg().offer()), OpenMarket.id(need)));
        }
        agreed.add(new Exchange(comesBack(trade) ? Exchange.Kind.RING : Exchange.Kind.CHAIN, legs));
    }

    /** Of what is good no more, only what is kept of it. */
    private List<OfferBook.Entry> open() {
        return offers.values().stream()
                .flatMap(offer -> {
                    var free = offer.isGood(now) ? offer.left() + freed.getOrDefault(offer.offer(), 0) : 0;
                    var units = free + used.getOrDefault(offer.offer(), 0);
                    return units == 0 ? Stream.empty() : Stream.of(offer.withLeft(units));
                })
                .toList();
    }

    /** What is open, with what {@link #agreed} uses and what the lost trades set free. */
    OpenMarket market() {
        return market;
    }

    /** The trades that stay, as far as the matching knows such trades; the others that stay keep what they have. */
    List<Exchange> agreed() {
        return List.copyOf(agreed);
    }

    Repair repair() {
        return repair;
    }
}
