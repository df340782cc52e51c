package org.sala.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.marketplace.Fixtures.assertRefused;
import static org.sala.marketplace.Summit.DAY_THREE;
import static org.sala.marketplace.Summit.need;
import static org.sala.marketplace.Summit.offer;
import static org.sala.marketplace.Summit.organization;
import static org.sala.marketplace.Summit.trade;
import static org.sala.marketplace.TradeFixture.CAR;
import static org.sala.marketplace.TradeFixture.CHAIN;
import static org.sala.marketplace.TradeFixture.DRIVERS;
import static org.sala.marketplace.TradeFixture.GIFT;
import static org.sala.marketplace.TradeFixture.LISTENERS;
import static org.sala.marketplace.TradeFixture.LISTENING;
import static org.sala.marketplace.TradeFixture.OF_WRITERS;
import static org.sala.marketplace.TradeFixture.PROPOSAL;
import static org.sala.marketplace.TradeFixture.STRANGERS;
import static org.sala.marketplace.TradeFixture.SWAP;
import static org.sala.marketplace.TradeFixture.TODAY;
import static org.sala.marketplace.TradeFixture.WRITERS;
import static org.sala.marketplace.TradeFixture.accept;
import static org.sala.marketplace.TradeFixture.accepted;
import static org.sala.marketplace.TradeFixture.agreed;
import static org.sala.marketplace.TradeFixture.cancelled;
import static org.sala.marketplace.TradeFixture.counter;
import static org.sala.marketplace.TradeFixture.countered;
import static org.sala.marketplace.TradeFixture.proposed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sala.marketplace.api.CancelReason;
import org.sala.marketplace.api.DeclineReason;
import org.sala.marketplace.api.LapseReason;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceCommand.CancelTrade;
import org.sala.marketplace.api.MarketplaceCommand.DeclineTrade;
import org.sala.marketplace.api.MarketplaceCommand.DeliverLeg;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.MarketplaceEvent.TradeAgreed;
import org.sala.marketplace.api.MarketplaceEvent.TradeDeclined;
import org.sala.marketplace.api.MarketplaceEvent.TradeLapsed;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.OrganizationId;

/** What becomes of a proposal: countered, declined, called off; chains, needs, and what the programme proposes. */
class OpenTradeTest {

    private final TradeFixture fixture = new TradeFixture();

    private static final DeclineTrade DECLINE = new DeclineTrade(trade(1), WRITERS, DeclineReason.TERMS);
    private static final TradeDeclined DECLINED = new TradeDeclined(trade(1), Summit.ID, WRITERS, DeclineReason.TERMS);
    private static final CancelTrade CANCEL = new CancelTrade(trade(1), DRIVERS, CancelReason.CANNOT_DELIVER);

    private static ProposeTrade propose(@Nullable OrganizationId proposer, List<Leg> legs) {
        return new ProposeTrade(trade(1), Summit.ID, proposer, legs, null);
    }

    // proposing

    @Test
    void whatTheProgrammeProposesNobodyHasAcceptedYet() {
        fixture.after().when(propose(null, SWAP)).expectEvents(proposed(null, SWAP));
        fixture.after(proposed(null, SWAP)).when(accept(DRIVERS, 1)).expectEvents(accepted(DRIVERS));
        fixture.after(proposed(null, SWAP), accepted(DRIVERS))
                .when(accept(WRITERS, 1))
                .expectEvents(accepted(WRITERS), agreed(SWAP));
    }

    @Test
    void aChainBeginsWithAGift() {
        fixture.after().when(propose(DRIVERS, CHAIN)).expectEvents(proposed(DRIVERS, CHAIN));
        var withoutGift = List.of(new Leg(DRIVERS, WRITERS, CAR, 1), new Leg(WRITERS, LISTENERS, PROPOSAL, 1));
        assertRefused(
                fixture.after().when(propose(DRIVERS, withoutGift)),
                Reason.CHAIN_WITHOUT_A_GIFT,
                Map.of("offer", CAR.toString()));
    }

    @Test
    void aChainOfSixLegsIsRefused() {
        var legs = new ArrayList<Leg>();
        for (var i = 1; i <= 6; i++) {
            legs.add(new Leg(organization(i), organization(i + 1), offer(i), 1));
        }
        assertRefused(fixture.after().when(propose(DRIVERS, legs)), Reason.CHAIN_TOO_LONG, Map.of("limit", "5"));
    }

