package org.sala.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.marketplace.Summit.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.Round;

/** Whoever takes part, however many rounds: everybody meets somebody new, and first whom they can give something. */
class RoundsPlannerTest {

    @Property(tries = 200)
    void nobodyMeetsTwiceAndNobodyIsLeftOver(
            @ForAll @IntRange(min = 2, max = 25) int organizations,
            @ForAll @IntRange(min = 1, max = 13) int asked,
            @ForAll long seed) {
        var rounds = Math.min(asked, (organizations + 1) / 2);
        var all = all(organizations);
        var plan = RoundsPlanner.plan(all, giving(all, new Random(seed)), Set.of(), rounds);

        assertThat(plan).extracting(Round::number).containsExactlyElementsOf(numbers(rounds));
        var paired = new HashSet<FloorState.Two>();
        var paused = new HashSet<OrganizationId>();
        for (var round : plan) {
            var seated = new HashSet<OrganizationId>();
            for (var pair : round.pairs()) {
                assertThat(seated.add(pair.one())).isTrue();
                assertThat(seated.add(pair.other())).isTrue();
                assertThat(paired.add(FloorState.Two.of(pair.one(), pair.other())))
                        .as("meet for the first time")
                        .isTrue();
            }
            assertThat(round.pausing()).hasSize(organizations % 2);
            round.pausing().forEach(one -> {
                assertThat(seated.add(one)).isTrue();
                assertThat(paused.add(one)).as("pauses for the first time").isTrue();
            });
            assertThat(seated).isEqualTo(all);
        }
    }

    /** The first round is worth as much as the best of all rounds that there could be. */
    @Property(tries = 100)
    void theFirstRoundIsTheBestThatThereIs(@ForAll @IntRange(min = 2, max = 7) int half, @ForAll long seed) {
        var all = all(Math.min(8, half * 2));
        var giving = giving(all, new Random(seed));
        var first = RoundsPlanner.plan(all, giving, Set.of(), 1).getFirst();
        var worth = first.pairs().stream()
                .mapToInt(pair -> worth(giving, pair.one(), pair.other()))
                .sum();
        assertThat(worth).isEqualTo(best(new ArrayList<>(all), giving));
    }

    @Property(tries = 50)
    void theSameInputGivesTheSamePlan(@ForAll @IntRange(min = 2, max = 20) int organizations, @ForAll long seed) {
        var all = all(organizations);
        var giving = giving(all, new Random(seed));
        assertThat(RoundsPlanner.plan(Set.copyOf(all), giving, Set.of(), 1))
                .isEqualTo(RoundsPlanner.plan(all, giving, Set.of(), 1));
    }

    @Example
    void whoeverMetBeforeIsPairedLast() {
        var all = all(4);
        var met = Set.of(
                FloorState.Two.of(organization(1), organization(2)),
                FloorState.Two.of(organization(3), organization(4)));
        var giving = new Giving(Map.of(organization(1), Set.of(organization(2))));
        for (var round : RoundsPlanner.plan(all, giving, met, 2)) {
            assertThat(round.pairs()).noneMatch(pair -> met.contains(FloorState.Two.of(pair.one(), pair.other())));
        }
    }

    private static Set<OrganizationId> all(int organizations) {
        var all = new LinkedHashSet<OrganizationId>();
        for (var number = 1; number <= organizations; number++) {
            all.add(organization(number));
        }
        return all;
    }

    private static List<Integer> numbers(int rounds) {
        return IntStream.rangeClosed(1, rounds).boxed().toList();
    }

    private static Giving giving(Set<OrganizationId> all, Random random) {
        var receivers = new HashMap<OrganizationId, Set<OrganizationId>>();
        for (var giver : all) {
            var theirs = new HashSet<OrganizationId>();
            for (var receiver : all) {
                if (!giver.equals(receiver) && random.nextInt(4) == 0) {
                    theirs.add(receiver);
                }
            }
            receivers.put(giver, theirs);
        }
        return new Giving(receivers);
    }

    private static int worth(Giving giving, OrganizationId one, OrganizationId other) {
        var gives = giving.isFrom(one, other);
        var takes = giving.isFrom(other, one);
        return gives && takes ? 3 : gives || takes ? 2 : 0;
    }

    /** By trying everything. */
    private static int best(List<OrganizationId> left, Giving giving) {
        if (left.isEmpty()) {
            return 0;
        }
        var one = left.removeFirst();
        var best = 0;
        for (var other : List.copyOf(left)) {
            var rest = new ArrayList<>(left);
            rest.remove(other);
            best = Math.max(best, worth(giving, one, other) + best(rest, giving));
        }
        return best;
    }
}
