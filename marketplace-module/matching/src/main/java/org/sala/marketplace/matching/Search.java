package org.sala.marketplace.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decides need after need: served by which exchange, or by none. An exchange that leaves less than the target to be
 * reached, by the {@link Circulation}, is not taken. All exchanges that may serve a need are tried in a fixed order, so a
 * search that comes to its end has proved that there is no other solution than those it came by.
 */
final class Search {
    /** What is done with a candidate that the bound lets pass; it is applied while this is asked. */
    interface Candidate {
        /** Whether to stop here, and leave it applied. */
        boolean accept();
    }

    /** Time is over, or somebody wants to stop. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super(null, null, false, false);
        }
    }

    private final Board board;
    final Circulation circulation;
    private final Watch watch;

    private final int[] left;
    private final boolean[] open;
    private final boolean[] closed;
    final List<Draft> taken = new ArrayList<>();

    private final Order order;
    private long effort;
    private long allowed = Long.MAX_VALUE;

    // the exchange that is being put together
    private final int[] offers = new int[Exchange.LONGEST_CHAIN];
    private final int[] needs = new int[Exchange.LONGEST_CHAIN];
    private final int[] parties = new int[Exchange.LONGEST_CHAIN + 1];
    private final int[] supplyNumbers = new int[Exchange.LONGEST_CHAIN];
    private final int[] demandNumbers = new int[Exchange.LONGEST_CHAIN];

    Search(Board board, Order order, int[] most, int[] due, Watch watch) {
        this.board = board;
        this.order = order;
        this.watch = watch;
        circulation = new Circulation(board, most, due, watch);
        left = new int[board.offers.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = board.offers[i].units();
        }
        open = new boolean[board.needs.length];
        Arrays.fill(open, true);
        closed = new boolean[board.demands];
    }

    /** The next need to decide from a place in the order; the order's length where there is none. */
    private int next(int from) {
        int at = from;
        while (at < order.needs.length && (!open[order.needs[at]] || closed[board.demandOf[order.needs[at]]])) {
            at++;
        }
        return at;
    }

    /**
     * Tries every whole solution that reaches the target.
     *
     * @return whether one was accepted; it is left in {@link #taken}
     * @throws Stopped by the watch
     */
    boolean complete(int from, Candidate solution) {
        if (circulation.slack() < 0) {
            return false;
        }
        int at = next(from);
        if (at == order.needs.length) {
            return solution.accept();
        }
        int need = order.needs[at];
        if (serve(need, () -> complete(at + 1, solution))) {
            return true;
        }
        int demand = board.demandOf[need];
        int mark = circulation.mark();
        long worth = circulation.worth();
        closed[demand] = true;
        if (circulation.close(demand) && complete(at + 1, solution)) {
            return true;
        }
        circulation.undo(mark, worth);
        closed[demand] = false;
        return false;
    }