    @Test
    void aChainThatPassesAnOrganizationTwiceIsRefused() {
        var legs = List.of(
                new Leg(LISTENERS, DRIVERS, LISTENING, 1),
                new Leg(DRIVERS, WRITERS, CAR, 1),
                new Leg(WRITERS, DRIVERS, PROPOSAL, 1));
        assertRefused(fixture.after().when(propose(DRIVERS, legs)), Reason.LEGS_DO_NOT_CLOSE, Map.of());
    }

    @Test
    void aLegServesAnOpenNeedOfItsReceiver() {
        var serving = List.of(new Leg(DRIVERS, WRITERS, CAR, 1, OF_WRITERS, null));
        fixture.after().when(propose(DRIVERS, serving)).expectEvents(proposed(DRIVERS, serving));
        refusedNeed(new Leg(DRIVERS, WRITERS, CAR, 1, need(77), null), Reason.NEED_UNKNOWN);
        refusedNeed(new Leg(DRIVERS, LISTENERS, CAR, 1, OF_WRITERS, null), Reason.NEED_NOT_THEIRS);
        fixture.book.needs().close(OF_WRITERS);
        refusedNeed(serving.getFirst(), Reason.NEED_CLOSED);
    }

    private void refusedNeed(Leg leg, Reason reason) {
        assertRefused(
                fixture.after().when(propose(DRIVERS, List.of(leg))),
                reason,
                Map.of("need", Objects.requireNonNull(leg.need()).toString()));
    }

    @Test
    void whatIsWithdrawnCannotBeTradedOver() {
        fixture.book.withdraw(CAR);
        assertRefused(
                fixture.after().when(propose(DRIVERS, GIFT)), Reason.OFFER_CLOSED, Map.of("offer", CAR.toString()));
    }

    @Test
    void nothingIsDueBeforeNow() {
        var late = List.of(GIFT.getFirst().dueBy(DAY_THREE));
        assertRefused(fixture.after().when(propose(DRIVERS, late)), Reason.DUE_PASSED, Map.of());
    }

    @Test
    void aDayThatWasNamedStaysTheDayWhenItIsAgreed() {
        var day = DAY_THREE.plus(Duration.ofDays(20));
        var legs = List.of(GIFT.getFirst().dueBy(day));
        fixture.after(proposed(DRIVERS, legs))
                .when(accept(WRITERS, 1))
                .expectEvents(accepted(WRITERS), new TradeAgreed(trade(1), Summit.ID, legs));
    }

    // countering

    @Test
    void aCounterReplacesTheLegsAndClearsWhatWasAccepted() {
        fixture.after(proposed(DRIVERS, GIFT))
                .when(counter(WRITERS, 1, SWAP))
                .expectEvents(countered(WRITERS, 2, SWAP));
        fixture.after(proposed(DRIVERS, GIFT), countered(WRITERS, 2, SWAP))
                .when(accept(DRIVERS, 2))
                .expectEvents(accepted(DRIVERS), agreed(SWAP));
    }

    @Test
    void nobodyAcceptsTermsThatTheyHaveNotSeen() {
        assertRefused(
                fixture.after(proposed(DRIVERS, GIFT), countered(WRITERS, 2, SWAP))
                        .when(accept(DRIVERS, 1)),
                Reason.TERMS_CHANGED,
                Map.of("round", "2"));
        assertRefused(
                fixture.after(proposed(DRIVERS, GIFT), countered(WRITERS, 2, SWAP))
                        .when(counter(DRIVERS, 1, CHAIN)),
                Reason.TERMS_CHANGED,
                Map.of("round", "2"));
        assertThat(fixture.reserved(CAR)).isZero();
    }

