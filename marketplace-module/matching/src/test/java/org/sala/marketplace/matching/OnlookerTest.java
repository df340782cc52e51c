package org.sala.marketplace.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OnlookerTest {
    private static final Limits LONG = Limits.ofSeconds(600);
    private static final Seed SEED = new Seed("seen");

    @Test
    void whoLooksOnSeesTheBestRiseToTheBound() {
        List<Progress> seen = new ArrayList<>();
        Solution solution = Matching.solve(Markets.summit(40, 25, 0.2, new Random(3)), SEED, LONG, new Onlooker() {
            @Override
            public void progressed(Progress progress) {
                seen.add(progress);
            }
        });
        assertThat(seen.getFirst().best()).isEqualTo(new Counts(0, 0, 0));
        assertThat(seen).allMatch(progress -> Counts.ORDER.compare(progress.best(), progress.bound()) <= 0);
        assertThat(seen.getLast())
                .isEqualTo(new Progress(solution.served(), solution.proof().bound()));
    }

    @Test
    void whoHasSeenEnoughIsGivenTheBestSoFar() {
        Market market = Markets.summit(120, 25, 0.2, new Random(3));
        boolean[] found = {false};
        Solution solution = Matching.solve(market, SEED, LONG, new Onlooker() {
            private int asked;

            @Override
            public boolean hasSeenEnough() {
                found[0] |= ++asked > 1_700;
                return found[0];
            }
        });
        assertThat(found[0]).isTrue();
        assertThat(solution.exchanges()).isNotEmpty();
        assertThat(solution.proof()).isInstanceOf(Proof.Open.class);
        assertThat(new Checker(market).faults(solution)).isEmpty();
        assertThat(solution.unmatched()).anyMatch(unmatched -> unmatched.because() instanceof Reason.Undecided);
    }

    @Test
    void whoHasSeenEnoughAtOnceIsGivenNothingAndABoundThatHolds() {
        Market market = Markets.summit(40, 25, 0.2, new Random(3));
        Solution solution = Matching.solve(market, SEED, LONG, new Onlooker() {
            @Override
            public boolean hasSeenEnough() {
                return true;
            }
        });
        assertThat(solution.exchanges()).isEmpty();
        assertThat(solution.proof().bound().needs()).isEqualTo(market.needs().size());
        assertThat(new Checker(market).faults(solution)).isEmpty();
    }

    @Test
    void anInterruptEndsTheSearchAndIsKept() {
        Market market = Markets.summit(40, 25, 0.2, new Random(3));
        Thread.currentThread().interrupt();
        Solution solution = Matching.solve(market, SEED, LONG);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(new Checker(market).faults(solution)).isEmpty();
    }

    @Test
    void anEmptyMarketHasAnEmptySolution() {
        Solution solution = Matching.solve(new Market(List.of(), List.of(), List.of()), SEED, LONG);
        assertThat(solution.exchanges()).isEmpty();
        assertThat(solution.proof()).isEqualTo(new Proof.Optimal(new Counts(0, 0, 0)));
    }

    @Test
    void whatIsTooMuchOrTooLittleIsRefused() {
        List<Market.Organization> many = new ArrayList<>();
        for (int i = 0; i <= Market.MOST; i++) {
            many.add(new Market.Organization(new OrganizationId("o" + i), false));
        }
        assertThatThrownBy(() -> new Market(many, List.of(), List.of()))
                .isInstanceOf(MarketRefused.class)
                .hasMessage("3001 organizations; 3000 are allowed");
        assertThatThrownBy(() -> new Limits(Duration.ZERO)).isInstanceOf(MarketRefused.class);
    }
}
