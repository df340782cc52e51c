package org.sala.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.marketplace.Fixtures.assertRefused;
import static org.sala.marketplace.Summit.YEAR_END;
import static org.sala.marketplace.Summit.trade;
import static org.sala.marketplace.TradeFixture.CAR;
import static org.sala.marketplace.TradeFixture.DRIVERS;
import static org.sala.marketplace.TradeFixture.PROPOSAL;
import static org.sala.marketplace.TradeFixture.STRANGERS;
import static org.sala.marketplace.TradeFixture.SWAP;
import static org.sala.marketplace.TradeFixture.TODAY;
import static org.sala.marketplace.TradeFixture.WRITERS;
import static org.sala.marketplace.TradeFixture.cancelled;
import static org.sala.marketplace.TradeFixture.completed;
import static org.sala.marketplace.TradeFixture.confirmed;
import static org.sala.marketplace.TradeFixture.delivered;
import static org.sala.marketplace.TradeFixture.disputed;
import static org.sala.marketplace.TradeFixture.resolved;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sala.marketplace.api.CancelReason;
import org.sala.marketplace.api.FreeText;
import org.sala.marketplace.api.LegResolution;
import org.sala.marketplace.api.MarketplaceCommand.CancelTrade;
import org.sala.marketplace.api.MarketplaceCommand.ConfirmLeg;
import org.sala.marketplace.api.MarketplaceCommand.DeliverLeg;
import org.sala.marketplace.api.MarketplaceCommand.DisputeLeg;
import org.sala.marketplace.api.MarketplaceCommand.EraseTradeWords;
import org.sala.marketplace.api.MarketplaceCommand.ResolveLeg;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegAskedAfter;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegConfirmed;
import org.sala.marketplace.api.MarketplaceEvent.TradeWordsErased;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.Occasion;
import org.sala.marketplace.api.OrganizationId;
import org.sala.personal.Personal;

/** What becomes of promises: delivered, confirmed, disputed, resolved, asked after, called off. */
class AgreedTradeTest {

    private final TradeFixture fixture = new TradeFixture();

    private static DeliverLeg deliver(int leg, OrganizationId by) {
        return new DeliverLeg(trade(1), leg, by, TODAY, null);
    }

    private static ConfirmLeg confirm(int leg, OrganizationId by) {
        return new ConfirmLeg(trade(1), leg, by, TODAY, null);
    }

    private static DisputeLeg dispute(int leg, OrganizationId by) {
        return new DisputeLeg(trade(1), leg, by, new FreeText("Nobody came"));
    }

    private static ResolveLeg resolve(int leg, LegResolution resolution) {
        return new ResolveLeg(trade(1), leg, resolution, TODAY, null);
    }

    // delivering

    @Test
    void theGiverDelivers() {
        fixture.agreedThen().when(deliver(1, DRIVERS)).expectEvents(delivered(1));
    }

    @Test
    void deliveringTwiceChangesNothingAndOtherwiseIsRefused() {
        fixture.agreedThen(delivered(1))
                .when(deliver(1, DRIVERS))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        assertRefused(
                fixture.agreedThen(delivered(1)).when(new DeliverLeg(trade(1), 1, DRIVERS, TODAY.minusDays(1), null)),
                Reason.LEG_DELIVERED_ALREADY,
                Map.of("leg", "1"));
    }

    @Test
    void onlyTheGiverDelivers() {
        assertRefused(fixture.agreedThen().when(deliver(1, WRITERS)), Reason.NOT_THE_GIVER, Map.of("leg", "1"));
        assertRefused(
                fixture.agreedThen().when(deliver(1, STRANGERS)),
                Reason.NOT_A_PARTY,
                Map.of("organization", STRANGERS.toString()));
    }

    @Test
    void aLegThatThereIsNotIsUnknown() {
        assertRefused(fixture.agreedThen().when(deliver(3, DRIVERS)), Reason.LEG_UNKNOWN, Map.of("leg", "3"));
    }

    @Test
    void nothingWasDeliveredOnADayThatHasNotCome() {
        assertRefused(
                fixture.agreedThen().when(new DeliverLeg(trade(1), 1, DRIVERS, TODAY.plusDays(2), null)),
                Reason.DATE_IN_FUTURE,
                Map.of());
    }

