package org.sala.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.marketplace.Fixtures.assertRefused;
import static org.sala.marketplace.Summit.DAY_THREE;
import static org.sala.marketplace.Summit.YEAR_END;
import static org.sala.marketplace.Summit.offer;
import static org.sala.marketplace.Summit.organization;
import static org.sala.marketplace.Summit.post;
import static org.sala.marketplace.Summit.posted;
import static org.sala.marketplace.Summit.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sala.marketplace.api.LapseReason;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceCommand.AcceptTrade;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.MarketplaceEvent.TradeAccepted;
import org.sala.marketplace.api.MarketplaceEvent.TradeAgreed;
import org.sala.marketplace.api.MarketplaceEvent.TradeEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeLapsed;
import org.sala.marketplace.api.MarketplaceEvent.TradeProposed;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.testing.SettableClock;

class TradeTest {

    private static final OrganizationId DRIVERS = organization(1);
    private static final OrganizationId WRITERS = organization(2);
    private static final OrganizationId LISTENERS = organization(3);
    private static final OrganizationId STRANGERS = organization(9);
    private static final OfferId CAR = offer(1);
    private static final OfferId PROPOSAL = offer(2);
    private static final OfferId LISTENING = offer(3);

    private static final List<Leg> GIFT = List.of(new Leg(DRIVERS, WRITERS, CAR, 2));
    private static final List<Leg> SWAP =
            List.of(new Leg(DRIVERS, WRITERS, CAR, 2), new Leg(WRITERS, DRIVERS, PROPOSAL, 1));
    private static final List<Leg> RING = List.of(
            new Leg(DRIVERS, WRITERS, CAR, 2),
            new Leg(WRITERS, LISTENERS, PROPOSAL, 1),
            new Leg(LISTENERS, DRIVERS, LISTENING, 1));

    private static final Instant EVENING = DAY_THREE.plus(Duration.ofHours(9));

    private final BookInMemory book = new BookInMemory().enrol(Summit.ID, DRIVERS, WRITERS, LISTENERS);
    private final SettableClock clock = new SettableClock(DAY_THREE);

    TradeTest() {
        book.enter(posted(post(DRIVERS, CAR, 6)));
        book.enter(posted(post(WRITERS, PROPOSAL, 1)));
        book.enter(posted(post(LISTENERS, LISTENING, 3)));
    }

    // proposing

    @Test
    void aGiftIsProposed() {
        noTrade()
                .when(propose(DRIVERS, GIFT, null))
                .expectSuccessfulHandlerExecution()
                .expectEvents(proposed(DRIVERS, GIFT, null));
        assertThat(book.trades().open()).containsExactly(trade(1));
        assertThat(reserved(CAR)).isZero();
    }

    @Test
    void aGiftCanBeAskedFor() {
        noTrade().when(propose(WRITERS, GIFT, null)).expectEvents(proposed(WRITERS, GIFT, null));
    }

    @Test
    void aSwapIsProposed() {
        noTrade().when(propose(WRITERS, SWAP, EVENING)).expectEvents(proposed(WRITERS, SWAP, EVENING));
    }

    @Test
    void aRingIsProposed() {
        noTrade().when(propose(LISTENERS, RING, null)).expectEvents(proposed(LISTENERS, RING, null));
    }

    @Test
    void aTradeWaitsNoLongerThanTheFirstOfItsOffersIsGood() {
        book.enter(posted(post(Summit.ID, DRIVERS, offer(4), 1, EVENING)));
        var legs = List.of(new Leg(DRIVERS, WRITERS, offer(4), 1));
        noTrade().when(propose(DRIVERS, legs, YEAR_END)).expectEvents(proposed(DRIVERS, legs, YEAR_END));
        clock.advance(Duration.between(DAY_THREE, EVENING));
        assertThat(book.trades().overdue(EVENING.minusSeconds(1))).isEmpty();
        assertThat(book.trades().overdue(EVENING)).containsExactly(trade(1));
    }

