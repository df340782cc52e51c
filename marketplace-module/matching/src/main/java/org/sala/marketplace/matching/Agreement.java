package org.sala.marketplace.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What of the agreed exchanges can be kept in a market from which something is gone. */
final class Agreement {
    private final Watch watch;
    private final Map<OfferId, Integer> units = new HashMap<>();
    private final List<Exchange> contested;

    private final List<Exchange> kept = new ArrayList<>();
    private List<Exchange> best = List.of();
    private int bestNeeds = -1;
    private boolean proved = true;

    Agreement(Market market, List<Exchange> agreed, Seed seed, Watch watch) {
        this.watch = watch;
        Checker checker = new Checker(market);
        market.offers().forEach(offer -> units.put(offer.id(), offer.units()));
        Set<NeedId> needs = market.needs().stream().map(Market.Need::id).collect(Collectors.toSet());
        List<Exchange> whole = agreed.stream()
                .filter(exchange -> exchange.legs().stream()
                        .allMatch(leg -> units.containsKey(leg.offer()) && needs.contains(leg.need())))
                .toList();
        Set<NeedId> met = new HashSet<>();
        Map<OfferId, Integer> wanted = new HashMap<>();
        for (Exchange exchange : whole) {
            List<String> faults = checker.faultsOf(exchange);
            if (!faults.isEmpty()) {
                throw new MarketRefused("what was agreed is no exchange: " + faults.getFirst());
            }
            for (Exchange.Leg leg : exchange.legs()) {
                wanted.merge(leg.offer(), 1, Integer::sum);
                if (!met.add(leg.need())) {
                    throw new MarketRefused("need %s was agreed to be served twice".formatted(leg.need()));
                }
            }
        }
        Set<OfferId> tooFew = wanted.keySet().stream()
                .filter(offer -> wanted.getOrDefault(offer, 0) > units.getOrDefault(offer, 0))
                .collect(Collectors.toSet());
        for (Exchange exchange : whole) {
            if (exchange.legs().stream().noneMatch(leg -> tooFew.contains(leg.offer()))) {
                kept.add(exchange);
                use(exchange, 1);
            }
        }
        contested = whole.stream()
                .filter(exchange -> exchange.legs().stream().anyMatch(leg -> tooFew.contains(leg.offer())))
                .sorted(Comparator.comparing((Exchange exchange) -> exchange.legs().stream()
                        .map(leg -> seed.lot(leg.need()))
                        .min(Comparator.naturalOrder())
                        .orElseThrow()))
                .toList();
        best = List.copyOf(kept);
        try {
            choose(0, 0);
        } catch (Search.Stopped stopped) {
            proved = false;
        }
    }

    /** As many as can be; among such choices those that serve the most needs, and then those drawn first. */
    private void choose(int at, int needs) {
        watch.look();
        if (at == contested.size()) {
            if (kept.size() > best.size() || (kept.size() == best.size() && needs > bestNeeds)) {
                best = List.copyOf(kept);
                bestNeeds = needs;
            }
            return;
        }
        if (kept.size() + contested.size() - at < best.size()) {
            return;
        }
        Exchange exchange = contested.get(at);
        if (exchange.legs().stream().allMatch(leg -> units.getOrDefault(leg.offer(), 0) > 0)) {
            kept.add(exchange);
            use(exchange, 1);
            choose(at + 1, needs + exchange.legs().size());
            use(exchange, -1);
            kept.removeLast();
        }
        choose(at + 1, needs);
    }

    private void use(Exchange exchange, int one) {
        exchange.legs().forEach(leg -> units.merge(leg.offer(), -one, Integer::sum));
    }

    List<Exchange> kept() {
        return best;
    }

    /** Whether no more could be kept. */
    boolean proved() {
        return proved;
    }

    /** What is free beside what is kept. */
    Market rest(Market market) {
        Map<OfferId, Integer> used = new HashMap<>();
        Set<NeedId> met = new HashSet<>();
        for (Exchange exchange : best) {
            for (Exchange.Leg leg : exchange.legs()) {
                used.merge(leg.offer(), 1, Integer::sum);
                met.add(leg.need());
            }
        }
        List<Market.Offer> offers = market.offers().stream()
                .filter(offer -> offer.units() > used.getOrDefault(offer.id(), 0))
                .map(offer -> new Market.Offer(
                        offer.id(),
                        offer.organization(),
                        offer.category(),
                        offer.units() - used.getOrDefault(offer.id(), 0),
                        offer.gift()))
                .toList();
        List<Market.Need> needs =
                market.needs().stream().filter(need -> !met.contains(need.id())).toList();
        return new Market(market.organizations(), offers, needs);
    }
}
