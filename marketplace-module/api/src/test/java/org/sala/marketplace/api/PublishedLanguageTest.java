package org.sala.marketplace.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sala.testing.EventContract;
import tools.jackson.databind.json.JsonMapper;

/** What was released stays readable, and is still written as it was: the approved JSON of every event, both ways. */
class PublishedLanguageTest implements EventContract<MarketplaceEvent> {

    private final JsonMapper json = JsonMapper.builder().build();

    @Override
    public Class<MarketplaceEvent> language() {
        return MarketplaceEvent.class;
    }

    @Override
    public String context() {
        return "marketplace";
    }

    @Override
    public Stream<Approved<MarketplaceEvent>> approved() {
        return Stream.concat(
                Samples.EVENTS.stream().map(Approved::of),
                Samples.VARIANTS.entrySet().stream().map(entry -> Approved.of(entry.getValue(), entry.getKey())));
    }

    @Test
    void equalOffersHaveEqualJsonWhateverTheOrderOfTheirLanguages() {
        var event = Samples.OFFER_POSTED;
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
                event.goodUntil(),
                event.gift());
        assertThat(json.writeValueAsString(other)).isEqualTo(json.writeValueAsString(event));
    }

    @Test
    void aStallIsTheSameWhoeverWorksItOut() {
        assertThat(StallId.of(Samples.SUMMIT, Samples.DRIVERS))
                .isEqualTo(Samples.POST_OFFER.stall())
                .hasToString("bb60fce3-669a-39fc-91a3-1d913f9f8079");
        assertThat(StallId.of(Samples.SUMMIT, Samples.WRITERS)).isNotEqualTo(Samples.POST_OFFER.stall());
    }
}
