package org.sala.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.sala.sheets.Headings.Guess;

class HeadingsTest {

    private static final Map<String, List<String>> NAMES = Map.of(
            "name", List.of("name", "full name", "ឈ្មោះ", "គោត្តនាម និងនាម"),
            "phone", List.of("phone", "phone number", "mobile", "ទូរស័ព្ទ", "លេខទូរស័ព្ទ"),
            "email", List.of("email", "e-mail address", "អ៊ីមែល"),
            "organization", List.of("organization", "organisation", "អង្គការ"),
            "age", List.of("age", "age band", "អាយុ"));

    @Test
    void capitalsSpacesAndPunctuationDontMatter() {
        assertThat(Headings.guess(List.of("Timestamp", " FULL_NAME* ", "E-Mail", "Phone  number:"), NAMES))
                .containsExactly(
                        Map.entry("email", new Guess(2, 1)),
                        Map.entry("name", new Guess(1, 1)),
                        Map.entry("phone", new Guess(3, 1)));
    }

    @Test
    void khmerAndHeadingsInTwoLanguagesAreFound() {
        var guesses =
                Headings.guess(List.of("លេខ\u200bទូរស័ព្ទ", "ឈ្មោះ / Name", "អង្គការ (Organisation)", "អាយុ"), NAMES);
        assertThat(guesses.get("phone")).isEqualTo(new Guess(0, 1));
        assertThat(guesses.get("name")).isEqualTo(new Guess(1, 0.95));
        assertThat(guesses.get("organization")).isEqualTo(new Guess(2, 0.95));
        assertThat(guesses.get("age")).isEqualTo(new Guess(3, 1));
    }

    @Test
    void aLetterMaybeWrongInALongWordAndNoneInAShort() {
        var guesses = Headings.guess(List.of("Organizaton", "Aga", "Your phone number, please"), NAMES);
        assertThat(score(guesses, "organization")).isBetween(0.7, 0.9);
        assertThat(guesses).doesNotContainKey("age");
        assertThat(score(guesses, "phone")).isBetween(0.6, 0.9);
    }

    @Test
    void aWordWithinAWordIsNoMatch() {
        assertThat(Headings.guess(List.of("Language", "Filename"), NAMES)).isEmpty();
    }

    @Test
    void theBetterMatchTakesTheColumn() {
        assertThat(Headings.guess(List.of("Name of organisation", "Organisation", "Name"), NAMES))
                .containsExactly(Map.entry("name", new Guess(2, 1)), Map.entry("organization", new Guess(1, 1)));
    }

    @Test
    void ofTwoEqualColumnsTheLeftIsTaken() {
        assertThat(Headings.guess(List.of("", "Phone", "phone"), NAMES))
                .containsExactly(Map.entry("phone", new Guess(1, 1)));
    }

    @Property(tries = 200)
    void eachColumnIsUsedOnceAndTheOrderOfHeadingsDecidesNothing(@ForAll @Size(max = 6) List<String> some) {
        var headings = new ArrayList<>(some);
        headings.addAll(List.of("Full name", "ទូរស័ព្ទ", "e-mail"));
        var guesses = Headings.guess(headings, NAMES);
        assertThat(guesses.values().stream().map(Guess::column)).doesNotHaveDuplicates();
        var shuffled = new ArrayList<>(headings);
        Collections.shuffle(shuffled, new Random(some.size()));
        var others = Headings.guess(shuffled, NAMES);
        assertThat(others.keySet()).isEqualTo(guesses.keySet());
        guesses.forEach((field, guess) -> assertThat(score(others, field)).isEqualTo(guess.score()));
    }

    private static double score(Map<String, Guess> guesses, String field) {
        return Objects.requireNonNull(guesses.get(field), field).score();
    }
}
