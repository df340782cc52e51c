package org.sala.marketplace.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepairTest {
    private static final Limits LONG = Limits.ofSeconds(600);
    private static final Seed SEED = new Seed("repair");

    @Test
    void whatIsNotTouchedStaysWhole() {
        for (int i = 0; i < 20; i++) {
            Market market = Markets.summit(30, 12, 0.2, new Random(i));
            Solution before = Matching.solve(market, SEED, LONG);
            Market after = without(market, Set.of(new OrganizationId("o3"), new OrganizationId("o17")));
            Solution repaired = Matching.repair(after, before.exchanges(), SEED, LONG, Onlooker.NONE);
            Map<NeedId, Market.Need> needs = new HashMap<>();
            after.needs().forEach(need -> needs.put(need.id(), need));
            Set<OfferId> offers = new HashSet<>();
            after.offers().forEach(offer -> offers.add(offer.id()));
            List<Exchange> untouched = before.exchanges().stream()
                    .filter(exchange -> exchange.legs().stream()
                            .allMatch(leg -> needs.containsKey(leg.need()) && offers.contains(leg.offer())))
                    .toList();
            assertThat(repaired.kept()).containsExactlyInAnyOrderElementsOf(untouched);
            assertThat(new Checker(after).faults(repaired)).isEmpty();
            assertThat(repaired.proof()).isInstanceOf(Proof.Optimal.class);
        }
    }

    @Test
    void aBrokenRingsPartsAreFreeAgain() {
        Market market = Markets.of("A", "B", "D")
                .offers("A", "a")
                .offers("B", "b")
                .needs("B", "a")
                .needs("A", "b")
                .offers("D", "d")
                .market();
        Exchange ring = CheckerTest.ring("A-a B+a", "B-b C+b", "C-c A+c");
        Solution repaired = Matching.repair(market, List.of(ring), SEED, LONG, Onlooker.NONE);
        assertThat(repaired.kept()).isEmpty();
        assertThat(repaired.served()).isEqualTo(new Counts(2, 2, 0));
    }

    @Test
    void whereUnitsBecameFewerAsManyAsCanBeAreKept() {
        Market market = Markets.of("A", "B", "C", "D", "E")
                .offers("A", "x", 2, true)
                .gives("B", "y")
                .needs("C", "x")
                .needs("D", "x")
                .needs("E", "x")
                .needs("E", "y")
                .market();
        List<Exchange> agreed = List.of(
                CheckerTest.chain("A-x C+x"),
                CheckerTest.chain("A-x D+x"),
                CheckerTest.chain("A-x E+x"),
                CheckerTest.chain("B-y E+y"));
        Solution repaired = Matching.repair(market, agreed, SEED, LONG, Onlooker.NONE);
        assertThat(repaired.kept()).hasSize(3).contains(CheckerTest.chain("B-y E+y"));
        assertThat(repaired.exchanges()).isEmpty();
    }

    @Test
    void keptExchangesAreCountedAndNothingIsPromisedTwice() {
        Market market = Markets.of("A", "B", "C")
                .small("C")
                .gives("A", "x")
                .offers("A", "y", 1, true)
                .needs("B", "x")
                .needs("B", "y")
                .needs("C", "y")
                .market();
        Solution repaired = Matching.repair(market, List.of(CheckerTest.chain("A-x B+x")), SEED, LONG, Onlooker.NONE);
        // B has been served, so that C comes first for what is left
        assertThat(repaired.exchanges()).containsExactly(CheckerTest.chain("A-y C+y"));
        assertThat(repaired.served()).isEqualTo(new Counts(2, 2, 1));
    }

    @Test
    void whatWasNeverAnExchangeIsRefused() {
        Market market = Markets.of("A", "B").offers("A", "x").needs("B", "x").market();
        assertThatThrownBy(
                        () -> Matching.repair(market, List.of(CheckerTest.chain("A-x B+x")), SEED, LONG, Onlooker.NONE))
                .isInstanceOf(MarketRefused.class)
                .hasMessage("what was agreed is no exchange: a chain starts from offer A-x, which is no gift");
    }

    private static Market without(Market market, Set<OrganizationId> gone) {
        return new Market(
                market.organizations().stream()
                        .filter(organization -> !gone.contains(organization.id()))
                        .toList(),
                market.offers().stream()
                        .filter(offer -> !gone.contains(offer.organization()))
                        .toList(),
                market.needs().stream()
                        .filter(need -> !gone.contains(need.organization()))
                        .toList());
    }
}
