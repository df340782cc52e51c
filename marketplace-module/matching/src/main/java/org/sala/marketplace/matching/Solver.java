package org.sala.marketplace.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the best exchanges of a market, given who has been served before. First the circulation says what could be served
 * at the most and, of that, which needs the lots prefer; a {@link Weaver} puts that together, and all is proved, for
 * nothing can surpass a bound that is reached. Only where the lengths of rings and chains stand in the way is every
 * solution tried, level by level (decision 0070).
 */
final class Solver {
    private static final int ROUNDS = 400;
    private static final int OTHER_WAYS = 8;

    private final Market market;
    private final Seed seed;
    private final Set<OrganizationId> servedBefore;
    private final Board board;
    private final Map<NeedId, Integer> number = new HashMap<>();
    private final Watch watch;
    private final Found found;

    private long bound;
    private long best;
    private List<Exchange> exchanges = List.of();
    private boolean countsProved;
    private boolean lotsProved;

    /** Told of what was found and of the bound, as worths. */
    interface Found {
        void better(long best, long bound);
    }

    Solver(Market market, Seed seed, Set<OrganizationId> servedBefore, Watch watch, Found found) {
        this.market = market;
        this.seed = seed;
        this.servedBefore = servedBefore;
        this.watch = watch;
        this.found = found;
        board = new Board(market, seed, servedBefore);
        for (int need = 0; need < board.needs.length; need++) {
            number.put(board.needs[need].id(), need);
        }
    }

    Board board() {
        return board;
    }

    long bound() {
        return bound;
    }

    boolean countsProved() {
        return countsProved;
    }

