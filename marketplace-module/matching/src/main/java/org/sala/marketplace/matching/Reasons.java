package org.sala.marketplace.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says of every unmatched need why. */
final class Reasons {
    private static final int FAR = Integer.MAX_VALUE / 2;
    private static final long STEPS_A_NEED = 1_000_000;

    private final Market market;
    private final Board whole;
    private final boolean proved;
    private @Nullable Search anyWay;
    private final Map<OfferId, List<NeedId>> takers = new HashMap<>();
    private final Map<Category, List<Market.Offer>> offered;
    private final Map<OrganizationId, List<Market.Need>> needed;
    private final int[][] suppliesOfGiver;
    private final int[][] demandsOfCategory;
    private final int[] legsFromAGift;

    Reasons(Market market, Seed seed, List<Exchange> exchanges, boolean proved) {
        this.market = market;
        this.proved = proved;
        whole = new Board(market, seed, Set.of());
        for (Exchange exchange : exchanges) {
            for (Exchange.Leg leg : exchange.legs()) {
                takers.computeIfAbsent(leg.offer(), unseen -> new ArrayList<>()).add(leg.need());
            }
        }
        offered = market.offers().stream()
                .sorted(Comparator.comparing(Market.Offer::id))
                .collect(Collectors.groupingBy(Market.Offer::category));
        needed = market.needs().stream().collect(Collectors.groupingBy(Market.Need::organization));
        suppliesOfGiver = Board.grouped(
                whole.organizations, IntStream.range(0, whole.supplies).toArray(), supply -> whole.giver[supply]);
        demandsOfCategory = Board.grouped(
                whole.categories,
                IntStream.range(0, whole.demands).toArray(),
                demand -> whole.demandedCategory[demand]);
        legsFromAGift = legsFromAGift();
    }

    /**
     * In the order of the needs' ids.
     *
     * @param free the market beside what is kept
     * @param kept what is kept
     */
    List<Unmatched> of(Board free, Counts kept) {
        Map<NeedId, Integer> number = new HashMap<>();
        for (int need = 0; need < whole.needs.length; need++) {
            number.put(whole.needs[need].id(), need);
        }
        Map<NeedId, Integer> freeNumber = new HashMap<>();
        for (int need = 0; need < free.needs.length; need++) {
            freeNumber.put(free.needs[need].id(), need);
        }
        // without a proof it would say nothing, and the time for it is over
        Optional<Circulation> circulation = proved
                ? Optional.of(new Circulation(free, free.count, new int[free.demands], () -> {}))
                : Optional.empty();
        Set<NeedId> met = takers.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        return market.needs().stream()
                .filter(need -> !met.contains(need.id()))
                .sorted(Comparator.comparing(Market.Need::id))
                .map(need -> new Unmatched(
                        need.id(),
                        whyNot(
                                need,
                                number.getOrDefault(need.id(), 0),
                                circulation.map(all -> with(all, free, freeNumber.getOrDefault(need.id(), 0), kept)))))
                .toList();
    }

    private Reason whyNot(Market.Need need, int number, Optional<Counts> most) {
        List<Market.Offer> offers = offered.getOrDefault(need.category(), List.of()).stream()
                .filter(offer -> !offer.organization().equals(need.organization()))
                .toList();
        if (offers.isEmpty()) {
            return new Reason.NobodyOffers();
        }
        List<OrganizationId> givers = List.copyOf(
                offers.stream().map(Market.Offer::organization).collect(Collectors.toCollection(TreeSet::new)));
        if (offers.stream().noneMatch(Market.Offer::gift)) {
            if (givers.stream().noneMatch(this::needsWhatIsOffered)) {
                return new Reason.GiversNeedNothing(givers);
            }
            if (isOutOfReach(number)) {
                return new Reason.OutOfReach(givers);
            }
        }
        if (offers.stream().allMatch(offer -> offer.units() == takersOf(offer).size())) {
            return new Reason.LostTo(offers.stream()
                    .map(offer -> new Reason.Taken(
                            offer.id(), takersOf(offer).stream().sorted().toList()))
                    .toList());
        }
        return most.<Reason>map(Reason.Outweighed::new).orElseGet(Reason.Undecided::new);
    }