    // confirming

    @Test
    void theReceiverConfirmsWithEvidence() {
        var evidence = new FreeText("A list with signatures");
        fixture.agreedThen(delivered(1))
                .when(new ConfirmLeg(trade(1), 1, WRITERS, TODAY, evidence))
                .expectEvents(new TradeLegConfirmed(trade(1), Summit.ID, 1, TODAY, Personal.of(evidence)));
    }

    @Test
    void theLastConfirmationCompletesTheTrade() {
        fixture.agreedThen(delivered(1), confirmed(1), delivered(2))
                .when(confirm(2, DRIVERS))
                .expectEvents(confirmed(2), completed());
    }

    @Test
    void confirmingTwiceIsRefused() {
        assertRefused(
                fixture.agreedThen(delivered(1), confirmed(1)).when(confirm(1, WRITERS)),
                Reason.LEG_CONFIRMED_ALREADY,
                Map.of("leg", "1"));
        assertRefused(
                fixture.agreedThen(delivered(1), confirmed(1), delivered(2), confirmed(2), completed())
                        .when(confirm(2, DRIVERS)),
                Reason.LEG_CONFIRMED_ALREADY,
                Map.of("leg", "2"));
    }

    @Test
    void whatIsConfirmedIsNeitherDeliveredNorDisputedAgain() {
        assertRefused(
                fixture.agreedThen(delivered(1), confirmed(1)).when(deliver(1, DRIVERS)),
                Reason.LEG_CONFIRMED_ALREADY,
                Map.of("leg", "1"));
        assertRefused(
                fixture.agreedThen(delivered(1), confirmed(1)).when(dispute(1, WRITERS)),
                Reason.LEG_CONFIRMED_ALREADY,
                Map.of("leg", "1"));
    }

    @Test
    void onlyTheReceiverConfirmsWhatWasDelivered() {
        assertRefused(
                fixture.agreedThen(delivered(1)).when(confirm(1, DRIVERS)),
                Reason.NOT_THE_RECEIVER,
                Map.of("leg", "1"));
        assertRefused(fixture.agreedThen().when(confirm(1, WRITERS)), Reason.LEG_NOT_DELIVERED, Map.of("leg", "1"));
    }

    // disputing