    boolean lotsProved() {
        return lotsProved;
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    void solve() {
        try {
            bound = everything();
            bound = new Circulation(board, board.count, new int[board.demands], watch).worth();
            found.better(best, bound);
            int[] most = board.count.clone();
            for (int way = 0; way < OTHER_WAYS && best < bound; way++) {
                Weaver weaver = weave(most, board.demandOf);
                if (way == 0 && weaver.over() == 0) {
                    lotsProved = true;
                }
                if (!avoidWhatIsOver(weaver, most)) {
                    break;
                }
            }
            if (best < bound) {
                searchForMore();
            }
            countsProved = true;
            if (!lotsProved) {
                hearTheLots();
                lotsProved = true;
            }
        } catch (Search.Stopped stopped) {
            // the best so far is the answer, and says so
        }
    }

    /** What all needs together are worth: a bound where there was no time for a better one. */
    private long everything() {
        boolean[] served = board.servedBefore.clone();
        long worth = board.needs.length * Worth.NEED;
        for (int organization : board.receiver) {
            worth += served[organization] ? 0 : Worth.ofOrganization(board.small[organization]);
            served[organization] = true;
        }
        return worth;
    }

    /** Weaves the needs that are preferred among those that could be served at the most, were length no matter. */
    private Weaver weave(int[] most, int[] demands) {
        Market part = new Market(market.organizations(), market.offers(), preferred(most, demands));
        Board partly = new Board(part, seed, servedBefore);
        long target = new Circulation(partly, partly.count, new int[partly.demands], watch).worth();
        Weaver weaver = new Weaver(partly, target, watch);
        try {
            weaver.weave(ROUNDS);
        } finally {
            keep(partly, weaver.best());
        }
        if (weaver.over() == 0 && target == best) {
            exchanges = named(partly, weaver.best());
        }
        return weaver;
    }

    private List<Market.Need> preferred(int[] most, int[] demands) {
        Circulation circulation = new Circulation(board, most, new int[board.demands], watch);
        circulation.aimAt(circulation.worth());
        int[] insisted = new int[board.demands];
        boolean[] refused = new boolean[board.demands];
        for (int demand : demands) {
            watch.look();
            if (refused[demand]) {
                continue;
            }
            int mark = circulation.mark();
            long worth = circulation.worth();
            if (insisted[demand] < most[demand] && circulation.insist(demand)) {
                insisted[demand]++;
            } else {
                circulation.undo(mark, worth);
                refused[demand] = true;
            }
        }
        List<Market.Need> preferred = new ArrayList<>();
        for (int need = 0; need < board.needs.length; need++) {
            if (insisted[board.demandOf[need]]-- > 0) {
                preferred.add(board.needs[need]);
            }
        }
        return preferred;
    }

    /** Lets go of needs that were left over, so that the circulation finds others; false where it is worth less then. */
    private boolean avoidWhatIsOver(Weaver weaver, int[] most) {
        int[] woven = new int[board.demands];
        for (Market.Need need : weaver.needs(true)) {
            woven[demandOf(need.id())]++;
        }
        for (Market.Need need : weaver.needs(false)) {
            int demand = demandOf(need.id());
            most[demand] = woven[demand];
        }
        return new Circulation(board, most, new int[board.demands], watch).worth() == bound;
    }

    private int demandOf(NeedId id) {
        Integer need = number.get(id);
        if (need == null) {
            throw new IllegalStateException("A need of another market");
        }
        return board.demandOf[need];
    }

    private void searchForMore() {
        Search search = new Search(board, Order.ofScarcity(board), board.count, new int[board.demands], watch);
        search.circulation.aimAt(best + 1);
        search.complete(0, () -> {
            keep(board, search.taken);
            search.circulation.aimAt(best + 1);
            return best == bound;
        });
        bound = best;
        found.better(best, bound);
    }

    /** Need after need as drawn: it is served where that leaves as many served, and what was granted before it. */
    private void hearTheLots() {
        int[] due = new int[board.demands];
        int[] most = board.count.clone();
        List<Integer> granted = new ArrayList<>();
        for (int need = 0; need < board.needs.length; need++) {
            int demand = board.demandOf[need];
            if (due[demand] == most[demand]) {
                continue;
            }
            due[demand]++;
            granted.add(demand);
            if (isServed(due)
                    || isWoven(most, due, granted)
                    || canServe(most, due, best + granted.size() * Worth.DUE)) {
                continue;
            }
            granted.removeLast();
            due[demand]--;
            most[demand] = due[demand];
            if (reaches(most) && weave(most, board.demandOf).over() == 0) {
                return;
            }
        }
    }

    /** Whether no more than the best could be served, were length no matter: then what can be woven is proved. */
    private boolean reaches(int[] most) {
        return new Circulation(board, most, new int[board.demands], watch).worth() == best;
    }

    /** Whether the best solution serves what is due. */
    private boolean isServed(int[] due) {
        int[] served = served();
        return IntStream.range(0, due.length).allMatch(demand -> served[demand] >= due[demand]);
    }

    /** Tries to weave what is due, and beside it as much as can be of what is served now. */
    private boolean isWoven(int[] most, int[] due, List<Integer> granted) {
        if (!reaches(most)) {
            return false;
        }
        int[] served = served();
        IntStream now = IntStream.range(0, board.demands)
                .flatMap(demand -> IntStream.range(due[demand], Math.max(due[demand], served[demand]))
                        .map(each -> demand));
        int[] wanted = IntStream.concat(
                        granted.stream().mapToInt(Integer::intValue),
                        IntStream.concat(now, IntStream.of(board.demandOf)))
                .toArray();
        return weave(most, wanted).over() == 0 && isServed(due);
    }

    private boolean canServe(int[] most, int[] due, long target) {
        Search search = new Search(board, Order.ofScarcity(board), most, due, watch);
        search.circulation.aimAt(target);
        return search.complete(0, () -> {
            exchanges = named(board, search.taken);
            return true;
        });
    }

    /** How many needs of each demand the best solution serves. */
    private int[] served() {
        int[] served = new int[board.demands];
        exchanges.forEach(exchange -> exchange.legs().forEach(leg -> served[demandOf(leg.need())]++));
        return served;
    }

    private void keep(Board of, List<Draft> drafts) {
        long worth = worth(of, drafts);
        if (worth > best) {
            best = worth;
            exchanges = named(of, drafts);
            found.better(best, bound);
        }
    }

    private static long worth(Board of, List<Draft> drafts) {
        long worth = 0;
        boolean[] served = of.servedBefore.clone();
        for (Draft draft : drafts) {
            for (int need : draft.needs()) {
                int receiver = of.receiverOf(need);
                worth += Worth.NEED + (served[receiver] ? 0 : Worth.ofOrganization(of.small[receiver]));
                served[receiver] = true;
            }
        }
        return worth;
    }

    /** By their ids. Of needs that are alike those drawn first are served; of offers that are alike, those drawn first give. */
    private static List<Exchange> named(Board of, List<Draft> drafts) {
        int[] lots = new int[of.offers.length];
        Arrays.setAll(lots, offer -> offer);
        int[][] offers = Board.grouped(of.supplies, lots, offer -> of.supplyOf[offer]);
        int[] drawn = new int[of.needs.length];
        Arrays.setAll(drawn, need -> need);
        int[][] needs = Board.grouped(of.demands, drawn, need -> of.demandOf[need]);
        int[] given = new int[of.offers.length];
        int[] met = new int[of.demands];
        record Listed(int firstNeed, Exchange exchange) {}
        List<Listed> listed = new ArrayList<>();
        for (Draft draft : drafts) {
            List<Exchange.Leg> legs = new ArrayList<>();
            int first = 0;
            int firstNeed = Integer.MAX_VALUE;
            for (int leg = 0; leg < draft.legs(); leg++) {
                int demand = of.demandOf[draft.needs()[leg]];
                int need = needs[demand][met[demand]++];
                if (need < firstNeed) {
                    firstNeed = need;
                    first = leg;
                }
                legs.add(new Exchange.Leg(
                        of.offers[next(offers[of.supplyOf[draft.offers()[leg]]], given, of)].id(),
                        of.needs[need].id()));
            }
            if (draft.ring()) {
                Collections.rotate(legs, -first);
            }
            listed.add(
                    new Listed(firstNeed, new Exchange(draft.ring() ? Exchange.Kind.RING : Exchange.Kind.CHAIN, legs)));
        }
        return listed.stream()
                .sorted(Comparator.comparingInt(Listed::firstNeed))
                .map(Listed::exchange)
                .toList();
    }

    private static int next(int[] alike, int[] given, Board of) {
        for (int offer : alike) {
            if (given[offer] < of.offers[offer].units()) {
                given[offer]++;
                return offer;
            }
        }
        throw new IllegalStateException("More legs than units");
    }
}