    private List<NeedId> takersOf(Market.Offer offer) {
        return takers.getOrDefault(offer.id(), List.of());
    }

    private boolean needsWhatIsOffered(OrganizationId giver) {
        return needed.getOrDefault(giver, List.of()).stream()
                .anyMatch(need -> offered.getOrDefault(need.category(), List.of()).stream()
                        .anyMatch(offer -> !offer.organization().equals(giver)));
    }

    /** What could be served at the most if this need were. */
    private static Counts with(Circulation circulation, Board free, int need, Counts kept) {
        int mark = circulation.mark();
        long worth = circulation.worth();
        circulation.insist(free.demandOf[need]);
        Counts most = Worth.counts(circulation.worth()).plus(kept);
        circulation.undo(mark, worth);
        return most;
    }

    /** Any exchange will do, whatever it takes away elsewhere: nothing is aimed at. */
    private Search anyWay() {
        Search search = anyWay;
        if (search == null) {
            search = new Search(whole, Order.ofScarcity(whole), whole.count, new int[whole.demands], () -> {});
            anyWay = search;
        }
        return search;
    }

    private boolean isOutOfReach(int need) {
        int receiver = whole.receiverOf(need);
        int[] legsFromReceiver = new int[whole.organizations];
        Arrays.fill(legsFromReceiver, FAR);
        legsFromReceiver[receiver] = 0;
        spread(legsFromReceiver, new ArrayList<>(List.of(receiver)));
        boolean near = false;
        for (int supply = 0; supply < whole.supplies; supply++) {
            int giver = whole.giver[supply];
            near |= whole.suppliedCategory[supply] == whole.categoryOfNeed(need)
                    && giver != receiver
                    && (legsFromReceiver[giver] < Exchange.LONGEST_RING
                            || legsFromAGift[giver] < Exchange.LONGEST_CHAIN);
        }
        if (!near || !proved) {
            return !near;
        }
        // near enough, if organisations might be on an exchange twice: now with the rule
        Search anyWay = anyWay();
        anyWay.allow(STEPS_A_NEED);
        int mark = anyWay.circulation.mark();
        long worth = anyWay.circulation.worth();
        boolean found = anyWay.serve(need, () -> true);
        if (found) {
            anyWay.putBack(anyWay.taken.getLast(), mark, worth);
        }
        return !found && !anyWay.ranOut();
    }

    /** How many legs it takes at least until an organisation has received something of a chain. */
    private int[] legsFromAGift() {
        int[] legs = new int[whole.organizations];
        Arrays.fill(legs, FAR);
        List<Integer> reached = new ArrayList<>();
        for (int supply = 0; supply < whole.supplies; supply++) {
            if (whole.gift[supply]) {
                for (int demand : demandsOfCategory[whole.suppliedCategory[supply]]) {
                    int receiver = whole.receiver[demand];
                    if (receiver != whole.giver[supply] && legs[receiver] == FAR) {
                        legs[receiver] = 1;
                        reached.add(receiver);
                    }
                }
            }
        }
        spread(legs, reached);
        return legs;
    }

    private void spread(int[] legs, List<Integer> reached) {
        for (int next = 0; next < reached.size(); next++) {
            int from = reached.get(next);
            for (int supply : suppliesOfGiver[from]) {
                for (int demand : demandsOfCategory[whole.suppliedCategory[supply]]) {
                    int receiver = whole.receiver[demand];
                    if (legs[receiver] == FAR) {
                        legs[receiver] = legs[from] + 1;
                        reached.add(receiver);
                    }
                }
            }
        }
    }
}
