package org.sala.marketplace.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    @Test
    void nobodyElseOffersIt() {
        assertThat(why(Markets.of("A", "B").offers("A", "x").needs("A", "x").needs("A", "y"), "A+x"))
                .isEqualTo(new Reason.NobodyOffers());
    }

    @Test
    void whoOffersItNeedsNothingThatIsOffered() {
        Markets markets = Markets.of("A", "B", "C")
                .offers("A", "x")
                .offers("C", "x")
                .offers("B", "y")
                .needs("B", "x")
                .needs("A", "x")
                .needs("C", "q");
        // A needs x, which C offers: it could be given something
        assertThat(why(markets, "B+x")).isEqualTo(new Reason.OutOfReach(organizations("A", "C")));
        assertThat(why(markets, "A+x")).isEqualTo(new Reason.GiversNeedNothing(organizations("C")));
    }

    @Test
    void aRingOfFiveIsTooLong() {
        Markets markets = Markets.of("A", "B", "C", "D", "E");
        ring(markets, "A", "B", "C", "D", "E");
        assertThat(why(markets, "A+e")).isEqualTo(new Reason.OutOfReach(organizations("E")));
        Markets shorter = Markets.of("A", "B", "C", "D");
        ring(shorter, "A", "B", "C", "D");
        assertThat(Matching.solve(shorter.market(), new Seed("s"), Limits.ofSeconds(60))
                        .unmatched())
                .isEmpty();
    }

    @Test
    void aGiversOwnChainDoesNotLeadBackToIt() {
        // A's gift reaches B, B gives to A; A's other offer would reach C only over A itself
        Markets markets = Markets.of("A", "B", "C")
                .gives("A", "x")
                .offers("A", "z")
                .needs("B", "x")
                .needs("C", "z");
        assertThat(why(markets, "C+z")).isEqualTo(new Reason.GiversNeedNothing(organizations("A")));
    }

    @Test
    void itsUnitsServeOthers() {
        Markets markets =
                Markets.of("A", "B", "C").gives("A", "x").needs("B", "x").needs("C", "x");
        Solution solution = Matching.solve(markets.market(), new Seed("s"), Limits.ofSeconds(60));
        NeedId served = solution.exchanges().getFirst().legs().getFirst().need();
        assertThat(solution.unmatched())
                .singleElement()
                .extracting(Unmatched::because)
                .isEqualTo(new Reason.LostTo(List.of(new Reason.Taken(new OfferId("A-x"), List.of(served)))));
    }

    @Test
    void servingItWouldServeFewer() {
        // B gives y once: to A, which closes nothing, or to C and D in a ring
        Markets markets = Markets.of("A", "B", "C", "D")
                .offers("A", "x", 2, false)
                .offers("B", "y")
                .offers("C", "z")
                .offers("D", "x")
                .needs("A", "y")
                .needs("B", "x")
                .needs("C", "y")
                .needs("D", "z");
        Solution solution = Matching.solve(markets.market(), new Seed("s"), Limits.ofSeconds(60));
        assertThat(solution.served().needs()).isEqualTo(3);
        assertThat(why(markets, "A+y"))
                .isEqualTo(
                        new Reason.LostTo(List.of(new Reason.Taken(new OfferId("B-y"), List.of(new NeedId("C+y"))))));
    }

    @Test
    void unitsAreLeftButGivingThemTakesAwayElsewhere() {
        // A may give x to B or to C, for it is given one thing only, and its two units of x don't help
        Markets markets = Markets.of("A", "B", "C")
                .offers("A", "x", 2, false)
                .offers("B", "y")
                .offers("C", "y")
                .needs("A", "y")
                .needs("B", "x")
                .needs("C", "x");
        Solution solution = Matching.solve(markets.market(), new Seed("s"), Limits.ofSeconds(60));
        assertThat(solution.served()).isEqualTo(new Counts(2, 2, 0));
        assertThat(solution.unmatched())
                .singleElement()
                .extracting(Unmatched::because)
                .isEqualTo(new Reason.Outweighed(new Counts(2, 2, 0)));
    }

    private static void ring(Markets markets, String... organizations) {
        for (int i = 0; i < organizations.length; i++) {
            String category = organizations[i].toLowerCase(java.util.Locale.ROOT);
            markets.offers(organizations[i], category).needs(organizations[(i + 1) % organizations.length], category);
        }
    }

    private static Reason why(Markets markets, String need) {
        return Matching.solve(markets.market(), new Seed("s"), Limits.ofSeconds(60)).unmatched().stream()
                .filter(unmatched -> unmatched.need().equals(new NeedId(need)))
                .map(Unmatched::because)
                .findFirst()
                .orElseThrow();
    }

    private static List<OrganizationId> organizations(String... ids) {
        return Stream.of(ids).map(OrganizationId::new).toList();
    }
}
