package org.sala.sessions.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Steps are limited and time is not, so that every machine has the same plans. */
class PlanningTest {
    private static final Duration ANY_TIME = Duration.ofHours(1);

    @Test
    void smallGatheringsAreSeatedAsWellAsByBruteForce() {
        for (int i = 0; i < 100; i++) {
            Gathering gathering = Gatherings.drawn(6, 2 + i % 2, new Random(i));
            Plan plan = plan(gathering, 50_000);
            assertThat(new Checker(gathering).faults(plan))
                    .as("gathering %d", i)
                    .isEmpty();
            assertThat(plan.score().cost())
                    .as("gathering %d", i)
                    .isEqualTo(new BruteForce(gathering).best().cost());
        }
    }

    @Property(tries = 100, seed = "1")
    void everyPlanIsRightAndCountedAsTheCheckerCounts(@ForAll long seed) {
        Gathering gathering = Gatherings.drawn(40, 6, new Random(seed));
        assertThat(new Checker(gathering).faults(plan(gathering, 2_000))).isEmpty();
    }

    @Property(tries = 100, seed = "2")
    void everyRevisionIsRightAndCountedAsTheCheckerCounts(@ForAll long seed) {
        Random random = new Random(seed);
        Gathering gathering = Gatherings.drawn(40, 4, random);
        Plan plan = plan(gathering, 1_000);
        List<Gathering.Person> here = new ArrayList<>(gathering.people());
        here.removeIf(person -> random.nextInt(5) == 0);
        if (here.size() < gathering.people().size()) {
            here.add(Gatherings.person(500, 1, "officer", "km"));
        }
        if (here.isEmpty()) {
            return;
        }
        Gathering now = Gatherings.with(gathering, here);
        assertThat(new Checker(now, plan.rounds()).faults(revise(now, plan, 1_000)))
                .isEmpty();
    }

    @Test
    void aHundredAndTwentyPeopleMeetNobodyTwiceAndNoColleague() {
        Plan plan = plan(Gatherings.of(120, 4, 20, 6, 5), 200_000);
        assertThat(plan.score().repeats()).isZero();
        assertThat(plan.score().colleagues()).isZero();
        assertThat(plan.score().newOrganizations()).isGreaterThanOrEqualTo(2_600);
    }

    @Test
    void thirtyTwoPeopleMeetAllOthersButTheirColleagueInTenRounds() {
        Gathering gathering = Gatherings.of(32, 2, 8, 4, 10);
        Plan plan = plan(gathering, 100_000);
        assertThat(new Checker(gathering).faults(plan)).isEmpty();
        assertThat(plan.score().repeats()).isZero();
        assertThat(plan.score().colleagues()).isZero();
        assertThat(plan.score().newOrganizations()).isEqualTo(32 * 15);
    }

    @Test
    void theNextDayRemembersTheFirst() {
        Gathering first = Gatherings.of(60, 3, 12, 5, 3);
        Gathering second = Gatherings.after(first, plan(first, 100_000).rounds());
        Plan forgetful = plan(first, 100_000);
        Plan plan = plan(second, 200_000);
        assertThat(plan.score().repeats()).isZero();
        assertThat(plan.score().colleagues()).isZero();
        assertThat(new Checker(second).score(forgetful.rounds()).repeats()).isPositive();
    }

    @Test
    void theSameSeedAndStepsHaveTheSamePlanWhateverTheOrderOfPeople() {
        Gathering gathering = Gatherings.drawn(40, 4, new Random(7));
        List<Gathering.Person> people = new ArrayList<>(gathering.people());
        Collections.shuffle(people, new Random(1));
        assertThat(plan(Gatherings.with(gathering, people), 20_000)).isEqualTo(plan(gathering, 20_000));
    }

