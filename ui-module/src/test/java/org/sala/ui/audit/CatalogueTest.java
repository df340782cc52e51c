package org.sala.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sala.eventing.intake.Fact;
import org.sala.ui.SampleFacts;

class CatalogueTest {

    private final Catalogue catalogue = new Catalogue(SampleFacts.NAMES);

    @Test
    void whatIsPersonalIsHiddenInEveryTypeOfEvent() {
        var shown = SampleFacts.of(1, 8, 20).facts().stream()
                .map(fact -> catalogue.shown(fact.type(), fact.json()))
                .collect(Collectors.joining("\n"));
        assertThat(shown)
                .contains(Catalogue.HIDDEN, "\"gender\"", "organization")
                .doesNotContain(SampleFacts.SECRET_NAME, SampleFacts.SECRET_PHONE, "សុខា", "Do No Harm in our own work")
                .doesNotContain("https://meet.example.org/x")
                .doesNotContain("\"disability\" : true");
    }

    @Test
    void ofAnEventThatNobodyHereKnowsNothingIsShown() {
        assertThat(catalogue.read("registration.something-newer", "{\"name\":\"x\"}"))
                .isEqualTo(Fact.Unknown.EVENT);
        assertThat(catalogue.shown("registration.something-newer", "{\"name\":\"Invented Sokha\"}"))
                .doesNotContain("Sokha");
    }

    @Test
    void whatWasPublishedIsReadBackAsItWas() {
        assertThat(SampleFacts.of(2, 6, 12).facts())
                .allSatisfy(fact ->
                        assertThat(catalogue.read(fact.type(), fact.json())).isEqualTo(fact.event()));
    }
}
