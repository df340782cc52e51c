package org.sala.marketplace.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CheckerTest {
    private static final Market MARKET = Markets.of("A", "B", "C", "D", "E", "F", "G")
            .small("A")
            .offers("A", "x")
            .offers("B", "y")
            .offers("C", "z")
            .offers("D", "u")
            .offers("E", "v")
            .offers("F", "w", 1, false)
            .gives("G", "x")
            .needs("A", "y")
            .needs("A", "v")
            .needs("B", "x")
            .needs("C", "y")
            .needs("C", "x")
            .needs("A", "z")
            .needs("D", "z")
            .needs("E", "u")
            .needs("F", "v")
            .needs("G", "w")
            .market();
    private final Checker checker = new Checker(MARKET);

    @Test
    void aSwapARingAndAChainAreRight() {
        assertThat(faults(ring("A-x B+x", "B-y A+y"))).isEmpty();
        assertThat(faults(ring("A-x B+x", "B-y C+y", "C-z A+z"))).isEmpty();
        assertThat(faults(chain("G-x B+x", "B-y C+y", "C-z D+z", "D-u E+u", "E-v F+v")))
                .isEmpty();
    }

    @Test
    void lengthsAreHeld() {
        assertThat(faults(ring("A-x B+x"))).containsExactly("a ring has 1 legs; 2 to 4 are allowed");
        assertThat(faults(ring("A-x B+x", "B-y C+y", "C-z D+z", "D-u E+u", "E-v A+v")))
                .containsExactly("a ring has 5 legs; 2 to 4 are allowed");
        assertThat(faults(chain("G-x B+x", "B-y C+y", "C-z D+z", "D-u E+u", "E-v F+v", "F-w G+w")))
                .containsExactly("a chain has 6 legs; 1 to 5 are allowed");
    }

    @Test
    void aChainStartsFromAGiftAndComesNeverBack() {
        assertThat(faults(chain("A-x B+x"))).containsExactly("a chain starts from offer A-x, which is no gift");
        assertThat(faults(chain("G-x B+x", "B-y A+y", "A-x B+x")))
                .containsExactly("organization B is twice in one chain");
    }

    @Test
    void aRingIsClosedAndEachReceiverGivesOn() {
        assertThat(faults(ring("A-x B+x", "B-y C+y")))
                .containsExactly("the ring that begins with offer A-x is not closed");
        assertThat(faults(ring("A-x B+x", "C-z A+z"))).containsExactly("who has need B+x met does not give offer C-z");
    }

    @Test
    void categoriesAreTheSameAndWhatIsNamedIsThere() {
        assertThat(faults(chain("G-x C+y"))).containsExactly("offer G-x and need C+y are of different categories");
        assertThat(faults(chain("Q-x C+y"))).containsExactly("offer Q-x is not in the market");
        assertThat(faults(chain("G-x Q+y"))).containsExactly("need Q+y is not in the market");
    }

    @Test
    void noUnitAndNoNeedIsUsedTwice() {
        assertThat(faults(ring("A-x B+x", "B-y A+y"), ring("A-x C+x", "C-z A+z")))
                .containsExactly("offer A-x gives 2 units of 1");
        assertThat(faults(chain("G-x B+x"), ring("A-x B+x", "B-y A+y"))).containsExactly("need B+x is served twice");
    }

    @Test
    void whatASolutionSaysOfItselfIsCounted() {
        Solution right = Matching.solve(MARKET, new Seed("s"), Limits.ofSeconds(60));
        assertThat(checker.faults(right)).isEmpty();
        Counts more = new Counts(right.served().needs() + 1, right.served().organizations(), 1);
        assertThat(checker.faults(new Solution(
                        right.seed(), List.of(), right.exchanges(), more, new Proof.Optimal(more), right.unmatched())))
                .singleElement()
                .asString()
                .startsWith("it says that it serves");
        assertThat(checker.faults(new Solution(
                        right.seed(),
                        List.of(),
                        right.exchanges(),
                        right.served(),
                        new Proof.Optimal(more),
                        right.unmatched())))
                .containsExactly("it says that it is optimal, and its bound is another");
        assertThat(checker.faults(new Solution(
                        right.seed(),
                        List.of(),
                        right.exchanges(),
                        right.served(),
                        new Proof.Open(new Counts(0, 0, 0)),
                        right.unmatched())))
                .hasSize(1);
        assertThat(checker.faults(new Solution(
                        right.seed(),
                        List.of(),
                        right.exchanges(),
                        right.served(),
                        right.proof(),
                        List.of(new Unmatched(new NeedId("B+x"), new Reason.NobodyOffers())))))
                .hasSize(1);
    }

    private List<String> faults(Exchange... exchanges) {
        return checker.faultsOf(List.of(exchanges));
    }

    static Exchange ring(String... legs) {
        return new Exchange(Exchange.Kind.RING, legs(legs));
    }

    static Exchange chain(String... legs) {
        return new Exchange(Exchange.Kind.CHAIN, legs(legs));
    }

    private static List<Exchange.Leg> legs(String... legs) {
        return Stream.of(legs)
                .map(leg -> leg.split(" ", 2))
                .map(leg -> new Exchange.Leg(new OfferId(leg[0]), new NeedId(leg[1])))
                .toList();
    }
}
