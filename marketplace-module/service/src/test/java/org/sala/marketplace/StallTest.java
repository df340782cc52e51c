package org.sala.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.marketplace.Fixtures.assertRefused;
import static org.sala.marketplace.Summit.DAY_THREE;
import static org.sala.marketplace.Summit.YEAR_END;
import static org.sala.marketplace.Summit.offer;
import static org.sala.marketplace.Summit.organization;
import static org.sala.marketplace.Summit.post;
import static org.sala.marketplace.Summit.posted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
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

    private TestExecutor<Stall> stallWith(PostOffer... before) {
        var history = new ArrayList<Object>();
        for (var command : before) {
            book.enter(posted(command));
            history.add(posted(command));
        }
        return Fixtures.of(Stall.class, book, clock).given(history);
    }
}
