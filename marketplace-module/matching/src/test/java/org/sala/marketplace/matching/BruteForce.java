package org.sala.marketplace.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes down every exchange of a market, and then every set of them: slow, and written from the words of the model alone.
 * Needs are numbered as drawn; what is best serves the most needs, organisations, small ones, then the first drawn.
 */
final class BruteForce {
    private final Market market;
    private final List<Market.Need> needs;
    private final Map<OfferId, Integer> left = new HashMap<>();
    private final List<List<List<Exchange.Leg>>> exchangesOfNeed = new ArrayList<>();
    private final Map<NeedId, Integer> number = new HashMap<>();
    private final boolean[] decided;
    private final boolean[] served;

    private Counts best = new Counts(-1, 0, 0);
    private boolean[] bestServed = new boolean[0];

    BruteForce(Market market, Seed seed) {
        this.market = market;
        needs = market.needs().stream()
                .sorted(Comparator.comparing((Market.Need need) -> seed.lot(need.id())))
                .toList();
        for (int i = 0; i < needs.size(); i++) {
            number.put(needs.get(i).id(), i);
            exchangesOfNeed.add(new ArrayList<>());
        }
        market.offers().forEach(offer -> left.put(offer.id(), offer.units()));
        for (Market.Offer offer : market.offers()) {
            grow(List.of(), offer);
        }
        decided = new boolean[needs.size()];
        served = new boolean[needs.size()];
        decide(0);
    }

    Counts best() {
        return best;
    }

    Set<NeedId> served() {
        Set<NeedId> ids = new HashSet<>();
        for (int i = 0; i < bestServed.length; i++) {
            if (bestServed[i]) {
                ids.add(needs.get(i).id());
            }
        }
        return ids;
    }

    private void grow(List<Exchange.Leg> legs, Market.Offer offer) {
        for (Market.Need need : needs) {
            if (!need.category().equals(offer.category()) || need.organization().equals(offer.organization())) {
                continue;
            }
            List<Exchange.Leg> longer = new ArrayList<>(legs);
            longer.add(new Exchange.Leg(offer.id(), need.id()));
            Market.Offer first = offer(longer.getFirst().offer());
            List<OrganizationId> givers = longer.stream()
                    .map(leg -> offer(leg.offer()).organization())
                    .toList();
            if (need.organization().equals(first.organization())) {
                // a ring is found once for each of its organisations; once is enough
                boolean isListedOnce = givers.stream().allMatch(giver -> giver.compareTo(givers.getFirst()) >= 0);
                if (longer.size() <= 4 && isListedOnce) {
                    add(longer);
                }
                continue;
            }
            if (givers.contains(need.organization())) {
                continue;
            }
            if (first.gift() && longer.size() <= 5) {
                add(longer);
            }
            if (longer.size() < 5) {
                for (Market.Offer next : market.offers()) {
                    if (next.organization().equals(need.organization())) {
                        grow(longer, next);
                    }
                }
            }
        }
    }

    private Market.Offer offer(OfferId id) {
        return market.offers().stream()
                .filter(offer -> offer.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void add(List<Exchange.Leg> legs) {
        for (Exchange.Leg leg : legs) {
            exchangesOfNeed.get(number.getOrDefault(leg.need(), -1)).add(legs);
        }
    }

    private void decide(int need) {
        if (need == needs.size()) {
            weigh();
            return;
        }
        if (decided[need]) {
            decide(need + 1);
            return;
        }
        decided[need] = true;
        decide(need + 1);
        decided[need] = false;
        for (List<Exchange.Leg> legs : exchangesOfNeed.get(need)) {
            if (legs.stream().anyMatch(leg -> decided[number.getOrDefault(leg.need(), -1)])
                    || legs.stream().anyMatch(leg -> left.getOrDefault(leg.offer(), 0) < 1)) {
                continue;
            }
            mark(legs, true, -1);
            decide(need + 1);
            mark(legs, false, 1);
        }
    }

    private void mark(List<Exchange.Leg> legs, boolean taken, int units) {
        for (Exchange.Leg leg : legs) {
            int need = number.getOrDefault(leg.need(), -1);
            decided[need] = taken;
            served[need] = taken;
            left.merge(leg.offer(), units, Integer::sum);
        }
    }

    private void weigh() {
        Set<OrganizationId> receivers = new HashSet<>();
        int count = 0;
        for (int i = 0; i < served.length; i++) {
            if (served[i]) {
                count++;
                receivers.add(needs.get(i).organization());
            }
        }
        long small = market.organizations().stream()
                .filter(organization -> organization.small() && receivers.contains(organization.id()))
                .count();
        Counts counts = new Counts(count, receivers.size(), (int) small);
        int order = Comparator.comparingInt(Counts::needs)
                .thenComparingInt(Counts::organizations)
                .thenComparingInt(Counts::smallOrganizations)
                .compare(counts, best);
        if (order > 0 || (order == 0 && drawnEarlier())) {
            best = counts;
            bestServed = served.clone();
        }
    }

    private boolean drawnEarlier() {
        for (int i = 0; i < served.length; i++) {
            if (served[i] != bestServed[i]) {
                return served[i];
            }
        }
        return false;
    }
}
