package org.sala.marketplace.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Which swaps, rings and gift-started chains serve the most needs; among those sets, serve the most organisations; then
 * the most small ones; then the needs that were drawn first by the seed, one after the other.
 *
 * <p>A leg joins an offer and a need of the same category and of two different organisations, uses one unit of the offer
 * and serves the need. A ring has two to four legs, each receiver being the next giver, and the last gives to the first. A
 * chain has one to five; only its first offer has to be a gift, and its last receiver gives nothing. All organisations of
 * an exchange differ; an organisation may be in several. Each need is served once at the most, and no offer beyond its
 * units. Any offer of a ring, and any later one of a chain, may be a gift or not.
 *
 * <p>The same market and seed have the same answer, whatever the order of the lists and however fast the machine, unless
 * the time limit or an onlooker ended the search: then the {@link Proof} is not {@link Proof.Optimal}.
 */
public final class Matching {
    /** Searches that try everything go as deep as there are needs. */
    private static final long STACK_BYTES = 256L << 20;

    private Matching() {}

    public static Solution solve(Market market, Seed seed, Limits limits) {
        return solve(market, seed, limits, Onlooker.NONE);
    }

    /** Blocks until the optimum is proved, the time is over, the onlooker has seen enough, or the thread is interrupted. */
    public static Solution solve(Market market, Seed seed, Limits limits, Onlooker onlooker) {
        return repair(market, List.of(), seed, limits, onlooker);
    }

    /**
     * After parties withdrew: keeps as many agreed exchanges as can be, then serves the most with the rest.
     *
     * <p>An agreed exchange is kept whole or not at all. One that lost an offer, a need or an organisation is dissolved,
     * and what is left of it is free again. Where units became fewer than were agreed, those exchanges are dissolved that
     * leave the most exchanges, then the most needs served, then the needs drawn first.
     *
     * @param market what is open now, with everything that agreed exchanges use and that is still there
     * @param agreed exchanges as they were agreed; what they name may be gone
     * @throws MarketRefused where an agreed exchange is none, or two serve the same need
     */
    public static Solution repair(Market market, List<Exchange> agreed, Seed seed, Limits limits, Onlooker onlooker) {
        Stopwatch stopwatch = new Stopwatch(limits, onlooker);
        FutureTask<Solution> search = new FutureTask<>(() -> run(market, agreed, seed, stopwatch, onlooker));
        new Thread(null, search, "matching", STACK_BYTES).start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return search.get();
                } catch (InterruptedException asked) {
                    interrupted = true;
                    stopwatch.stop();
                }
            }
        } catch (ExecutionException wrong) {
            throw wrong.getCause() instanceof MarketRefused refused
                    ? new MarketRefused(refused)
                    : new IllegalStateException(wrong.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Solution run(Market market, List<Exchange> agreed, Seed seed, Watch watch, Onlooker onlooker) {
        Agreement agreement = new Agreement(market, agreed, seed, watch);
        List<Exchange> kept = agreement.kept();
        Checker checker = new Checker(market);
        Counts before = checker.count(kept);
        Set<OrganizationId> served = new HashSet<>();
        Map<NeedId, OrganizationId> whose = new HashMap<>();
        market.needs().forEach(need -> whose.put(need.id(), need.organization()));
        kept.forEach(exchange -> exchange.legs().forEach(leg -> {
            OrganizationId receiver = whose.get(leg.need());
            if (receiver != null) {
                served.add(receiver);
            }
        }));
        Solver solver = new Solver(
                agreement.rest(market),
                seed,
                served,
                watch,
                (best, bound) -> onlooker.progressed(new Progress(
                        Worth.counts(best).plus(before), Worth.counts(bound).plus(before))));
        solver.solve();
        List<Exchange> all = new ArrayList<>(kept);
        all.addAll(solver.exchanges());
        Counts bound = Worth.counts(solver.bound()).plus(before);
        boolean proved = agreement.proved() && solver.countsProved();
        Proof proof;
        if (!proved) {
            proof = new Proof.Open(bound);
        } else if (solver.lotsProved()) {
            proof = new Proof.Optimal(bound);
        } else {
            proof = new Proof.CountsOptimal(bound);
        }
        List<Unmatched> unmatched = new Reasons(market, seed, all, proved).of(solver.board(), before);
        return new Solution(seed, kept, solver.exchanges(), checker.count(all), proof, unmatched);
    }
}
