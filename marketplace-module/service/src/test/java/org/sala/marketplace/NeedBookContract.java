package org.sala.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.marketplace.Summit.need;
import static org.sala.marketplace.Summit.organization;
import static org.sala.marketplace.Summit.voice;
import static org.sala.marketplace.Summit.voiced;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every book of needs does, in PostgreSQL and in the memory of the tests. */
interface NeedBookContract {

    NeedBook needs();

    @Test
    default void aNeedIsEnteredOnce() {
        assertThat(needs().enter(voiced(voice(organization(1), need(1))))).isTrue();
        assertThat(needs().enter(voiced(voice(organization(1), need(1))))).isTrue();
        assertThat(needs().enter(voiced(voice(organization(2), need(1))))).isFalse();
        assertThat(needs().find(List.of(need(1), need(2))).values())
                .extracting(NeedBook.Entry::organization)
                .containsExactly(organization(1));
    }

    @Test
    default void aNeedIsOpenUntilItIsClosed() {
        needs().enter(voiced(voice(organization(1), need(1))));
        needs().enter(voiced(voice(organization(1), need(2))));
        assertThat(needs().openNeeds(Summit.ID, organization(1))).isEqualTo(2);
        needs().close(need(1));
        assertThat(needs().openNeeds(Summit.ID, organization(1))).isEqualTo(1);
        assertThat(needs().open(Summit.ID)).extracting(NeedBook.Entry::need).containsExactly(need(2));
        assertThat(needs().find(List.of(need(1))).values())
                .extracting(NeedBook.Entry::open)
                .containsExactly(false);
    }

    @Test
    default void ofNoNeedsThereAreNone() {
        assertThat(needs().find(List.of())).isEmpty();
    }
}
