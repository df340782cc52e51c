package org.sala.ui.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sala.eventing.EventNames;
import org.sala.marketplace.api.ActionProgress;
import org.sala.marketplace.api.CancelReason;
import org.sala.marketplace.api.DeclineReason;
import org.sala.marketplace.api.Language;
import org.sala.marketplace.api.LapseReason;
import org.sala.marketplace.api.LegResolution;
import org.sala.marketplace.api.LegStatus;
import org.sala.marketplace.api.MarketplaceEvent;
import org.sala.marketplace.api.MatchingWorkbench;
import org.sala.marketplace.api.Occasion;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.TradeShape;
import org.sala.marketplace.api.TradeStatus;
import org.sala.marketplace.api.Urgency;
import org.sala.ui.language.Words;

/** Whatever the marketplace may say has words, in both languages. */
class FloorWordsTest {

    static Stream<Locale> languages() {
        return Stream.of(Words.KHMER, Words.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everythingThatTheMarketplaceMaySayHasWords(Locale language) {
        var keys = new ArrayList<String>();
        all(keys, "kind", OfferKind.values());
        all(keys, "urgency", Urgency.values());
        all(keys, "shape", TradeShape.values());
        all(keys, "status", TradeStatus.values());
        all(keys, "leg.status", LegStatus.values());
        all(keys, "leg.resolution", LegResolution.values());
        all(keys, "leg.say", LegForm.Said.values());
        all(keys, "leg.on", LegForm.Said.values());
        all(keys, "leg.note", LegForm.Said.values());
        all(keys, "language", Language.values());
        all(keys, "progress", ActionProgress.values());
        all(keys, "trades", TradesShown.values());
        all(keys, "matching.state", MatchingWorkbench.State.values());
        all(keys, "matching.says", MatchingWorkbench.State.values());
        all(keys, "matching.why", MatchingWorkbench.Why.values());
        all(keys, "detail.trade-declined", DeclineReason.values());
        all(keys, "detail.trade-cancelled", CancelReason.values());
        all(keys, "detail.trade-lapsed", LapseReason.values());
        all(keys, "detail.trade-leg-resolved", LegResolution.values());
        all(keys, "detail.trade-leg-asked-after", Occasion.values());
        EventNames.of(MarketplaceEvent.class).all().keySet().stream()
                .map(type -> type.substring("marketplace.".length()))
                .filter(type -> type.startsWith("trade-"))
                .forEach(type -> keys.add("moment." + type));
        assertThat(keys)
                .hasSizeGreaterThan(60)
                .allSatisfy(
                        key -> assertThat(Words.of(language, "floor." + key)).doesNotStartWith("!"));
    }

    private static void all(List<String> keys, String begin, Enum<?>[] constants) {
        for (var constant : constants) {
            keys.add(begin + "." + constant.name());
        }
    }
}
