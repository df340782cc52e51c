package org.sala.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.registration.Fixtures.assertRefused;
import static org.sala.registration.Reference.SUMMIT;
import static org.sala.registration.Reference.announce;
import static org.sala.registration.Reference.announced;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.testing.SettableClock;

class SummitTest {

    private final RegistrationBook book = Tables.emptyBook();

    @Test
    void aSummitIsAnnouncedAndStandsInTheBook() {
        summit().givenNoPriorActivity()
                .when(announce())
                .expectSuccessfulHandlerExecution()
                .expectEvents(announced(announce()));
        assertThat(book.summit(SUMMIT)).isPresent();
    }

    @Test
    void announcingTwiceChangesNothing() {
        summit().given(announced(announce()))
                .when(announce())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theSameIdForAnotherSummitIsRefused() {
        assertRefused(summit().given(announced(announce())).when(announce(SUMMIT, 11)), Reason.ID_TAKEN);
    }

    private FixtureConfiguration<Summit> summit() {
        return Fixtures.of(Summit.class, book, new SettableClock(Reference.NOW));
    }
}
