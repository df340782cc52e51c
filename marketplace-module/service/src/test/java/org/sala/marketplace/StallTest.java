package org.sala.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.marketplace.Fixtures.assertRefused;
import static org.sala.marketplace.Summit.DAY_THREE;
import static org.sala.marketplace.Summit.YEAR_END;
import static org.sala.marketplace.Summit.need;
import static org.sala.marketplace.Summit.offer;
import static org.sala.marketplace.Summit.organization;
import static org.sala.marketplace.Summit.post;
import static org.sala.marketplace.Summit.posted;
import static org.sala.marketplace.Summit.voiced;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.marketplace.api.MarketplaceCommand.WithdrawNeed;
import org.sala.marketplace.api.MarketplaceCommand.WithdrawOffer;
import org.sala.marketplace.api.MarketplaceEvent.NeedMet;
import org.sala.marketplace.api.MarketplaceEvent.NeedWithdrawn;
import org.sala.marketplace.api.MarketplaceEvent.OfferWithdrawn;
import org.sala.marketplace.api.MarketplaceEvent.StallEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeProposed;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.testing.SettableClock;

class StallTest {

    private static final OrganizationId DRIVERS = organization(1);
    private static final OrganizationId WRITERS = organization(2);

    private final BookInMemory book = new BookInMemory().enrol(Summit.ID, DRIVERS, WRITERS);
    private final SettableClock clock = new SettableClock(DAY_THREE);

    @Test
    void anOfferIsPosted() {
        var command = post(DRIVERS, offer(1), 6);
        stallWith().when(command).expectSuccessfulHandlerExecution().expectEvents(posted(command));
        assertThat(book.entries()).containsExactly(Map.entry(offer(1), Summit.entry(offer(1), DRIVERS, 6, 0)));
    }

