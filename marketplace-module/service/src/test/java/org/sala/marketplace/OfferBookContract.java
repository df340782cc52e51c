package org.sala.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.marketplace.Summit.DAY_THREE;
import static org.sala.marketplace.Summit.offer;
import static org.sala.marketplace.Summit.organization;
import static org.sala.marketplace.Summit.post;
import static org.sala.marketplace.Summit.posted;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sala.marketplace.OfferBook.NotReserved;
import org.sala.marketplace.OfferBook.Reserved;
import org.sala.marketplace.api.LapseReason;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;

/** What every offer book does, in PostgreSQL and in the memory of the tests. */
interface OfferBookContract {

    OrganizationId DRIVERS = organization(1);
    OrganizationId WRITERS = organization(2);
    OfferId CAR = offer(1);
    OfferId PROPOSAL = offer(2);

    OfferBook book();

    @Test
    default void anOfferIsEnteredOnce() {
        assertThat(book().enter(posted(post(DRIVERS, CAR, 6)))).isTrue();
        assertThat(book().enter(posted(post(WRITERS, CAR, 2)))).isFalse();
        assertThat(book().find(List.of(CAR, PROPOSAL)))
                .containsExactly(Map.entry(CAR, Summit.entry(CAR, DRIVERS, 6, 0)));
    }

    @Test
    default void anOfferThatItsStallEnteredMeanwhileStaysAsItWas() {
        book().enter(posted(post(DRIVERS, CAR, 6)));
        book().reserve(List.of(new Leg(DRIVERS, WRITERS, CAR, 4)), DAY_THREE);
        assertThat(book().enter(posted(post(DRIVERS, CAR, 6)))).isTrue();
        assertThat(book().find(List.of(CAR)).values()).containsExactly(Summit.entry(CAR, DRIVERS, 6, 4));
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
    default void whatIsGivenBackCanBeHadAgain() {
        book().enter(posted(post(DRIVERS, CAR, 6)));
        book().enter(posted(post(WRITERS, PROPOSAL, 1)));
        book().reserve(swap(4, 1), DAY_THREE);
        book().giveBack(swap(4, 1).subList(1, 2));
        assertThat(reserved(CAR)).isEqualTo(4);
        assertThat(reserved(PROPOSAL)).isZero();
    }

    @Test
    default void anOfferIsAsItWasRevised() {
        var command = post(DRIVERS, CAR, 6);
        book().enter(posted(command));
        book().reserve(List.of(new Leg(DRIVERS, WRITERS, CAR, 4)), DAY_THREE);
        book().revise(Summit.revised(Summit.revise(command, 5)));
        assertThat(book().holdToChange(CAR)).contains(Summit.entry(CAR, DRIVERS, 5, 4));
        assertThat(book().holdToChange(PROPOSAL)).isEmpty();
    }

    @Test
    default void whatIsWithdrawnIsOpenNoMoreAndCannotBeReserved() {
        book().enter(posted(post(DRIVERS, CAR, 6)));
        book().withdraw(CAR);
        assertThat(book().open(Summit.ID, DAY_THREE)).isEmpty();
        assertThat(book().openOffers(Summit.ID, DRIVERS, DAY_THREE)).isZero();
        assertThat(book().reserve(List.of(new Leg(DRIVERS, WRITERS, CAR, 1)), DAY_THREE))
                .isEqualTo(new NotReserved(LapseReason.OFFER_CLOSED, CAR));
        assertThat(book().hold(List.of(CAR)).values())
                .singleElement()
                .satisfies(entry -> assertThat(entry.withdrawn()).isTrue());
    }

    private int reserved(OfferId offer) {
        return book().find(List.of(offer)).values().iterator().next().reserved();
    }

    private static List<Leg> swap(int half, int proposals) {
        return List.of(new Leg(DRIVERS, WRITERS, CAR, half), new Leg(WRITERS, DRIVERS, PROPOSAL, proposals));
    }
}
