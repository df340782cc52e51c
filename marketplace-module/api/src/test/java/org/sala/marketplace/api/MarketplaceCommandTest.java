package org.sala.marketplace.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Collections;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sala.marketplace.api.MarketplaceCommand.AcceptTrade;
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class MarketplaceCommandTest {

    private static final String LONG = "x".repeat(3_000);

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void commandsSurviveTheWayOverHttp() {
        var propose = new ProposeTrade(Samples.TRADE, Samples.SUMMIT, Samples.DRIVERS, Samples.RING, null);
        var accept = new AcceptTrade(Samples.TRADE, Samples.WRITERS, 1);
        assertThat(json.readValue(json.writeValueAsString(Samples.POST_OFFER), PostOffer.class))
                .isEqualTo(Samples.POST_OFFER);
        assertThat(json.readValue(json.writeValueAsString(propose), ProposeTrade.class))
                .isEqualTo(propose);
        assertThat(json.readValue(json.writeValueAsString(accept), AcceptTrade.class))
                .isEqualTo(accept);
    }

    @TestFactory
    Stream<DynamicTest> anOfferOutOfFormIsRefusedByTheNameOfItsField() {
        return Stream.of(
                refused("summit", offer("summit", null)),
                refused("organization", offer("organization", null)),
                refused("offer", offer("offer", null)),
                refused("kind", offer("kind", null)),
                refused("category", offer("category", null)),
                refused("category", offer("category", "v")),
                refused("category", offer("category", "x".repeat(41))),
                refused("category", offer("category", "Vehicle")),
                refused("category", offer("category", "vehicle-")),
                refused("category", offer("category", "a car")),
                refused("title", offer("title", null)),
                refused("title", text("title", "km", " ")),
                refused("title", text("title", "en", LONG)),
                refused("title", text("title", "en", "a\u0000b")),
                refused("terms", offer("terms", null)),
                refused("terms", text("terms", "km", LONG)),
                refused("units", offer("units", 0)),
                refused("units", offer("units", -3)),
                refused("units", offer("units", 10_001)),
                refused("unit", offer("unit", null)),
                refused("languages", offer("languages", null)),
                refused("languages", offer("languages", Collections.emptyList())),
                refused("place", offer("place", null)),
                refused("place", offer("place", new Place(false, null))),
                refused("place", offer("place", new Place(false, new BilingualText("", "")))),
                refused("goodUntil", offer("goodUntil", null)),
                refused("goodUntil", offer("goodUntil", Instant.MAX)));
    }

    @TestFactory
    Stream<DynamicTest> aProposalOutOfFormIsRefusedByTheNameOfItsField() {
        var leg = Samples.RING.getFirst();
        return Stream.of(
                refused("trade", proposal("trade", null)),
                refused("summit", proposal("summit", null)),
                refused("legs", proposal("legs", null)),
                refused("legs", proposal("legs", Collections.emptyList())),
                refused("legs", proposal("legs", Collections.singletonList(null))),
                refused("legs", proposal("legs", Collections.nCopies(13, leg))),
                refused("giver", leg("giver", null)),
                refused("receiver", leg("receiver", null)),
                refused("offer", leg("offer", null)),
                refused("units", leg("units", 0)),
                refused("units", leg("units", 10_001)),
                refused("expiresAt", proposal("expiresAt", Instant.EPOCH)));
    }

    @TestFactory
    Stream<DynamicTest> anAcceptanceOutOfFormIsRefusedByTheNameOfItsField() {
        var accept = new AcceptTrade(Samples.TRADE, Samples.WRITERS, 1);
        return Stream.of(
                refused("trade", with(accept, "trade", null)),
                refused("organization", with(accept, "organization", null)),
                refused("round", with(accept, "round", 0)));
    }

    @Test
    void aRefusalNeverRepeatsWhatWasTyped() {
        assertThatExceptionOfType(MarketplaceRejected.class)
                .isThrownBy(() -> read(text("title", "en", "secret\u0007")))
                .satisfies(refusal -> {
                    assertThat(refusal.getMessage()).isEqualTo("MALFORMED");
                    assertThat(refusal.details()).containsOnlyKeys("field");
                });
    }

    private DynamicTest refused(String field, Asked asked) {
        return DynamicTest.dynamicTest(
                field + " " + shortened(asked.body().toString()),
                () -> assertThatExceptionOfType(MarketplaceRejected.class)
                        .isThrownBy(() -> read(asked))
                        .satisfies(refusal -> {
                            assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
                            assertThat(refusal.details()).containsEntry("field", field);
                        }));
    }

    /** Reads a command as the port does: what its constructor threw lies within Jackson's own exception. */
    private Object read(Asked asked) {
        try {
            return json.treeToValue(asked.body(), asked.type());
        } catch (JacksonException failed) {
            if (failed.getCause() instanceof MarketplaceRejected refusal) {
                throw refusal;
            }
            throw failed;
        }
    }

    private Asked offer(String field, @Nullable Object value) {
        return with(Samples.POST_OFFER, field, value);
    }

    private Asked text(String field, String language, String words) {
        var asked = offer("kind", OfferKind.GOOD);
        ((ObjectNode) asked.body().get(field)).put(language, words);
        return asked;
    }

    private Asked proposal(String field, @Nullable Object value) {
        return with(new ProposeTrade(Samples.TRADE, Samples.SUMMIT, Samples.DRIVERS, Samples.RING, null), field, value);
    }

    private Asked leg(String field, @Nullable Object value) {
        var asked = proposal("expiresAt", null);
        ((ObjectNode) asked.body().get("legs").get(0)).set(field, json.valueToTree(value));
        return asked;
    }

    private Asked with(MarketplaceCommand command, String field, @Nullable Object value) {
        ObjectNode body = json.valueToTree(command);
        body.set(field, json.valueToTree(value));
        return new Asked(command.getClass(), body);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(80, text.length()));
    }

    private record Asked(Class<? extends MarketplaceCommand> type, ObjectNode body) {}
}