    /** Tries every exchange that serves a need, in the order in which they are preferred, until one is accepted. */
    boolean serve(int need, Candidate then) {
        for (int legs = 1; legs <= Exchange.LONGEST_CHAIN && effort <= allowed; legs++) {
            if (legs >= Exchange.SHORTEST_RING && legs <= Exchange.LONGEST_RING && rings(need, legs, then)) {
                return true;
            }
            for (int place = 0; place < legs; place++) {
                if (chains(need, legs, place, then)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean rings(int need, int legs, Candidate then) {
        int receiver = board.receiverOf(need);
        needs[0] = need;
        parties[1] = receiver;
        for (int offer : order.offersOfCategory[board.categoryOfNeed(need)]) {
            int giver = board.giverOf(offer);
            if (giver != receiver && isNext(offer) && pays(offer, need)) {
                offers[0] = offer;
                parties[0] = giver;
                if (ringOn(1, legs, isGift(offer) ? 1 : 0, then)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean ringOn(int leg, int legs, int gifts, Candidate then) {
        if (leg == legs) {
            return tryOut(true, legs, then);
        }
        boolean last = leg + 1 == legs;
        for (int offer : order.offersOfGiver[parties[leg]]) {
            // with two gifts it would be two chains, each of them shorter
            if (!isNext(offer) || (isGift(offer) && gifts == 1)) {
                continue;
            }
            int category = board.categoryOfOffer(offer);
            int[] candidates = last ? order.needsOfReceiver[parties[0]] : order.needsOfCategory[category];
            for (int need : candidates) {
                if (isOver()) {
                    return false;
                }
                int receiver = board.receiverOf(need);
                if (!(last ? board.categoryOfNeed(need) == category : isNew(receiver, 0, leg))
                        || !isNextNeed(need)
                        || !pays(offer, need)) {
                    continue;
                }
                offers[leg] = offer;
                needs[leg] = need;
                parties[leg + 1] = receiver;
                if (ringOn(leg + 1, legs, gifts + (isGift(offer) ? 1 : 0), then)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Chains in which the need is served by the leg at a place, put together from there to the gift, then to the end. */
    private boolean chains(int need, int legs, int place, Candidate then) {
        needs[place] = need;
        parties[place + 1] = board.receiverOf(need);
        return chainBack(place, place, legs, then);
    }

    private boolean chainBack(int leg, int place, int legs, Candidate then) {
        int need = needs[leg];
        for (int offer : order.offersOfCategory[board.categoryOfNeed(need)]) {
            if (isOver()) {
                return false;
            }
            int giver = board.giverOf(offer);
            // a gift later on would start a chain of its own, and both be shorter
            if (isGift(offer) != (leg == 0)
                    || !isNew(giver, leg + 1, place + 1)
                    || !isNext(offer)
                    || !pays(offer, need)) {
                continue;
            }
            offers[leg] = offer;
            parties[leg] = giver;
            if (leg == 0) {
                if (chainOn(place + 1, legs, then)) {
                    return true;
                }
                continue;
            }
            for (int before : order.needsOfReceiver[giver]) {
                if (isNextNeed(before)) {
                    needs[leg - 1] = before;
                    if (chainBack(leg - 1, place, legs, then)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean chainOn(int leg, int legs, Candidate then) {
        if (leg == legs) {
            return tryOut(false, legs, then);
        }
        for (int offer : order.offersOfGiver[parties[leg]]) {
            if (!isNext(offer) || isGift(offer)) {
                continue;
            }
            for (int need : order.needsOfCategory[board.categoryOfOffer(offer)]) {
                if (isOver()) {
                    return false;
                }
                int receiver = board.receiverOf(need);
                if (!isNew(receiver, 0, leg) || !isNextNeed(need) || !pays(offer, need)) {
                    continue;
                }
                offers[leg] = offer;
                needs[leg] = need;
                parties[leg + 1] = receiver;
                if (chainOn(leg + 1, legs, then)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean tryOut(boolean ring, int legs, Candidate then) {
        if (isOver()) {
            return false;
        }
        Draft draft = new Draft(ring, Arrays.copyOf(offers, legs), Arrays.copyOf(needs, legs));
        int[] party = Arrays.copyOf(parties, legs + 1);
        int mark = circulation.mark();
        long worth = circulation.worth();
        if (take(draft) && then.accept()) {
            return true;
        }
        putBack(draft, mark, worth);
        System.arraycopy(draft.offers(), 0, offers, 0, legs);
        System.arraycopy(draft.needs(), 0, needs, 0, legs);
        System.arraycopy(party, 0, parties, 0, legs + 1);
        return false;
    }

    /** Applies an exchange; where the answer is false it must be put back. */
    boolean take(Draft draft) {
        taken.add(draft);
        for (int leg = 0; leg < draft.legs(); leg++) {
            left[draft.offers()[leg]]--;
            open[draft.needs()[leg]] = false;
            supplyNumbers[leg] = board.supplyOf[draft.offers()[leg]];
            demandNumbers[leg] = board.demandOf[draft.needs()[leg]];
        }
        return circulation.take(draft.ring(), supplyNumbers, demandNumbers, draft.legs());
    }

    void putBack(Draft draft, int mark, long worth) {
        taken.removeLast();
        for (int leg = 0; leg < draft.legs(); leg++) {
            left[draft.offers()[leg]]++;
            open[draft.needs()[leg]] = true;
        }
        circulation.undo(mark, worth);
    }

    private boolean isGift(int offer) {
        return board.gift[board.supplyOf[offer]];
    }

    private boolean isNew(int party, int from, int to) {
        for (int i = from; i <= to; i++) {
            if (parties[i] == party) {
                return false;
            }
        }
        return true;
    }

    /** Of offers that are alike, only the first that has units left is tried. */
    private boolean isNext(int offer) {
        if (left[offer] == 0) {
            return false;
        }
        for (int alike : order.offersOfSupply[board.supplyOf[offer]]) {
            if (left[alike] > 0) {
                return alike == offer;
            }
        }
        return false;
    }

    private boolean isNextNeed(int need) {
        int demand = board.demandOf[need];
        if (!open[need] || closed[demand]) {
            return false;
        }
        for (int alike : order.needsOfDemand[demand]) {
            if (open[alike]) {
                return alike == need;
            }
        }
        return false;
    }

    private boolean pays(int offer, int need) {
        return circulation.price(board.supplyOf[offer], board.demandOf[need]) <= circulation.slack();
    }

    boolean isOpen(int need) {
        return open[need];
    }

    /** How many more steps {@link #serve} may go; one that ends by this has proved nothing. */
    void allow(long more) {
        allowed = effort + more;
    }

    boolean ranOut() {
        return effort > allowed;
    }

    private boolean isOver() {
        if ((++effort & 0x3f) == 0) {
            watch.look();
        }
        return effort > allowed;
    }
}
