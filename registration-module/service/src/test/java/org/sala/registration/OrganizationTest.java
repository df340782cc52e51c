package org.sala.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.registration.Fixtures.assertRefused;
import static org.sala.registration.Reference.ANOTHER_SUMMIT;
import static org.sala.registration.Reference.announce;
import static org.sala.registration.Reference.announced;
import static org.sala.registration.Reference.enrol;
import static org.sala.registration.Reference.enrolled;
import static org.sala.registration.Reference.organization;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.testing.SettableClock;

class OrganizationTest {

    private final RegistrationBook book = Tables.emptyBook();

    @BeforeEach
    void announceASummit() {
        book.enter(announced(announce()));
    }

    @Test
    void anOrganizationIsEnrolledAndStandsInTheBook() {
        var command = enrol(1, Cohort.SOCIAL_LAB);
        organizations()
                .givenNoPriorActivity()
                .when(command)
                .expectSuccessfulHandlerExecution()
                .expectEvents(enrolled(command));
        assertThat(book.organization(organization(1))).isPresent();
    }

    @Test
    void enrollingTwiceChangesNothing() {
        var command = enrol(1, Cohort.SOCIAL_LAB);
        organizations()
                .given(enrolled(command))
                .when(command)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theSameIdForAnotherOrganizationIsRefused() {
        assertRefused(
                organizations().given(enrolled(enrol(1, Cohort.SOCIAL_LAB))).when(enrol(1, Cohort.COACHING)),
                Reason.ID_TAKEN);
    }

    @Test
    void enrollingForASummitThatNobodyAnnouncedIsRefused() {
        assertRefused(
                organizations().givenNoPriorActivity().when(enrol(1, ANOTHER_SUMMIT, Cohort.OTHER)),
                Reason.SUMMIT_UNKNOWN);
        assertThat(book.organization(organization(1))).isEmpty();
    }

    private FixtureConfiguration<Organization> organizations() {
        return Fixtures.of(Organization.class, book, new SettableClock(Reference.NOW));
    }
}