    @Test
    void theReceiverDisputesWhatIsOwedOrDelivered() {
        fixture.agreedThen().when(dispute(1, WRITERS)).expectEvents(disputed(1, "Nobody came"));
        fixture.agreedThen(delivered(1)).when(dispute(1, WRITERS)).expectEvents(disputed(1, "Nobody came"));
        fixture.agreedThen(disputed(1, "Nobody came"))
                .when(dispute(1, WRITERS))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void whatIsDisputedWaitsForStaff() {
        var details = Map.of("leg", "1");
        assertRefused(fixture.agreedThen(disputed(1, "Late")).when(dispute(1, WRITERS)), Reason.LEG_DISPUTED, details);
        assertRefused(fixture.agreedThen(disputed(1, "Late")).when(deliver(1, DRIVERS)), Reason.LEG_DISPUTED, details);
        assertRefused(
                fixture.agreedThen(delivered(1), disputed(1, "Late")).when(confirm(1, WRITERS)),
                Reason.LEG_DISPUTED,
                details);
        assertRefused(fixture.agreedThen().when(dispute(1, DRIVERS)), Reason.NOT_THE_RECEIVER, details);
    }

    @Test
    void staffResolve() {
        fixture.agreedThen(disputed(1, "Late"))
                .when(resolve(1, LegResolution.STILL_OWED))
                .expectEvents(resolved(1, LegResolution.STILL_OWED));
        fixture.agreedThen(disputed(1, "Late"), resolved(1, LegResolution.STILL_OWED))
                .when(deliver(1, DRIVERS))
                .expectEvents(delivered(1));
        fixture.agreedThen(delivered(2), confirmed(2), delivered(1), disputed(1, "Late"))
                .when(resolve(1, LegResolution.CONFIRMED))
                .expectEvents(resolved(1, LegResolution.CONFIRMED), completed());
        assertRefused(
                fixture.agreedThen(delivered(1)).when(resolve(1, LegResolution.CONFIRMED)),
                Reason.LEG_NOT_DISPUTED,
                Map.of("leg", "1"));
    }

    // asking after

    @Test
    void whatIsDueIsAskedAfterOnceOnEachOccasion() {
        var asked = new TradeLegAskedAfter(trade(1), Summit.ID, 1, Occasion.DUE);
        fixture.agreedThen();
        assertThat(fixture.book.trades().toAskAfter(YEAR_END.minusSeconds(1))).isEmpty();
        assertThat(fixture.book.trades().toAskAfter(YEAR_END))
                .contains(new TradeBook.AskingAfter(trade(1), 1, Occasion.DUE));
        fixture.agreedThen().when(new AskAfterLeg(trade(1), 1, Occasion.DUE)).expectEvents(asked);
        fixture.agreedThen(asked)
                .when(new AskAfterLeg(trade(1), 1, Occasion.DUE))
                .expectNoEvents();
        fixture.agreedThen(asked)
                .when(new AskAfterLeg(trade(1), 1, Occasion.A_WEEK_OVERDUE))
                .expectEvents(new TradeLegAskedAfter(trade(1), Summit.ID, 1, Occasion.A_WEEK_OVERDUE));
    }

    @Test
    void whatIsDeliveredIsAskedOfItsReceiver() {
        fixture.agreedThen(delivered(1))
                .when(new AskAfterLeg(trade(1), 1, Occasion.DUE))
                .expectNoEvents();
        fixture.agreedThen(delivered(1))
                .when(new AskAfterLeg(trade(1), 1, Occasion.UNCONFIRMED))
                .expectEvents(new TradeLegAskedAfter(trade(1), Summit.ID, 1, Occasion.UNCONFIRMED));
        fixture.agreedThen(delivered(1), confirmed(1))
                .when(new AskAfterLeg(trade(1), 1, Occasion.UNCONFIRMED))
                .expectNoEvents();
    }

    // calling off

    @Test
    void callingOffGivesBackWhatWasNotDelivered() {
        fixture.agreedThen(delivered(1))
                .when(new CancelTrade(trade(1), WRITERS, CancelReason.CANNOT_DELIVER))
                .expectEvents(cancelled(WRITERS, SWAP.subList(1, 2)));
        assertThat(fixture.reserved(CAR)).isEqualTo(2);
        assertThat(fixture.reserved(PROPOSAL)).isZero();
    }

    @Test
    void whatIsDisputedAndWasNeverDeliveredIsGivenBackToo() {
        fixture.agreedThen(disputed(1, "Nobody came"))
                .when(new CancelTrade(trade(1), null, CancelReason.CANNOT_DELIVER))
                .expectEvents(cancelled(null, SWAP));
        assertThat(fixture.reserved(CAR)).isZero();
    }

    @Test
    void nothingIsOwedOfATradeThatWasCalledOff() {
        assertRefused(
                fixture.agreedThen(cancelled(DRIVERS, SWAP)).when(deliver(1, DRIVERS)), Reason.TRADE_OVER, Map.of());
        fixture.agreedThen(cancelled(DRIVERS, SWAP))
                .when(new CancelTrade(trade(1), WRITERS, CancelReason.OTHER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aCompletedTradeCannotBeCalledOff() {
        assertRefused(
                fixture.agreedThen(delivered(1), confirmed(1), delivered(2), confirmed(2), completed())
                        .when(new CancelTrade(trade(1), DRIVERS, CancelReason.OTHER)),
                Reason.TRADE_OVER,
                Map.of());
    }

    // words

    @Test
    void wordsAreErasedOnceAndNoneCanTakeTheirPlace() {
        var erased = new TradeWordsErased(trade(1), Summit.ID);
        fixture.agreedThen().when(new EraseTradeWords(trade(1))).expectEvents(erased);
        fixture.agreedThen(erased)
                .when(new EraseTradeWords(trade(1)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        assertRefused(
                fixture.agreedThen(erased)
                        .when(new DeliverLeg(trade(1), 1, DRIVERS, TODAY, new FreeText("By somebody"))),
                Reason.WORDS_ERASED,
                Map.of());
        fixture.agreedThen(erased).when(deliver(1, DRIVERS)).expectEvents(delivered(1));
    }
}
