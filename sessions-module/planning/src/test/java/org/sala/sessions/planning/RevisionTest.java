package org.sala.sessions.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No-shows and latecomers, while the room waits. */
class RevisionTest {
    private static final Gathering SUMMIT = Gatherings.of(120, 4, 20, 6, 5);
    private static final Plan PLAN = PlanningTest.plan(SUMMIT, 50_000);

    @Test
    void whereEverybodyCameNobodyMoves() {
        Plan plan = PlanningTest.revise(SUMMIT, PLAN, 10_000);
        assertThat(plan.rounds()).isEqualTo(PLAN.rounds());
        assertThat(plan.moved()).isEmpty();
    }

    @Test
    void whereFifteenInAHundredDidNotComeFewMoveAndNobodyMeetsTwice() {
        for (int seed = 0; seed < 5; seed++) {
            Gathering now = Gatherings.with(SUMMIT, some(102, new Random(seed)));
            Plan plan = PlanningTest.revise(now, PLAN, 50_000);
            assertThat(new Checker(now, PLAN.rounds()).faults(plan)).isEmpty();
            assertThat(plan.moved()).hasSizeLessThanOrEqualTo(102 / 5);
            assertThat(plan.score().repeats()).isZero();
            assertThat(plan.score().colleagues()).isZero();
        }
    }

    @Test
    void latecomersSitWhereThereIsRoomAndNobodyElseMoves() {
        List<Gathering.Person> people = new ArrayList<>(some(110, new Random(3)));
        Plan before = PlanningTest.plan(Gatherings.with(SUMMIT, people), 50_000);
        for (int i = 0; i < 8; i++) {
            people.add(Gatherings.person(200 + i, 50 + i / 2, "officer", "km"));
        }
        Gathering now = Gatherings.with(SUMMIT, people);
        Plan plan = PlanningTest.revise(now, before, 20_000);
        assertThat(new Checker(now, before.rounds()).faults(plan)).isEmpty();
        assertThat(plan.moved()).isEmpty();
        assertThat(plan.score().repeats()).isLessThan(8);
    }

    @Test
    void whoSatAtATableThatIsGoneMoves() {
        Gathering gathering = Gatherings.of(12, 1, 4, 4, 1);
        Plan before = PlanningTest.plan(gathering, 1_000);
        Gathering now = new Gathering(gathering.people(), gathering.tables().subList(0, 3), 1, 2, List.of(), List.of());
        Plan plan = PlanningTest.revise(now, before, 1_000);
        assertThat(new Checker(now, before.rounds()).faults(plan)).isEmpty();
        assertThat(plan.moved())
                .isEqualTo(before.rounds().getFirst().groups().getLast().people());
    }

    @Test
    void groupsThatBecomeTooSmallAreGivenUp() {
        Gathering gathering = Gatherings.of(12, 1, 4, 3, 1);
        Plan before = PlanningTest.plan(gathering, 1_000);
        Gathering now = Gatherings.with(gathering, gathering.people().subList(0, 5));
        Plan plan = PlanningTest.revise(now, before, 1_000);
        assertThat(new Checker(now, before.rounds()).faults(plan)).isEmpty();
        assertThat(plan.rounds().getFirst().groups())
                .hasSize(2)
                .allSatisfy(group -> assertThat(group.people()).hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    void tablesOfDifferentSizesStayAlikeAsFarAsTheirSeatsGo() {
        List<Gathering.Table> tables = new ArrayList<>(Gatherings.tables(2, 3));
        for (int i = 0; i < 4; i++) {
            tables.add(new Gathering.Table(new TableId("long" + i), 12));
        }
        List<Gathering.Person> people = Gatherings.of(40, 2, 4, 10, 1).people();
        Gathering gathering = new Gathering(people, tables, 2, 2, List.of(), List.of());
        Plan before = PlanningTest.plan(gathering, 5_000);
        for (int seed = 0; seed < 5; seed++) {
            List<Gathering.Person> here = new ArrayList<>(people);
            Collections.shuffle(here, new Random(seed));
            Gathering now = Gatherings.with(gathering, here.subList(0, 33));
            Plan plan = PlanningTest.revise(now, before, 5_000);
            assertThat(new Checker(now, before.rounds()).faults(plan)).isEmpty();
        }
    }

    @Test
    void otherRoundsThanAreToComeAreRefused() {
        assertThatThrownBy(() -> Planning.revise(
                        SUMMIT, PLAN.rounds().subList(0, 2), 1, new Limits(1, Duration.ofHours(1)), Onlooker.NONE))
                .isInstanceOf(PlanRefused.class)
                .hasMessage("2 rounds were announced, and 5 are to come");
    }

    private static List<Gathering.Person> some(int many, Random random) {
        List<Gathering.Person> people = new ArrayList<>(SUMMIT.people());
        Collections.shuffle(people, random);
        return people.subList(0, many);
    }
}
