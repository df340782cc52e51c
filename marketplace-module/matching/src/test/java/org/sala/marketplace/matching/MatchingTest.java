package org.sala.marketplace.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final Limits LONG = Limits.ofSeconds(600);

    @Test
    void aThousandSmallMarketsAreSolvedAsByBruteForce() {
        for (int i = 0; i < 1_000; i++) {
            Market market = Markets.small(new Random(i));
            Seed seed = new Seed("lots " + i);
            Solution solution = Matching.solve(market, seed, LONG);
            BruteForce brute = new BruteForce(market, seed);
            assertThat(new Checker(market).faults(solution)).as("market %d", i).isEmpty();
            assertThat(solution.proof()).as("market %d", i).isInstanceOf(Proof.Optimal.class);
            assertThat(solution.served()).as("market %d", i).isEqualTo(brute.best());
            assertThat(served(solution)).as("market %d", i).isEqualTo(brute.served());
        }
    }

    @Test
    void theOrderOfTheListsMeansNothing() {
        for (int i = 0; i < 20; i++) {
            Market market = Markets.summit(30, 12, 0.2, new Random(i));
            List<Market.Organization> organizations = new ArrayList<>(market.organizations());
            List<Market.Offer> offers = new ArrayList<>(market.offers());
            List<Market.Need> needs = new ArrayList<>(market.needs());
            Random random = new Random(i);
            Collections.shuffle(organizations, random);
            Collections.shuffle(offers, random);
            Collections.shuffle(needs, random);
            Seed seed = new Seed("once");
            assertThat(Matching.solve(new Market(organizations, offers, needs), seed, LONG))
                    .isEqualTo(Matching.solve(market, seed, LONG));
        }
    }

    @Test
    void aSummitIsSolvedToTheProof() {
        Market market = Markets.summit(120, 25, 0.2, new Random(1));
        Solution solution = Matching.solve(market, new Seed("summit"), LONG);
        assertThat(solution.proof()).isInstanceOf(Proof.Optimal.class);
        assertThat(new Checker(market).faults(solution)).isEmpty();
    }

    @Test
    void exchangesAreListedAsTheirNeedsWereDrawn() {
        Seed seed = new Seed("drawn");
        Solution solution = Matching.solve(Markets.summit(40, 25, 0.2, new Random(1)), seed, LONG);
        assertThat(solution.exchanges())
                .extracting(exchange -> exchange.legs().stream()
                        .map(leg -> seed.lot(leg.need()))
                        .min(String::compareTo)
                        .orElseThrow())
                .isSorted();
        assertThat(solution.exchanges())
                .filteredOn(exchange -> exchange.kind() == Exchange.Kind.RING)
                .isNotEmpty()
                .allSatisfy(ring -> assertThat(seed.lot(ring.legs().getFirst().need()))
                        .isEqualTo(ring.legs().stream()
                                .map(leg -> seed.lot(leg.need()))
                                .min(String::compareTo)
                                .orElseThrow()));
    }

    static Set<NeedId> served(Solution solution) {
        return solution.exchanges().stream()
                .flatMap(exchange -> exchange.legs().stream())
                .map(Exchange.Leg::need)
                .collect(Collectors.toSet());
    }
}