    @Test
    void postingTwiceChangesNothing() {
        var command = post(DRIVERS, offer(1), 6);
        stallWith(command).when(command).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void postingAgainAfterTheOfferEndedChangesNothing() {
        var command = post(DRIVERS, offer(1), 6);
        clock.advance(Duration.ofDays(400));
        stallWith(command).when(command).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void theSameIdForAnotherOfferIsRefused() {
        assertRefused(
                stallWith(post(DRIVERS, offer(1), 6)).when(post(DRIVERS, offer(1), 7)), Reason.ID_TAKEN, Map.of());
    }

    @Test
    void theIdOfAnotherStallsOfferIsRefused() {
        book.enter(posted(post(WRITERS, offer(1), 6)));
        assertRefused(stallWith().when(post(DRIVERS, offer(1), 6)), Reason.ID_TAKEN, Map.of());
    }

    @Test
    void anOrganizationThatIsNotEnrolledCannotOffer() {
        assertRefused(
                stallWith().when(post(organization(9), offer(1), 6)),
                Reason.ORGANIZATION_UNKNOWN,
                Map.of("organization", organization(9).toString()));
        assertThat(book.entries()).isEmpty();
    }

    @Test
    void anOrganizationOfAnotherSummitCannotOffer() {
        var elsewhere = new SummitId(UUID.fromString("5a1a0000-0000-4000-8000-000000000002"));
        assertRefused(
                stallWith().when(post(elsewhere, DRIVERS, offer(1), 6, YEAR_END)),
                Reason.ORGANIZATION_UNKNOWN,
                Map.of("organization", DRIVERS.toString()));
    }

    @Test
    void anOfferThatIsOverAlreadyIsRefused() {
        assertRefused(
                stallWith().when(post(Summit.ID, DRIVERS, offer(1), 6, DAY_THREE)), Reason.GOOD_UNTIL_PASSED, Map.of());
    }

    @Test
    void threeOffersAreOpenAtTheMost() {
        assertRefused(
                stallWith(post(DRIVERS, offer(1), 1), post(DRIVERS, offer(2), 1), post(DRIVERS, offer(3), 1))
                        .when(post(DRIVERS, offer(4), 1)),
                Reason.TOO_MANY_OFFERS,
                Map.of("limit", "3"));
    }

    @Test
    void anOfferThatEndedMakesRoom() {
        var soon = DAY_THREE.plus(Duration.ofHours(1));
        var fourth = post(DRIVERS, offer(4), 1);
        clock.advance(Duration.ofHours(1));
        stallWith(post(Summit.ID, DRIVERS, offer(1), 1, soon), post(DRIVERS, offer(2), 1), post(DRIVERS, offer(3), 1))
                .when(fourth)
                .expectEvents(posted(fourth));
    }

    @Test
    void anOfferWhoseUnitsAreAllPromisedMakesRoom() {
        var fourth = post(DRIVERS, offer(4), 1);
        var stall = stallWith(post(DRIVERS, offer(1), 2), post(DRIVERS, offer(2), 1), post(DRIVERS, offer(3), 1));
        book.reserve(List.of(new Leg(DRIVERS, WRITERS, offer(1), 2)), DAY_THREE);
        stall.when(fourth).expectEvents(posted(fourth));
    }

    @Test
    void whatIsOfferedIsInTheTaxonomy() {
        var like = post(DRIVERS, offer(1), 6);
        var elsewhere = new PostOffer(
                like.summit(),
                like.organization(),
                like.offer(),
                OfferKind.CAPACITY,
                like.category(),
                like.title(),
                like.terms(),
                like.units(),
                like.unit(),
                like.languages(),
                like.place(),
                like.goodUntil(),
                like.gift());
        assertRefused(stallWith().when(elsewhere), Reason.CATEGORY_UNKNOWN, Map.of());
    }

    // revising and withdrawing

    @Test
    void anOfferIsRevisedOnce() {
        var first = post(DRIVERS, offer(1), 6);
        var revise = Summit.revise(first, 4);
        stallWith(first).when(revise).expectEvents(Summit.revised(revise));
        assertThat(book.entries()).containsEntry(offer(1), Summit.entry(offer(1), DRIVERS, 4, 0));
        stallAfter(posted(first), Summit.revised(revise))
                .when(revise)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anOfferIsNotRevisedBelowWhatIsPromised() {
        var stall = stallWith(post(DRIVERS, offer(1), 6));
        book.reserve(List.of(new Leg(DRIVERS, WRITERS, offer(1), 4)), DAY_THREE);
        assertRefused(
                stall.when(Summit.revise(post(DRIVERS, offer(1), 6), 3)),
                Reason.UNITS_PROMISED,
                Map.of("offer", offer(1).toString(), "promised", "4"));
    }

    @Test
    void nothingChangesUnderAnOpenTrade() {
        var stall = stallWith(post(DRIVERS, offer(1), 6));
        book.trades()
                .tell(
                        new TradeProposed(
                                Summit.trade(1),
                                Summit.ID,
                                DRIVERS,
                                List.of(new Leg(DRIVERS, WRITERS, offer(1), 1)),
                                null),
                        DAY_THREE);
        assertRefused(
                stall.when(Summit.revise(post(DRIVERS, offer(1), 6), 7)),
                Reason.OFFER_IN_TRADES,
                Map.of("offer", offer(1).toString()));
    }

    @Test
    void anOfferThatIsOverIsRevisedBackOnlyWhereThereIsRoom() {
        var soon = DAY_THREE.plus(Duration.ofHours(1));
        var over = post(Summit.ID, DRIVERS, offer(1), 1, soon);
        clock.advance(Duration.ofHours(1));
        var stall = stallWith(over, post(DRIVERS, offer(2), 1), post(DRIVERS, offer(3), 1), post(DRIVERS, offer(4), 1));
        assertRefused(
                stall.when(Summit.revise(post(DRIVERS, offer(1), 1), 1)), Reason.TOO_MANY_OFFERS, Map.of("limit", "3"));
    }

    @Test
    void anOfferThatNobodyPostedIsNeitherRevisedNorWithdrawn() {
        var details = Map.of("offer", offer(1).toString());
        assertRefused(stallWith().when(Summit.revise(post(DRIVERS, offer(1), 6), 4)), Reason.OFFER_UNKNOWN, details);
        assertRefused(stallWith().when(new WithdrawOffer(Summit.ID, DRIVERS, offer(1))), Reason.OFFER_UNKNOWN, details);
    }

    @Test
    void anOfferIsWithdrawnOnceAndMakesRoom() {
        var withdraw = new WithdrawOffer(Summit.ID, DRIVERS, offer(1));
        var withdrawn = new OfferWithdrawn(Summit.ID, DRIVERS, offer(1));
        var first = post(DRIVERS, offer(1), 1);
        stallWith(first).when(withdraw).expectEvents(withdrawn);
        stallAfter(posted(first), withdrawn)
                .when(withdraw)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        assertRefused(
                stallAfter(posted(first), withdrawn).when(Summit.revise(first, 2)),
                Reason.OFFER_CLOSED,
                Map.of("offer", offer(1).toString()));
        assertThat(book.openOffers(Summit.ID, DRIVERS, DAY_THREE)).isZero();
    }

    // needs

    @Test
    void aNeedIsVoicedOnce() {
        var voice = Summit.voice(WRITERS, need(1));
        stallAfter().when(voice).expectEvents(voiced(voice));
        stallAfter(voiced(voice)).when(voice).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void theIdOfAnotherStallsNeedIsRefused() {
        book.needs().enter(voiced(Summit.voice(DRIVERS, need(1))));
        assertRefused(stallAfter().when(Summit.voice(WRITERS, need(1))), Reason.ID_TAKEN, Map.of());
    }

    @Test
    void tenNeedsAreOpenAtTheMost() {
        for (var number = 1; number <= 10; number++) {
            book.needs().enter(voiced(Summit.voice(WRITERS, need(number))));
        }
        assertRefused(stallAfter().when(Summit.voice(WRITERS, need(11))), Reason.TOO_MANY_NEEDS, Map.of("limit", "10"));
    }

    @Test
    void aNeedIsWithdrawnOnce() {
        var voiced = voiced(Summit.voice(WRITERS, need(1)));
        var withdraw = new WithdrawNeed(Summit.ID, WRITERS, need(1));
        var withdrawn = new NeedWithdrawn(Summit.ID, WRITERS, need(1));
        stallAfter(voiced).when(withdraw).expectEvents(withdrawn);
        stallAfter(voiced, withdrawn)
                .when(withdraw)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        assertRefused(stallAfter().when(withdraw), Reason.NEED_UNKNOWN, Map.of("need", need(1).toString()));
    }

    @Test
    void aNeedIsMetOnceAndOnlyWhileItIsOpen() {
        var voiced = voiced(Summit.voice(WRITERS, need(1)));
        var meet = new MeetNeed(Summit.ID, WRITERS, need(1), Summit.trade(1), 2);
        var met = new NeedMet(Summit.ID, WRITERS, need(1), Summit.trade(1), 2);
        stallAfter(voiced).when(meet).expectEvents(met);
        stallAfter(voiced, met).when(meet).expectNoEvents();
        stallAfter(voiced, new NeedWithdrawn(Summit.ID, WRITERS, need(1)))
                .when(meet)
                .expectNoEvents();
        stallAfter().when(meet).expectNoEvents();
    }

    private TestExecutor<Stall> stallAfter(StallEvent... history) {
        return Fixtures.of(Stall.class, book, clock).given(Arrays.asList(history));
    }

    private TestExecutor<Stall> stallWith(PostOffer... before) {
        var history = new ArrayList<Object>();
        for (var command : before) {
            book.enter(posted(command));
            history.add(posted(command));
        }
        return Fixtures.of(Stall.class, book, clock).given(history);
    }
}
