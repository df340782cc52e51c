package org.sala.registration.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTest {

    @ParameterizedTest
    @CsvSource({
        "SOK  Dàra, sok dara",
        "Da\u0300ra, dara",
        "សុខ\u200bដារា, សុខតារា",
        "កណ្ដាល, កណ្តាល",
        "' \u00a0Sok\u00a0Dara ', sok dara",
        "ＳＯＫ, sok",
    })
    void howANameWasTypedMakesNoDifference(String typed, String form) {
        assertThat(Folded.of(typed)).isEqualTo(form);
    }
}
