package org.sala.registration.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationQueries.Line;
import org.sala.registration.api.RegistrationQueries.Pair;
import org.sala.registration.api.RegistrationQueries.Status;
import org.sala.registration.duplicates.Verdicts.Couple;

class SuspectsTest {

    @ParameterizedTest
    @CsvSource({
        "Sok Dara, SOK DARA",
        "Sok Dara, Dara Sok",
        "Sok Dara, Sokdara",
        "Dara Sok, Sokdara",
        "Sok Dara, Sokh Dara",
        "Sok Dara, Sok Daraa",
        "Chan Sophea, Chann Sophea",
        "Chan Sopheap, Chan Sopheab",
        "Kim Sreymom, Kim Sreimom",
        "Vong Bopha, Wong Bopha",
        "Heng Thida, Heng Tida",
        "Nuon Phalla, Nuon Palla",
        "Sok Dara, Sok Dara Rithy",
        "Meas-Sokha, Meas Sokha",
        "Jean-François Müller, Jean François Muller",
        "សុខ ដារា, ដារា សុខ",
        "សុខ ដារា, សុខដារា",
        "សុខ តារា, សុខ ដារា",
        "ចាន់ សុភាព, ចាន សុភាព",
    })
    void looksLikeOnePerson(String one, String other) {
        assertThat(Suspects.among(List.of(person(1, one), person(2, other)), Set.of(), 10))
                .singleElement()
                .satisfies(pair -> assertThat(pair.likeness()).isBetween(0.7, 1.0));
    }

    @ParameterizedTest
    @CsvSource({
        "Sok Dara, Sok Dany",
        "Sok Dara, Chan Dara",
        "Sok Dara, Sok Dana",
        "Sok Dara, Sao Dara",
        "Chan Sophea, Chan Sothea",
        "Kim Srey, Kim Sreymom",
        "Sok, Sokha",
        "សុខ ដារា, សុខ ដានី",
        "សុខ ដារា, ចាន់ ដារា",
        "Sok Dara, សុខ ដារា",
    })
    void looksLikeTwoPeople(String one, String other) {
        assertThat(Suspects.among(List.of(person(1, one), person(2, other)), Set.of(), 10))
                .isEmpty();
    }

    @Test
    void colleaguesAreSuspectedSooner() {
        var theirs = new OrganizationId(new UUID(1, 1));
        var one = person(1, "Sok Channary", null, theirs, Status.REGISTERED);

        assertThat(Suspects.among(
                        List.of(one, person(2, "Sok Chantrea", null, theirs, Status.REGISTERED)), Set.of(), 10))
                .isEmpty();
        assertThat(Suspects.among(
                        List.of(one, person(2, "Sok Channaroth", null, null, Status.REGISTERED)), Set.of(), 10))
                .isEmpty();
        assertThat(Suspects.among(
                        List.of(one, person(2, "Sok Channaroth", null, theirs, Status.REGISTERED)), Set.of(), 10))
                .hasSize(1);
    }

    @Test
    void theLikeliestComeFirstAndColleaguesBeforeStrangers() {
        var theirs = new OrganizationId(new UUID(1, 1));
        var people = List.of(
                person(1, "Sok Dara", null, theirs, Status.REGISTERED),
                person(2, "Sok Dara", null, null, Status.REGISTERED),
                person(3, "Sok Dara", null, theirs, Status.REGISTERED),
                person(4, "Sokh Dara", null, null, Status.REGISTERED));

        var found = Suspects.among(people, Set.of(), 10);

        assertThat(found).hasSize(6);
        assertThat(couple(found.getFirst())).isEqualTo(new Couple(participant(1), participant(3)));
        assertThat(Suspects.among(people, Set.of(), 2)).isEqualTo(found.subList(0, 2));
    }

    @Test
    void bothScriptsCountWhereBothAreKnown() {
        assertThat(likeness(person(1, "Sok Dara", "សុខ ដារា"), person(2, "Sok Dara", "ចាន់ សុភាព")))
                .isEmpty();
        assertThat(likeness(person(1, "Sok Dara", "សុខ ដារា"), person(2, "Sokh Dahra", "សុខ ដារា")))
                .hasSize(1);
        assertThat(likeness(person(1, "Sok Dara", "សុខ ដារា"), person(2, "Sok Dara", null)))
                .containsExactly(1.0);
        assertThat(likeness(person(1, null, "សុខ ដារា"), person(2, "Sok Dara", "សុខ ដារា")))
                .containsExactly(1.0);
    }

    @Test
    void whoWasSaidToBeTwoPeopleIsNotSuspectedAgain() {
        var people = List.of(person(1, "Sok Dara"), person(2, "Sok Dara"));

        assertThat(Suspects.among(people, Set.of(new Couple(participant(2), participant(1))), 10))
                .isEmpty();
    }

    @Test
    void aRegistrationThatWasCancelledMayBeThatOfWhoCameAnywayButTwoAreNothingToDo() {
        var cancelled = person(1, "Sok Dara", null, null, Status.CANCELLED);

        assertThat(likeness(cancelled, person(2, "Sok Dara"))).hasSize(1);
        assertThat(likeness(cancelled, person(2, "Sok Dara", null, null, Status.CANCELLED)))
                .isEmpty();
    }

    @Test
    void aNameOfNothingButMarksIsLikeNone() {
        assertThat(likeness(person(1, "-"), person(2, "."))).isEmpty();
    }

    /** Everybody with everybody, which would be n² in a real summit, finds no more. */
    @Property(tries = 50)
    void theOrderOfPeopleMakesNoDifference(@ForAll Random random) {
        var people = new ArrayList<Line>();
        for (var number = 1; number <= 120; number++) {
            people.add(person(number, Names.any(random)));
        }
        var found = Suspects.among(people, Set.of(), 500).stream()
                .map(SuspectsTest::couple)
                .toList();

        Collections.shuffle(people, random);

        assertThat(Suspects.among(people, Set.of(), 500).stream().map(SuspectsTest::couple))
                .containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void aWholeCityOfOneNameIsStillAnswered() {
        var people = new ArrayList<Line>();
        for (var number = 1; number <= 3_000; number++) {
            people.add(person(number, "Sok Dara"));
        }

        assertThat(Suspects.among(people, Set.of(), 500)).hasSize(500);
    }

    private static List<Double> likeness(Line one, Line other) {
        return Suspects.among(List.of(one, other), Set.of(), 10).stream()
                .map(Pair::likeness)
                .toList();
    }

    private static Couple couple(Pair pair) {
        return new Couple(pair.one().participant(), pair.other().participant());
    }

    private static ParticipantId participant(int number) {
        return new ParticipantId(new UUID(7, number));
    }

    private static Line person(int number, String name) {
        return name.codePointAt(0) > 0x1000 ? person(number, null, name) : person(number, name, null);
    }

    private static Line person(int number, @Nullable String latin, @Nullable String km) {
        return person(number, latin, km, null, Status.REGISTERED);
    }

    static Line person(
            int number,
            @Nullable String latin,
            @Nullable String km,
            @Nullable OrganizationId organization,
            Status status) {
        return new Line(
                participant(number),
                new PersonName(km, latin),
                organization,
                ParticipantRole.COACH,
                status,
                new TreeMap<>());
    }
}