    @Test
    void proposingTwiceChangesNothing() {
        var command = propose(DRIVERS, RING, EVENING);
        tradeAfter(proposed(DRIVERS, RING, EVENING))
                .when(command)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void proposingAgainWhatWasAgreedChangesNothing() {
        tradeAfter(proposed(DRIVERS, GIFT, null), accepted(WRITERS), agreed(GIFT))
                .when(propose(DRIVERS, GIFT, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void proposingAgainWhatLapsedChangesNothing() {
        tradeAfter(proposed(DRIVERS, GIFT, null), accepted(WRITERS), lapsed(LapseReason.OFFER_EXHAUSTED, CAR))
                .when(propose(DRIVERS, GIFT, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theSameIdForAnotherTradeIsRefused() {
        assertRefused(
                tradeAfter(proposed(DRIVERS, GIFT, null)).when(propose(DRIVERS, SWAP, null)),
                Reason.ID_TAKEN,
                Map.of());
        assertRefused(
                tradeAfter(proposed(DRIVERS, GIFT, null), accepted(WRITERS), agreed(GIFT))
                        .when(propose(WRITERS, GIFT, null)),
                Reason.ID_TAKEN,
                Map.of());
        assertRefused(
                tradeAfter(proposed(DRIVERS, GIFT, null), lapsed(LapseReason.EXPIRED, null))
                        .when(propose(DRIVERS, GIFT, EVENING)),
                Reason.ID_TAKEN,
                Map.of());
    }

    @Test
    void anOrganizationDoesNotTradeWithItself() {
        refusedLegs(
                DRIVERS,
                List.of(new Leg(DRIVERS, DRIVERS, CAR, 1)),
                Reason.TRADES_WITH_ITSELF,
                Map.of("organization", DRIVERS.toString()));
        refusedLegs(
                DRIVERS,
                List.of(
                        new Leg(DRIVERS, WRITERS, CAR, 1),
                        new Leg(WRITERS, WRITERS, PROPOSAL, 1),
                        new Leg(WRITERS, DRIVERS, PROPOSAL, 1)),
                Reason.TRADES_WITH_ITSELF,
                Map.of("organization", WRITERS.toString()));
    }

    @Test
    void legsThatDoNotCloseAreRefused() {
        refusedLegs(
                DRIVERS,
                List.of(new Leg(DRIVERS, WRITERS, CAR, 1), new Leg(LISTENERS, DRIVERS, LISTENING, 1)),
                Reason.LEGS_DO_NOT_CLOSE,
                Map.of());
    }

    @Test
    void legsOutOfTheirOrderAreRefused() {
        refusedLegs(DRIVERS, List.of(RING.get(0), RING.get(2), RING.get(1)), Reason.LEGS_DO_NOT_CLOSE, Map.of());
    }

    @Test
    void aRingThatPassesAnOrganizationTwiceIsRefused() {
        refusedLegs(
                DRIVERS,
                List.of(
                        new Leg(DRIVERS, WRITERS, CAR, 1),
                        new Leg(WRITERS, DRIVERS, PROPOSAL, 1),
                        new Leg(DRIVERS, LISTENERS, CAR, 1),
                        new Leg(LISTENERS, DRIVERS, LISTENING, 1)),
                Reason.LEGS_DO_NOT_CLOSE,
                Map.of());
    }

    @Test
    void onlyAPartyProposes() {
        refusedLegs(LISTENERS, SWAP, Reason.NOT_A_PARTY, Map.of("organization", LISTENERS.toString()));
    }

    @Test
    void aProposalThatIsOverAlreadyIsRefused() {
        assertRefused(noTrade().when(propose(DRIVERS, GIFT, DAY_THREE)), Reason.EXPIRY_PASSED, Map.of());
    }

    @Test
    void everyPartyIsEnrolled() {
        refusedLegs(
                DRIVERS,
                List.of(new Leg(DRIVERS, STRANGERS, CAR, 1)),
                Reason.ORGANIZATION_UNKNOWN,
                Map.of("organization", STRANGERS.toString()));
    }

    @Test
    void everyOfferIsKnown() {
        refusedLegs(
                DRIVERS,
                List.of(new Leg(DRIVERS, WRITERS, offer(77), 1)),
                Reason.OFFER_UNKNOWN,
                Map.of("offer", offer(77).toString()));
    }

    @Test
    void anOfferOfAnotherSummitIsUnknown() {
        var elsewhere = new SummitId(UUID.fromString("5a1a0000-0000-4000-8000-000000000002"));
        book.enrol(elsewhere, DRIVERS, WRITERS);
        assertRefused(
                noTrade().when(new ProposeTrade(trade(1), elsewhere, DRIVERS, GIFT, null)),
                Reason.OFFER_UNKNOWN,
                Map.of("offer", CAR.toString()));
    }

    @Test
    void nobodyGivesWhatOthersOffer() {
        refusedLegs(
                DRIVERS,
                List.of(new Leg(DRIVERS, LISTENERS, PROPOSAL, 1)),
                Reason.OFFER_NOT_THEIRS,
                Map.of("offer", PROPOSAL.toString()));
    }

    @Test
    void anOfferThatEndedIsRefused() {
        clock.advance(Duration.between(DAY_THREE, YEAR_END));
        refusedLegs(DRIVERS, GIFT, Reason.OFFER_CLOSED, Map.of("offer", CAR.toString()));
    }

    @Test
    void moreUnitsThanAreLeftAreRefused() {
        book.reserve(List.of(new Leg(DRIVERS, LISTENERS, CAR, 5)), DAY_THREE);
        refusedLegs(DRIVERS, GIFT, Reason.OFFER_EXHAUSTED, Map.of("offer", CAR.toString(), "left", "1"));
    }

    // accepting

    @Test
    void theLastAcceptanceAgreesTheTrade() {
        tradeAfter(proposed(DRIVERS, SWAP, EVENING))
                .when(accept(WRITERS))
                .expectSuccessfulHandlerExecution()
                .expectEvents(accepted(WRITERS), agreed(SWAP));
        assertThat(reserved(CAR)).isEqualTo(2);
        assertThat(reserved(PROPOSAL)).isEqualTo(1);
        assertThat(book.trades().open()).isEmpty();
    }

    @Test
    void aGiftThatWasAskedForIsAgreedByItsGiver() {
        tradeAfter(proposed(WRITERS, GIFT, null)).when(accept(DRIVERS)).expectEvents(accepted(DRIVERS), agreed(GIFT));
    }

    @Test
    void aRingWaitsForAll() {
        tradeAfter(proposed(DRIVERS, RING, null)).when(accept(LISTENERS)).expectEvents(accepted(LISTENERS));
        assertThat(reserved(CAR)).isZero();
        tradeAfter(proposed(DRIVERS, RING, null), accepted(LISTENERS))
                .when(accept(WRITERS))
                .expectEvents(accepted(WRITERS), agreed(RING));
        assertThat(reserved(CAR)).isEqualTo(2);
        assertThat(reserved(PROPOSAL)).isEqualTo(1);
        assertThat(reserved(LISTENING)).isEqualTo(1);
    }

    @Test
    void acceptingTwiceChangesNothing() {
        tradeAfter(proposed(DRIVERS, RING, null), accepted(LISTENERS))
                .when(accept(LISTENERS))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theProposerHasAcceptedAlready() {
        tradeAfter(proposed(DRIVERS, RING, null))
                .when(accept(DRIVERS))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void acceptingAgainWhatIsAgreedReservesNothingMore() {
        tradeAfter(proposed(DRIVERS, SWAP, null), accepted(WRITERS), agreed(SWAP))
                .when(accept(WRITERS))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        assertThat(reserved(CAR)).isZero();
    }

    @Test
    void acceptingAgainWhatLapsedByItChangesNothing() {
        tradeAfter(proposed(DRIVERS, SWAP, null), accepted(WRITERS), lapsed(LapseReason.OFFER_EXHAUSTED, CAR))
                .when(accept(WRITERS))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aTradeLapsesWhereOneOffersUnitsAreGone() {
        book.reserve(List.of(new Leg(WRITERS, LISTENERS, PROPOSAL, 1)), DAY_THREE);
        tradeAfter(proposed(DRIVERS, SWAP, null))
                .when(accept(WRITERS))
                .expectSuccessfulHandlerExecution()
                .expectEvents(accepted(WRITERS), lapsed(LapseReason.OFFER_EXHAUSTED, PROPOSAL));
        assertThat(reserved(CAR)).as("none of it was reserved").isZero();
        assertThat(book.trades().open()).isEmpty();
    }

    @Test
    void aTradeLapsesWhereAnOfferEndedMeanwhile() {
        clock.advance(Duration.between(DAY_THREE, YEAR_END));
        tradeAfter(proposed(DRIVERS, SWAP, null))
                .when(accept(WRITERS))
                .expectEvents(accepted(WRITERS), lapsed(LapseReason.OFFER_CLOSED, CAR));
        assertThat(reserved(CAR)).isZero();
    }

    @Test
    void onlyAPartyAccepts() {
        var details = Map.of("organization", STRANGERS.toString());
        assertRefused(tradeAfter(proposed(DRIVERS, SWAP, null)).when(accept(STRANGERS)), Reason.NOT_A_PARTY, details);
        assertRefused(
                tradeAfter(proposed(DRIVERS, SWAP, null), accepted(WRITERS), agreed(SWAP))
                        .when(accept(STRANGERS)),
                Reason.NOT_A_PARTY,
                details);
        assertRefused(
                tradeAfter(proposed(DRIVERS, SWAP, null), lapsed(LapseReason.EXPIRED, null))
                        .when(accept(STRANGERS)),
                Reason.NOT_A_PARTY,
                details);
    }

    @Test
    void aTradeThatNobodyProposedCannotBeAccepted() {
        assertRefused(noTrade().when(accept(DRIVERS)), Reason.TRADE_UNKNOWN, Map.of());
    }

    @Test
    void acceptingTooLateIsRefused() {
        clock.advance(Duration.between(DAY_THREE, EVENING));
        assertRefused(tradeAfter(proposed(DRIVERS, SWAP, EVENING)).when(accept(WRITERS)), Reason.TRADE_OVER, Map.of());
    }

    @Test
    void whatLapsedCannotBeAccepted() {
        assertRefused(
                tradeAfter(proposed(DRIVERS, RING, null), lapsed(LapseReason.EXPIRED, null))
                        .when(accept(WRITERS)),
                Reason.TRADE_OVER,
                Map.of());
    }

    // lapsing

    @Test
    void aTradeWhoseTimeIsOverLapses() {
        clock.advance(Duration.between(DAY_THREE, EVENING));
        tradeAfter(proposed(DRIVERS, RING, EVENING), accepted(WRITERS))
                .when(new LapseTrade(trade(1)))
                .expectEvents(lapsed(LapseReason.EXPIRED, null));
        assertThat(book.trades().open()).isEmpty();
    }

    @Test
    void aTradeWithAnOfferThatEndedLapses() {
        clock.advance(Duration.between(DAY_THREE, YEAR_END));
        tradeAfter(proposed(DRIVERS, RING, null))
                .when(new LapseTrade(trade(1)))
                .expectEvents(lapsed(LapseReason.OFFER_CLOSED, CAR));
    }

    @Test
    void aTradeWhoseTimeIsNotOverDoesNotLapse() {
        tradeAfter(proposed(DRIVERS, RING, EVENING))
                .when(new LapseTrade(trade(1)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        assertThat(book.trades().open()).contains(trade(1));
    }

    @Test
    void whatIsDecidedDoesNotLapse() {
        clock.advance(Duration.between(DAY_THREE, YEAR_END));
        tradeAfter(proposed(DRIVERS, SWAP, EVENING), accepted(WRITERS), agreed(SWAP))
                .when(new LapseTrade(trade(1)))
                .expectNoEvents();
        tradeAfter(proposed(DRIVERS, SWAP, EVENING), lapsed(LapseReason.EXPIRED, null))
                .when(new LapseTrade(trade(1)))
                .expectNoEvents();
        noTrade().when(new LapseTrade(trade(1))).expectNoEvents();
    }

    private void refusedLegs(OrganizationId proposer, List<Leg> legs, Reason reason, Map<String, String> details) {
        assertRefused(noTrade().when(propose(proposer, legs, null)), reason, details);
        assertThat(book.trades().open()).isEmpty();
    }

    private TestExecutor<Trade> noTrade() {
        return Fixtures.of(Trade.class, book, clock).givenNoPriorActivity();
    }

    private TestExecutor<Trade> tradeAfter(TradeEvent... history) {
        Arrays.stream(history).forEach(event -> book.trades().tell(event, clock.instant()));
        return Fixtures.of(Trade.class, book, clock).given(Arrays.asList(history));
    }

    private int reserved(OfferId offer) {
        return book.find(List.of(offer)).values().iterator().next().reserved();
    }

    private static ProposeTrade propose(
            @Nullable OrganizationId proposer, List<Leg> legs, @Nullable Instant expiresAt) {
        return new ProposeTrade(trade(1), Summit.ID, proposer, legs, expiresAt);
    }

    private static AcceptTrade accept(OrganizationId organization) {
        return new AcceptTrade(trade(1), organization, 1);
    }

    private static TradeProposed proposed(
            @Nullable OrganizationId proposer, List<Leg> legs, @Nullable Instant expiresAt) {
        return new TradeProposed(trade(1), Summit.ID, proposer, legs, expiresAt);
    }

    private static TradeAccepted accepted(OrganizationId organization) {
        return new TradeAccepted(trade(1), Summit.ID, organization);
    }

    private static TradeAgreed agreed(List<Leg> legs) {
        return new TradeAgreed(trade(1), Summit.ID, Summit.due(legs));
    }

    private static TradeLapsed lapsed(LapseReason reason, @Nullable OfferId offer) {
        return new TradeLapsed(trade(1), Summit.ID, reason, offer);
    }
}
