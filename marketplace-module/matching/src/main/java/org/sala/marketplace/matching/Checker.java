package org.sala.marketplace.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds a solution to the rules, with nothing of what found it: reads the market and the exchanges, and counts anew. That
 * nothing better exists is for the solver to prove; that what is there is right and counted right, is proved here.
 */
public final class Checker {
    private final Map<OrganizationId, Market.Organization> organizations;
    private final Map<OfferId, Market.Offer> offers;
    private final Map<NeedId, Market.Need> needs;

    public Checker(Market market) {
        organizations = byId(market.organizations(), Market.Organization::id);
        offers = byId(market.offers(), Market.Offer::id);
        needs = byId(market.needs(), Market.Need::id);
    }

    private static <K, V> Map<K, V> byId(List<V> all, Function<V, K> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    /** What is wrong with a solution of the market, a line each; nothing where it is right. */
    public List<String> faults(Solution solution) {
        List<Exchange> exchanges = Stream.concat(solution.kept().stream(), solution.exchanges().stream())
                .toList();
        List<String> faults = new ArrayList<>(faultsOf(exchanges));
        if (!faults.isEmpty()) {
            return faults;
        }
        Counts counted = count(exchanges);
        if (!counted.equals(solution.served())) {
            faults.add("it says that it serves %s, and serves %s".formatted(solution.served(), counted));
        }
        if (Counts.ORDER.compare(solution.proof().bound(), counted) < 0) {
            faults.add("it serves %s, and says that more than %s can't be"
                    .formatted(counted, solution.proof().bound()));
        }
        if (!(solution.proof() instanceof Proof.Open)
                && !solution.proof().bound().equals(solution.served())) {
            faults.add("it says that it is optimal, and its bound is another");
        }
        Set<NeedId> unmatched = new HashSet<>(needs.keySet());
        exchanges.forEach(exchange -> exchange.legs().forEach(leg -> unmatched.remove(leg.need())));
        List<NeedId> said = solution.unmatched().stream().map(Unmatched::need).toList();
        if (said.size() != unmatched.size() || !unmatched.containsAll(said)) {
            faults.add("the needs that it says are unmatched are not those that no exchange serves");
        }
        return faults;
    }

    /** What is wrong with exchanges side by side. */
    List<String> faultsOf(List<Exchange> exchanges) {
        List<String> faults = new ArrayList<>();
        Map<OfferId, Integer> used = new HashMap<>();
        Set<NeedId> met = new HashSet<>();
        for (Exchange exchange : exchanges) {
            List<String> own = faultsOf(exchange);
            faults.addAll(own);
            if (own.isEmpty()) {
                for (Exchange.Leg leg : exchange.legs()) {
                    used.merge(leg.offer(), 1, Integer::sum);
                    if (!met.add(leg.need())) {
                        faults.add("need %s is served twice".formatted(leg.need()));
                    }
                }
            }
        }
        used.forEach((id, units) -> {
            Market.Offer offer = offers.get(id);
            if (offer != null && units > offer.units()) {
                faults.add("offer %s gives %d units of %d".formatted(id, units, offer.units()));
            }
        });
        return faults;
    }

    /** What is wrong with an exchange by itself; it may name what is not there. */
    List<String> faultsOf(Exchange exchange) {
        boolean ring = exchange.kind() == Exchange.Kind.RING;
        int size = exchange.legs().size();
        int shortest = ring ? Exchange.SHORTEST_RING : 1;
        int longest = ring ? Exchange.LONGEST_RING : Exchange.LONGEST_CHAIN;
        if (size < shortest || size > longest) {
            return List.of("a %s has %d legs; %d to %d are allowed"
                    .formatted(ring ? "ring" : "chain", size, shortest, longest));
        }
        List<Market.Offer> given = new ArrayList<>();
        List<Market.Need> met = new ArrayList<>();
        for (Exchange.Leg leg : exchange.legs()) {
            Market.Offer offer = offers.get(leg.offer());
            Market.Need need = needs.get(leg.need());
            if (offer == null || need == null) {
                return List.of(
                        offer == null
                                ? "offer %s is not in the market".formatted(leg.offer())
                                : "need %s is not in the market".formatted(leg.need()));
            }
            given.add(offer);
            met.add(need);
        }
        List<String> faults = new ArrayList<>();
        Set<OrganizationId> givers = new HashSet<>();
        for (int leg = 0; leg < size; leg++) {
            Market.Offer offer = given.get(leg);
            Market.Need need = met.get(leg);
            if (!offer.category().equals(need.category())) {
                faults.add("offer %s and need %s are of different categories".formatted(offer.id(), need.id()));
            }
            if (!givers.add(offer.organization())) {
                faults.add("organization %s gives twice in one exchange".formatted(offer.organization()));
            }
            boolean last = leg + 1 == size;
            if (!last && !need.organization().equals(given.get(leg + 1).organization())) {
                faults.add("who has need %s met does not give offer %s"
                        .formatted(need.id(), given.get(leg + 1).id()));
            }
            if (last && ring && !need.organization().equals(given.getFirst().organization())) {
                faults.add("the ring that begins with offer %s is not closed"
                        .formatted(given.getFirst().id()));
            }
            if (last && !ring && givers.contains(need.organization())) {
                faults.add("organization %s is twice in one chain".formatted(need.organization()));
            }
        }
        if (!ring && !given.getFirst().gift()) {
            faults.add("a chain starts from offer %s, which is no gift"
                    .formatted(given.getFirst().id()));
        }
        return faults;
    }

    /** What exchanges of the market serve together. */
    Counts count(List<Exchange> exchanges) {
        int served = 0;
        Set<OrganizationId> receivers = new HashSet<>();
        for (Exchange exchange : exchanges) {
            for (Exchange.Leg leg : exchange.legs()) {
                Market.Need need = needs.get(leg.need());
                if (need != null) {
                    served++;
                    receivers.add(need.organization());
                }
            }
        }
        long small = receivers.stream()
                .map(organizations::get)
                .filter(organization -> organization != null && organization.small())
                .count();
        return new Counts(served, receivers.size(), (int) small);
    }
}
