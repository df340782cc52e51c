package org.sala.sessions.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CheckerTest {
    private static final Gathering GATHERING = Gatherings.of(8, 2, 2, 5, 2);
    private static final Plan PLAN = PlanningTest.plan(GATHERING, 1_000);

    @Test
    void aRightPlanHasNoFaults() {
        assertThat(new Checker(GATHERING).faults(PLAN)).isEmpty();
    }

    @Test
    void whoSitsNowhereOrTwiceIsFound() {
        assertThat(faults(people -> people.subList(1, 4)))
                .contains("round 1: person %s sits nowhere".formatted(first().getFirst()));
        assertThat(faults(people -> List.of(people.get(1), people.get(1), people.get(2), people.get(3))))
                .contains("round 1: person %s is not there, or sits twice".formatted(first().get(1)));
    }

    @Test
    void tooManyAtATableAndUnevenTablesAreFound() {
        List<PersonId> all =
                GATHERING.people().stream().map(Gathering.Person::id).toList();
        Plan plan = with(List.of(new Round.Group(new TableId("t01"), all)), PLAN.score());
        assertThat(new Checker(GATHERING).faults(plan)).contains("round 1: 8 people at table t01 with 5 seats");
        Plan uneven = with(
                List.of(
                        new Round.Group(new TableId("t01"), all.subList(0, 5)),
                        new Round.Group(new TableId("t02"), all.subList(5, 8))),
                PLAN.score());
        assertThat(new Checker(GATHERING).faults(uneven))
                .containsExactly("round 1: tables differ in size by more than they need");
    }

    @Test
    void aTableThatIsNotThereIsFound() {
        Plan plan = with(
                PLAN.rounds().getFirst().groups().stream()
                        .map(group -> new Round.Group(new TableId("x"), group.people()))
                        .toList(),
                PLAN.score());
        assertThat(new Checker(GATHERING).faults(plan)).contains("round 1: table x is not there, or twice");
    }

    @Test
    void aScoreThatIsNotSoIsFound() {
        Score said = new Score(0, 0, 0, 0, 99, 0);
        assertThat(new Checker(GATHERING).faults(with(PLAN.rounds().getFirst().groups(), said)))
                .singleElement()
                .asString()
                .startsWith("it says that it has " + said);
    }

    private static List<PersonId> first() {
        return PLAN.rounds().getFirst().groups().getFirst().people();
    }

    private static List<String> faults(UnaryOperator<List<PersonId>> change) {
        List<Round.Group> groups = new ArrayList<>(PLAN.rounds().getFirst().groups());
        groups.set(
                0,
                new Round.Group(
                        groups.getFirst().table(),
                        change.apply(groups.getFirst().people())));
        return new Checker(GATHERING).faults(with(groups, PLAN.score()));
    }

    private static Plan with(List<Round.Group> firstRound, Score score) {
        return new Plan(
                PLAN.seed(),
                List.of(new Round(firstRound), PLAN.rounds().getLast()),
                score,
                PLAN.bound(),
                PLAN.ended(),
                PLAN.moved(),
                PLAN.why());
    }
}