    @Test
    void counteringTwiceChangesNothing() {
        fixture.after(proposed(DRIVERS, GIFT), countered(WRITERS, 2, SWAP))
                .when(counter(WRITERS, 1, SWAP))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void onlyAPartyCounters() {
        assertRefused(
                fixture.after(proposed(DRIVERS, GIFT)).when(counter(LISTENERS, 1, SWAP)),
                Reason.NOT_A_PARTY,
                Map.of("organization", LISTENERS.toString()));
        assertRefused(
                fixture.after(proposed(DRIVERS, SWAP))
                        .when(counter(WRITERS, 1, List.of(new Leg(LISTENERS, DRIVERS, LISTENING, 1)))),
                Reason.NOT_A_PARTY,
                Map.of("organization", WRITERS.toString()));
    }

    @Test
    void aCounterHoldsToTheRulesOfAProposal() {
        assertRefused(
                fixture.after(proposed(DRIVERS, GIFT))
                        .when(counter(WRITERS, 1, List.of(new Leg(WRITERS, WRITERS, PROPOSAL, 1)))),
                Reason.TRADES_WITH_ITSELF,
                Map.of("organization", WRITERS.toString()));
        assertRefused(
                fixture.after(proposed(DRIVERS, GIFT))
                        .when(counter(WRITERS, 1, List.of(new Leg(DRIVERS, WRITERS, CAR, 7)))),
                Reason.OFFER_EXHAUSTED,
                Map.of("offer", CAR.toString(), "left", "6"));
    }

    @Test
    void counteringWhatIsAgreedOrOverIsRefused() {
        assertRefused(fixture.agreedThen().when(counter(WRITERS, 1, GIFT)), Reason.TRADE_AGREED, Map.of());
        assertRefused(
                fixture.after(proposed(DRIVERS, SWAP), DECLINED).when(counter(WRITERS, 1, GIFT)),
                Reason.TRADE_OVER,
                Map.of());
        assertRefused(fixture.after().when(counter(WRITERS, 1, GIFT)), Reason.TRADE_UNKNOWN, Map.of());
    }

    // declining

    @Test
    void aPartyDeclinesOnce() {
        fixture.after(proposed(DRIVERS, SWAP)).when(DECLINE).expectEvents(DECLINED);
        assertThat(fixture.book.trades().open()).isEmpty();
        fixture.after(proposed(DRIVERS, SWAP), DECLINED)
                .when(DECLINE)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void onlyAPartyDeclinesAndOnlyWhatIsOpen() {
        assertRefused(
                fixture.after(proposed(DRIVERS, SWAP)).when(new DeclineTrade(trade(1), STRANGERS, DeclineReason.OTHER)),
                Reason.NOT_A_PARTY,
                Map.of("organization", STRANGERS.toString()));
        assertRefused(fixture.agreedThen().when(DECLINE), Reason.TRADE_AGREED, Map.of());
        assertRefused(
                fixture.after(proposed(DRIVERS, SWAP), cancelled(DRIVERS, List.of()))
                        .when(DECLINE),
                Reason.TRADE_OVER,
                Map.of());
    }

    @Test
    void whatWasDeclinedCannotBeAccepted() {
        assertRefused(
                fixture.after(proposed(DRIVERS, SWAP), DECLINED).when(accept(WRITERS, 1)), Reason.TRADE_OVER, Map.of());
    }

    // calling off

    @Test
    void aProposalIsCalledOffAndHoldsNothing() {
        fixture.after(proposed(DRIVERS, SWAP)).when(CANCEL).expectEvents(cancelled(DRIVERS, List.of()));
        fixture.after(proposed(DRIVERS, SWAP), cancelled(DRIVERS, List.of()))
                .when(CANCEL)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void onlyAPartyOrStaffCallsOff() {
        assertRefused(
                fixture.after(proposed(DRIVERS, SWAP)).when(new CancelTrade(trade(1), STRANGERS, CancelReason.OTHER)),
                Reason.NOT_A_PARTY,
                Map.of("organization", STRANGERS.toString()));
        fixture.after(proposed(DRIVERS, SWAP))
                .when(new CancelTrade(trade(1), null, CancelReason.CANNOT_DELIVER))
                .expectEvents(cancelled(null, List.of()));
    }

    @Test
    void nothingIsDeliveredBeforeItIsAgreed() {
        assertRefused(
                fixture.after(proposed(DRIVERS, SWAP)).when(new DeliverLeg(trade(1), 1, DRIVERS, TODAY, null)),
                Reason.NOT_AGREED,
                Map.of());
    }

    @Test
    void aTradeWithAnOfferThatWasWithdrawnLapses() {
        fixture.after(proposed(DRIVERS, SWAP));
        fixture.book.withdraw(PROPOSAL);
        assertThat(fixture.book.trades().overdue(DAY_THREE)).containsExactly(trade(1));
        fixture.after(proposed(DRIVERS, SWAP))
                .when(new LapseTrade(trade(1)))
                .expectEvents(new TradeLapsed(trade(1), Summit.ID, LapseReason.OFFER_CLOSED, PROPOSAL));
    }
}
