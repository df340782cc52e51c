package org.sala.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.marketplace.Summit.DAY_THREE;
import static org.sala.marketplace.Summit.YEAR_END;
import static org.sala.marketplace.Summit.offer;
import static org.sala.marketplace.Summit.organization;
import static org.sala.marketplace.Summit.post;
import static org.sala.marketplace.Summit.posted;
import static org.sala.marketplace.Summit.trade;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sala.marketplace.OfferBook.Entry;
import org.sala.marketplace.OfferBook.NotReserved;
import org.sala.marketplace.OfferBook.Reserved;
import org.sala.marketplace.api.LapseReason;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;

/** What every offer book and list of open trades does, in PostgreSQL and in the memory of the tests. */
interface OfferBookContract {

    OrganizationId DRIVERS = organization(1);
    OrganizationId WRITERS = organization(2);
    OfferId CAR = offer(1);
    OfferId PROPOSAL = offer(2);

    OfferBook book();

    OpenTrades openTrades();

    @Test
    default void anOfferIsEnteredOnce() {
        assertThat(book().enter(posted(post(DRIVERS, CAR, 6)))).isTrue();
        assertThat(book().enter(posted(post(WRITERS, CAR, 2)))).isFalse();
        assertThat(book().find(List.of(CAR, PROPOSAL)))
                .containsExactly(Map.entry(CAR, new Entry(CAR, Summit.ID, DRIVERS, 6, 0, YEAR_END)));
    }

    @Test
    default void anOfferThatItsStallEnteredMeanwhileStaysAsItWas() {
        book().enter(posted(post(DRIVERS, CAR, 6)));
        book().reserve(List.of(new Leg(DRIVERS, WRITERS, CAR, 4)), DAY_THREE);
        assertThat(book().enter(posted(post(DRIVERS, CAR, 6)))).isTrue();
        assertThat(book().find(List.of(CAR)).values())
                .containsExactly(new Entry(CAR, Summit.ID, DRIVERS, 6, 4, YEAR_END));
    }

    @Test
    default void anOfferIsOpenWhileItIsGoodAndHasAUnitLeft() {
        var soon = DAY_THREE.plus(Duration.ofHours(1));
        book().enter(posted(post(DRIVERS, CAR, 1)));
        book().enter(posted(post(Summit.ID, DRIVERS, offer(3), 1, soon)));
        book().enter(posted(post(WRITERS, PROPOSAL, 1)));
        assertThat(book().openOffers(Summit.ID, DRIVERS, DAY_THREE)).isEqualTo(2);
        assertThat(book().openOffers(Summit.ID, DRIVERS, soon)).isEqualTo(1);
        book().reserve(List.of(new Leg(DRIVERS, WRITERS, CAR, 1)), DAY_THREE);
        assertThat(book().openOffers(Summit.ID, DRIVERS, soon)).isZero();
        assertThat(book().openOffers(Summit.ID, WRITERS, soon)).isEqualTo(1);
    }

    @Test
    default void openOffersOfASummitComeByWhenTheyEnd() {
        book().enter(posted(post(DRIVERS, CAR, 2)));
        book().enter(posted(post(Summit.ID, WRITERS, PROPOSAL, 2, DAY_THREE.plus(Duration.ofHours(2)))));
        book().enter(posted(post(Summit.ID, WRITERS, offer(3), 2, DAY_THREE)));
        book().enter(posted(post(WRITERS, offer(4), 1)));
        book().reserve(List.of(new Leg(WRITERS, DRIVERS, offer(4), 1)), DAY_THREE);
        assertThat(book().open(Summit.ID, DAY_THREE))
                .extracting(OfferBook.Entry::offer)
                .containsExactly(PROPOSAL, CAR);
    }

    @Test
    default void allLegsAreReserved() {
        book().enter(posted(post(DRIVERS, CAR, 6)));
        book().enter(posted(post(WRITERS, PROPOSAL, 1)));
        assertThat(book().reserve(swap(4, 1), DAY_THREE)).isEqualTo(new Reserved());
        assertThat(reserved(CAR)).isEqualTo(4);
        assertThat(reserved(PROPOSAL)).isEqualTo(1);
    }

    @Test
    default void noLegIsReservedWhereOneHasTooFewUnits() {
        book().enter(posted(post(DRIVERS, CAR, 6)));
        book().enter(posted(post(WRITERS, PROPOSAL, 1)));
        assertThat(book().reserve(swap(4, 2), DAY_THREE))
                .isEqualTo(new NotReserved(LapseReason.OFFER_EXHAUSTED, PROPOSAL));
        assertThat(reserved(CAR)).isZero();
        assertThat(reserved(PROPOSAL)).isZero();
    }

    @Test
    default void noLegIsReservedWhereOneOfferEnded() {
        book().enter(posted(post(DRIVERS, CAR, 6)));
        book().enter(posted(post(Summit.ID, WRITERS, PROPOSAL, 1, DAY_THREE)));
        assertThat(book().reserve(swap(4, 1), DAY_THREE))
                .isEqualTo(new NotReserved(LapseReason.OFFER_CLOSED, PROPOSAL));
        assertThat(reserved(CAR)).isZero();
    }

    @Test
    default void noLegIsReservedWhereOneOfferIsUnknown() {
        book().enter(posted(post(DRIVERS, CAR, 6)));
        assertThat(book().reserve(swap(4, 1), DAY_THREE))
                .isEqualTo(new NotReserved(LapseReason.OFFER_CLOSED, PROPOSAL));
        assertThat(reserved(CAR)).isZero();
    }

    @Test
    default void openTradesAreOverdueInTheOrderOfTheirEnds() {
        openTrades().opened(trade(1), YEAR_END);
        openTrades().opened(trade(1), YEAR_END);
        openTrades().opened(trade(2), DAY_THREE.plusSeconds(1));
        openTrades().opened(trade(3), DAY_THREE);
        openTrades().opened(trade(4), DAY_THREE.minusSeconds(1));
        openTrades().closed(trade(4));
        openTrades().closed(trade(5));
        assertThat(openTrades().overdue(DAY_THREE)).containsExactly(trade(3));
        assertThat(openTrades().overdue(YEAR_END)).containsExactly(trade(3), trade(2), trade(1));
    }

    private int reserved(OfferId offer) {
        return book().find(List.of(offer)).values().iterator().next().reserved();
    }

    private static List<Leg> swap(int half, int proposals) {
        return List.of(new Leg(DRIVERS, WRITERS, CAR, half), new Leg(WRITERS, DRIVERS, PROPOSAL, proposals));
    }
}
