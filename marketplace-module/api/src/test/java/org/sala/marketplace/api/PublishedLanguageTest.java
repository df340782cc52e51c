package org.sala.marketplace.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** What was released stays readable, and is still written as it was: the approved JSON of every event, both ways. */
class PublishedLanguageTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @TestFactory
    Stream<DynamicTest> everyEventIsWrittenAsApproved() {
        return names().stream()
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> assertThat(json.readTree(json.writeValueAsString(sample(name))))
                                .isEqualTo(json.readTree(approved(name)))));
    }

    @TestFactory
    Stream<DynamicTest> everyApprovedEventIsReadBack() {
        return names().stream()
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> assertThat(json.readValue(
                                        approved(name), sample(name).getClass()))
                                .isEqualTo(sample(name))));
    }

    @Test
    void everyEventHasASampleUnderItsName() {
        assertThat(Samples.EVENTS)
                .allSatisfy(
                        (name, event) -> assertThat(nameOf(event.getClass())).isEqualTo(name));
        assertThat(Samples.EVENTS.keySet()).containsExactlyInAnyOrderElementsOf(names());
    }

    @Test
    void aFieldThatANewerProducerAddsIsNoHindrance() throws IOException {
        var newer = approved("marketplace.trade-accepted").replaceFirst("\\{", "{\"addedLater\": [1, 2],");
        assertThat(json.readValue(newer, MarketplaceEvent.TradeAccepted.class))
                .isEqualTo(Samples.EVENTS.get("marketplace.trade-accepted"));
    }

    @Test
    void equalOffersHaveEqualJsonWhateverTheOrderOfTheirLanguages() {
        var event = (MarketplaceEvent.OfferPosted) sample("marketplace.offer-posted");
        var other = new MarketplaceEvent.OfferPosted(
                event.summit(),
                event.organization(),
                event.offer(),
                event.kind(),
                event.category(),
                event.title(),
                event.terms(),
                event.units(),
                event.unit(),
                Set.of(Language.KM, Language.EN),
                event.place(),
                event.goodUntil());
        assertThat(json.writeValueAsString(other)).isEqualTo(json.writeValueAsString(event));
    }

    @Test
    void aStallIsTheSameWhoeverWorksItOut() {
        assertThat(StallId.of(Samples.SUMMIT, Samples.DRIVERS))
                .isEqualTo(Samples.POST_OFFER.stall())
                .hasToString("bb60fce3-669a-39fc-91a3-1d913f9f8079");
        assertThat(StallId.of(Samples.SUMMIT, Samples.WRITERS)).isNotEqualTo(Samples.POST_OFFER.stall());
    }

    private static MarketplaceEvent sample(String name) {
        return Objects.requireNonNull(Samples.EVENTS.get(name), name);
    }

    private static List<String> names() {
        var names = new ArrayList<String>();
        for (var kind : MarketplaceEvent.class.getPermittedSubclasses()) {
            for (var type : kind.getPermittedSubclasses()) {
                names.add(nameOf(type));
            }
        }
        return names;
    }

    private static String nameOf(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(JsonTypeName.class), type.getName())
                .value();
    }

    private static String approved(String name) throws IOException {
        try (var stream = Objects.requireNonNull(
                PublishedLanguageTest.class.getResourceAsStream("/approved/" + name + ".json"), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
