package org.sala.marketplace;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.MatchingWorkbench;
import org.sala.marketplace.api.MatchingWorkbench.Question;
import org.sala.marketplace.api.MatchingWorkbench.Repair;
import org.sala.marketplace.api.MatchingWorkbench.Run;
import org.sala.marketplace.api.MatchingWorkbench.Served;
import org.sala.marketplace.api.MatchingWorkbench.State;
import org.sala.marketplace.api.MatchingWorkbench.Unserved;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.matching.Exchange;
import org.sala.marketplace.matching.Limits;
import org.sala.marketplace.matching.Matching;
import org.sala.marketplace.matching.Onlooker;
import org.sala.marketplace.matching.Progress;
import org.sala.marketplace.matching.Proof;
import org.sala.marketplace.matching.Seed;
import org.sala.marketplace.matching.Solution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One search for the best exchanges, on a thread of its own; whoever looks sees how far it is. */
final class MatchingRun implements Onlooker {

    private static final Logger LOG = LoggerFactory.getLogger(MatchingRun.class);

    private final OpenMarket market;
    private final List<Exchange> agreed;
    private final Clock clock;
    private volatile Run seen;
    private volatile boolean stopped;

    /** Over what is open. */
    MatchingRun(SummitId summit, OpenMarket market, String seed, Clock clock) {
        this(summit, market, List.of(), null, seed, clock);
    }

    /** Over what is open when what can't be kept of the agreed trades is gone. */
    MatchingRun(SummitId summit, Withdrawal withdrawal, String seed, Clock clock) {
        this(summit, withdrawal.market(), withdrawal.agreed(), withdrawal.repair(), seed, clock);
    }

    private MatchingRun(
            SummitId summit,
            OpenMarket market,
            List<Exchange> agreed,
            @Nullable Repair repair,
            String seed,
            Clock clock) {
        this.market = market;
        this.agreed = agreed;
        this.clock = clock;
        var needs = market.market().needs().size();
        this.seen = new Run(
                UUID.randomUUID(),
                summit,
                seed,
                clock.instant(),
                null,
                State.SEARCHING,
                needs,
                market.market().offers().size(),
                Served.NONE,
                new Served(needs, needs, needs),
                List.of(),
                List.of(),
                repair);
    }

    void begin(int seconds) {
        Thread.ofVirtual().name("matching-run").start(() -> search(seconds));
    }

    void stop() {
        stopped = true;
    }

    Run seen() {
        return seen;
    }

    Question question() {
        return market.question(seen.seed(), agreed);
    }

    private void search(int seconds) {
        try {
            ended(Matching.repair(market.market(), agreed, new Seed(seen.seed()), Limits.ofSeconds(seconds), this));
        } catch (RuntimeException broken) {
            LOG.error("Matching run {} broke", seen.run(), broken);
            seen = with(seen, clock.instant(), State.FAILED, seen.best(), seen.bound(), List.of(), List.of());
        }
    }

    private void ended(Solution solution) {
        seen = with(
                seen,
                clock.instant(),
                switch (solution.proof()) {
                    case Proof.Optimal _ -> State.OPTIMAL;
                    case Proof.CountsOptimal _ -> State.COUNTS_OPTIMAL;
                    case Proof.Open _ -> State.STOPPED;
                },
                OpenMarket.served(solution.served()),
                OpenMarket.served(solution.proof().bound()),
                market.exchanges(seen.run(), solution),
                market.unserved(solution));
    }

    @Override
    public void progressed(Progress progress) {
        seen = with(
                seen,
                null,
                State.SEARCHING,
                OpenMarket.served(progress.best()),
                OpenMarket.served(progress.bound()),
                List.of(),
                List.of());
    }

    @Override
    public boolean hasSeenEnough() {
        return stopped;
    }

    private static Run with(
            Run run,
            @Nullable Instant ended,
            State state,
            Served best,
            Served bound,
            List<MatchingWorkbench.Exchange> exchanges,
            List<Unserved> unserved) {
        return new Run(
                run.run(),
                run.summit(),
                run.seed(),
                run.begun(),
                ended,
                state,
                run.needs(),
                run.offers(),
                best,
                bound,
                exchanges,
                unserved,
                run.repair());
    }
}