    @Test
    void languagesAreSharedAtEveryTableWherePeopleCanBeSeatedSo() {
        List<Gathering.Person> people = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            people.add(Gatherings.person(i, i, "officer", i % 2 == 0 ? "km" : "en"));
        }
        Gathering gathering = new Gathering(people, Gatherings.tables(6, 4), 2, 2, List.of(), List.of());
        Plan plan = plan(gathering, 50_000);
        assertThat(plan.score().mute()).isZero();
        assertThat(plan.why()).allSatisfy(why -> assertThat(why.shared()).hasSize(1));
    }

    @Test
    void anInterpreterGoesWhereNoLanguageIsShared() {
        List<Gathering.Person> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            people.add(Gatherings.person(i, i, "officer", i < 5 ? "km" : "en"));
        }
        Gathering gathering = new Gathering(
                people, Gatherings.tables(2, 4), 1, 2, List.of(Gatherings.interpretation(1, "km", "en")), List.of());
        Plan plan = plan(gathering, 10_000);
        assertThat(plan.score()).extracting(Score::mute, Score::interpreted).containsExactly(0, 1);
        assertThat(plan.why())
                .filteredOn(why -> why.shared().isEmpty())
                .singleElement()
                .satisfies(why -> {
                    assertThat(why.interpreted()).containsExactly(new Language("en"), new Language("km"));
                    assertThat(why.lacks()).isEmpty();
                });
    }

    @Test
    void aTableWithoutLanguageOrInterpreterSaysSo() {
        List<Gathering.Person> people = new ArrayList<>();
        for (String language : List.of("km", "en", "fr", "th", "vi", "lo")) {
            people.add(Gatherings.person(people.size(), people.size(), "officer", language));
        }
        Gathering gathering = new Gathering(people, Gatherings.tables(3, 2), 1, 2, List.of(), List.of());
        Plan plan = plan(gathering, 1_000);
        assertThat(plan.score().mute()).isEqualTo(3);
        assertThat(plan.why())
                .allSatisfy(why -> assertThat(why.lacks())
                        .singleElement()
                        .isInstanceOfSatisfying(Why.Lack.NoLanguage.class, lack -> {
                            assertThat(lack.spoken()).hasSize(2);
                            assertThat(lack.interpretable()).isFalse();
                        }));
    }

    @Test
    void whoseLanguagesAreNotKnownHindersNoTable() {
        Gathering gathering = new Gathering(
                List.of(Gatherings.person(1, 1, "officer"), Gatherings.person(2, 2, "officer", "km")),
                Gatherings.tables(1, 2),
                1,
                1,
                List.of(),
                List.of());
        Plan plan = plan(gathering, 10);
        assertThat(plan.score().mute()).isZero();
        assertThat(plan.why().getFirst().shared()).containsExactly(new Language("km"));
    }

    @Test
    void onePersonSitsAlone() {
        Plan plan = plan(Gatherings.of(1, 1, 3, 4, 2), 100);
        assertThat(plan.ended()).isEqualTo(Ended.PERFECT);
        assertThat(plan.rounds())
                .hasSize(2)
                .allSatisfy(round -> assertThat(round.groups())
                        .containsExactly(new Round.Group(new TableId("t01"), List.of(new PersonId("p000")))));
    }

    @Test
    void tablesStayEmptyRatherThanHaveSomebodyAlone() {
        Plan plan = plan(Gatherings.of(5, 1, 9, 4, 1), 100);
        assertThat(plan.rounds().getFirst().groups())
                .extracting(group -> group.people().size())
                .containsExactly(3, 2);
    }

    @Test
    void oneOrganizationIsSpreadAndItIsSaidThatColleaguesCantBeApart() {
        Plan plan = plan(Gatherings.of(6, 6, 2, 3, 1), 1_000);
        assertThat(plan.score().colleagues())
                .isEqualTo(6)
                .isEqualTo(plan.bound().colleagues());
        assertThat(plan.why())
                .allSatisfy(why -> assertThat(why.lacks())
                        .singleElement()
                        .isInstanceOfSatisfying(
                                Why.Lack.Colleagues.class,
                                lack -> assertThat(lack.unavoidable()).isTrue()));
    }

    @Test
    void whoMeetsAgainIsNamed() {
        Plan plan = plan(Gatherings.of(2, 1, 1, 2, 3), 1_000);
        assertThat(plan.score().repeats()).isEqualTo(3).isEqualTo(plan.bound().repeats());
        assertThat(plan.why().getLast().lacks())
                .containsExactly(new Why.Lack.Again(new PersonId("p000"), new PersonId("p001"), 2));
        assertThat(plan.why()).extracting(Why::firstMeetings).containsExactly(1, 0, 0);
        assertThat(plan.why()).extracting(Why::newOrganizations).containsExactly(2, 0, 0);
    }

    @Test
    void largeTablesHaveMoreWhereSmallOnesAreFull() {
        List<Gathering.Table> tables = new ArrayList<>(Gatherings.tables(2, 3));
        tables.add(new Gathering.Table(new TableId("long"), 20));
        Gathering alike = Gatherings.of(16, 2, 4, 4, 2);
        Gathering gathering = new Gathering(alike.people(), tables, 2, 2, List.of(), List.of());
        Plan plan = plan(gathering, 10_000);
        assertThat(new Checker(gathering).faults(plan)).isEmpty();
        assertThat(plan.rounds().getFirst().groups())
                .extracting(group -> group.people().size())
                .containsExactly(3, 3, 10);
    }

    @Test
    void tooFewSeatsAreRefused() {
        assertThatThrownBy(() -> Gatherings.of(9, 1, 2, 4, 1))
                .isInstanceOf(PlanRefused.class)
                .hasMessage("8 seats for 9 people");
        assertThatThrownBy(() -> Gatherings.of(0, 1, 2, 4, 1)).isInstanceOf(PlanRefused.class);
    }

    static Plan plan(Gathering gathering, long steps) {
        return Planning.plan(gathering, 1, new Limits(steps, ANY_TIME), Onlooker.NONE);
    }

    static Plan revise(Gathering gathering, Plan announced, long steps) {
        return Planning.revise(gathering, announced.rounds(), 1, new Limits(steps, ANY_TIME), Onlooker.NONE);
    }
}
