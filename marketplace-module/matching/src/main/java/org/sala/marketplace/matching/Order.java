package org.sala.marketplace.matching;

import java.util.Comparator;
import java.util.stream.IntStream;

/** In which order a search decides needs, and tries offers and needs where it has a choice. */
final class Order {
    final int[] needs;
    final int[][] offersOfCategory;
    final int[][] needsOfCategory;
    final int[][] offersOfGiver;
    final int[][] needsOfReceiver;
    final int[][] offersOfSupply;
    final int[][] needsOfDemand;

    private Order(Board board, int[] offers, int[] needs) {
        this.needs = needs;
        offersOfCategory = Board.grouped(board.categories, offers, board::categoryOfOffer);
        needsOfCategory = Board.grouped(board.categories, needs, board::categoryOfNeed);
        offersOfGiver = Board.grouped(board.organizations, offers, board::giverOf);
        needsOfReceiver = Board.grouped(board.organizations, needs, board::receiverOf);
        offersOfSupply = Board.grouped(board.supplies, offers, offer -> board.supplyOf[offer]);
        needsOfDemand = Board.grouped(board.demands, needs, need -> board.demandOf[need]);
    }

    /** As drawn: the order that decides where counts are equal. */
    static Order ofLots(Board board) {
        return new Order(
                board,
                IntStream.range(0, board.offers.length).toArray(),
                IntStream.range(0, board.needs.length).toArray());
    }

    /** The scarcest first, so that what is left in the end is what is easy to place; finds a whole solution soonest. */
    static Order ofScarcity(Board board) {
        long[] supplied = new long[board.categories];
        long[] demanded = new long[board.categories];
        for (int supply = 0; supply < board.supplies; supply++) {
            supplied[board.suppliedCategory[supply]] += board.units[supply];
        }
        for (int demand = 0; demand < board.demands; demand++) {
            demanded[board.demandedCategory[demand]] += board.count[demand];
        }
        Comparator<Integer> byScarcity =
                Comparator.comparingLong(category -> Math.min(supplied[category], demanded[category]));
        int[] needs = IntStream.range(0, board.needs.length)
                .boxed()
                .sorted(Comparator.comparing(
                        board::categoryOfNeed, byScarcity.thenComparing(Comparator.naturalOrder())))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] offers = IntStream.range(0, board.offers.length)
                .boxed()
                .sorted(Comparator.comparing(
                        board::categoryOfOffer, byScarcity.thenComparing(Comparator.naturalOrder())))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Order(board, offers, needs);
    }
}
