package org.sala.marketplace.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * A market in numbers. Offers and needs are numbered in the order in which they are drawn. Offers of one organisation and
 * category that are gifts alike are one <em>supply</em>, needs of one organisation and category one <em>demand</em>: within
 * them one is as good as another, and only the lots tell them apart.
 */
final class Board {
    final int organizations;
    final int categories;
    final boolean[] small;
    /** By what was agreed before, which is no part of this board. */
    final boolean[] servedBefore;

    final Market.Offer[] offers;
    final int[] supplyOf;
    final Market.Need[] needs;
    final int[] demandOf;

    final int supplies;
    final int[] giver;
    final int[] suppliedCategory;
    final boolean[] gift;
    final int[] units;

    final int demands;
    final int[] receiver;
    final int[] demandedCategory;
    final int[] count;

    Board(Market market, Seed seed, Set<OrganizationId> served) {
        List<Market.Organization> parties = market.organizations().stream()
                .sorted(Comparator.comparing(Market.Organization::id))
                .toList();
        organizations = parties.size();
        small = new boolean[organizations];
        servedBefore = new boolean[organizations];
        Map<OrganizationId, Integer> party = new HashMap<>();
        for (int i = 0; i < organizations; i++) {
            small[i] = parties.get(i).small();
            servedBefore[i] = served.contains(parties.get(i).id());
            party.put(parties.get(i).id(), i);
        }
        offers = drawn(market.offers(), offer -> seed.lot(offer.id()), Comparator.comparing(Market.Offer::id))
                .toArray(new Market.Offer[0]);
        needs = drawn(market.needs(), need -> seed.lot(need.id()), Comparator.comparing(Market.Need::id))
                .toArray(new Market.Need[0]);
        Map<Category, Integer> category = new HashMap<>();
        for (Market.Offer offer : offers) {
            category.putIfAbsent(offer.category(), category.size());
        }
        for (Market.Need need : needs) {
            category.putIfAbsent(need.category(), category.size());
        }
        categories = category.size();

        record Supply(int giver, int category, boolean gift) {}
        record Demand(int receiver, int category) {}
        Map<Supply, Integer> supply = new HashMap<>();
        supplyOf = numbered(
                offers,
                offer -> supply.computeIfAbsent(
                        new Supply(
                                number(party, offer.organization()), number(category, offer.category()), offer.gift()),
                        unseen -> supply.size()));
        Map<Demand, Integer> demand = new HashMap<>();
        demandOf = numbered(
                needs,
                need -> demand.computeIfAbsent(
                        new Demand(number(party, need.organization()), number(category, need.category())),
                        unseen -> demand.size()));
        supplies = supply.size();
        giver = new int[supplies];
        suppliedCategory = new int[supplies];
        gift = new boolean[supplies];
        units = new int[supplies];
        supply.forEach((key, number) -> {
            giver[number] = key.giver();
            suppliedCategory[number] = key.category();
            gift[number] = key.gift();
        });
        for (int i = 0; i < offers.length; i++) {
            units[supplyOf[i]] += offers[i].units();
        }
        demands = demand.size();
        receiver = new int[demands];
        demandedCategory = new int[demands];
        count = new int[demands];
        demand.forEach((key, number) -> {
            receiver[number] = key.receiver();
            demandedCategory[number] = key.category();
        });
        for (int i = 0; i < needs.length; i++) {
            count[demandOf[i]]++;
        }
    }

    int giverOf(int offer) {
        return giver[supplyOf[offer]];
    }

    int receiverOf(int need) {
        return receiver[demandOf[need]];
    }

    int categoryOfOffer(int offer) {
        return suppliedCategory[supplyOf[offer]];
    }

    int categoryOfNeed(int need) {
        return demandedCategory[demandOf[need]];
    }

    private static <K> int number(Map<K, Integer> numbers, K key) {
        Integer number = numbers.get(key);
        if (number == null) {
            throw new IllegalStateException("A market is checked when it is made");
        }
        return number;
    }

    private static <T> int[] numbered(T[] all, ToIntFunction<T> number) {
        return Arrays.stream(all).mapToInt(number).toArray();
    }

    private static <T> List<T> drawn(List<T> all, Function<T, String> lot, Comparator<T> whereLotsAreEqual) {
        record Drawn<T>(T one, String lot) {}
        return all.stream()
                .map(one -> new Drawn<>(one, lot.apply(one)))
                .sorted(Comparator.comparing((Drawn<T> drawn) -> drawn.lot())
                        .thenComparing(Drawn::one, whereLotsAreEqual))
                .map(Drawn::one)
                .toList();
    }

    /** The numbers below {@code size} by what they belong to, each group in the order of {@code order}. */
    static int[][] grouped(int groups, int[] order, IntUnaryOperator groupOf) {
        int[] sizes = new int[groups];
        for (int one : order) {
            sizes[groupOf.applyAsInt(one)]++;
        }
        int[][] grouped = IntStream.range(0, groups)
                .mapToObj(group -> new int[sizes[group]])
                .toArray(int[][]::new);
        int[] filled = new int[groups];
        for (int one : order) {
            int group = groupOf.applyAsInt(one);
            grouped[group][filled[group]++] = one;
        }
        return grouped;
    }
}
