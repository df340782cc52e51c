package org.sala.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.registration.Fixtures.assertRefused;
import static org.sala.registration.Reference.ANOTHER_SUMMIT;
import static org.sala.registration.Reference.SUMMIT;
import static org.sala.registration.Reference.announce;
import static org.sala.registration.Reference.announced;
import static org.sala.registration.Reference.enrol;
import static org.sala.registration.Reference.enrolled;
import static org.sala.registration.Reference.organization;

import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.RegistrationCommand.AssignCohort;
import org.sala.registration.api.RegistrationCommand.DeclareTie;
import org.sala.registration.api.RegistrationCommand.ReviseOrganization;
import org.sala.registration.api.RegistrationEvent.CohortAssigned;
import org.sala.registration.api.RegistrationEvent.OrganizationRevised;
import org.sala.registration.api.RegistrationEvent.SummitClosed;
import org.sala.registration.api.RegistrationEvent.TieDeclared;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.TieRound;
import org.sala.registration.api.TieStrength;
import org.sala.testing.SettableClock;

class OrganizationTest {

    private final RegistrationTables book = Tables.emptyBook();

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

    @Test
    void afterTheSummitNobodyIsEnrolled() {
        book.enter(new SummitClosed(SUMMIT, Reference.NOW));
        assertRefused(organizations().givenNoPriorActivity().when(enrol(1, Cohort.COACHING)), Reason.SUMMIT_CLOSED);
        assertRefused(enrolledOnce().when(revise("Weavers")), Reason.SUMMIT_CLOSED);
    }

    @Test
    void whatItIsIsRevisedAndTheCohortStays() {
        var revise = revise("Weavers");
        enrolledOnce().when(revise).expectEvents(revised(revise));
        assertThat(book.organization(organization(1)))
                .hasValueSatisfying(entry -> assertThat(entry.cohort()).isEqualTo(Cohort.COACHING));
    }

    @Test
    void revisingToWhatItIsChangesNothing() {
        enrolledOnce(revised(revise("Weavers")))
                .when(revise("Weavers"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        enrolledOnce(revised(revise("Weavers")))
                .when(enrol(1, Cohort.COACHING))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aCohortIsAssignedOnceAndCountsFromThenOn() {
        var assign = new AssignCohort(organization(1), Cohort.SOCIAL_LAB);
        var assigned = new CohortAssigned(organization(1), SUMMIT, Cohort.SOCIAL_LAB, Reference.NOW);
        enrolledOnce().when(assign).expectEvents(assigned);
        assertThat(book.organization(organization(1)))
                .hasValueSatisfying(entry -> assertThat(entry.cohort()).isEqualTo(Cohort.SOCIAL_LAB));
        enrolledOnce(assigned).when(assign).expectSuccessfulHandlerExecution().expectNoEvents();
        book.enter(new SummitClosed(SUMMIT, Reference.NOW));
        enrolledOnce().when(assign).expectEvents(assigned);
    }

    @Test
    void aTieIsDeclaredOncePerRoundUntilItIsAnother() {
        book.enter(enrolled(enrol(2, Cohort.OTHER)));
        var knows = tie(2, TieStrength.KNOWS, TieRound.BASELINE);
        enrolledOnce().when(knows).expectEvents(declared(knows));
        enrolledOnce(declared(knows))
                .when(knows)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        var closer = tie(2, TieStrength.WORKS_JOINTLY, TieRound.BASELINE);
        enrolledOnce(declared(knows)).when(closer).expectEvents(declared(closer));
        book.enter(new SummitClosed(SUMMIT, Reference.NOW));
        var later = tie(2, TieStrength.KNOWS, TieRound.FOLLOW_UP);
        enrolledOnce(declared(knows)).when(later).expectEvents(declared(later));
    }

    @Test
    void aTieIsWithAnOrganizationOfTheSameSummit() {
        book.enter(announced(announce(Reference.ANOTHER_SUMMIT, 2)));
        book.enter(enrolled(enrol(3, Reference.ANOTHER_SUMMIT, Cohort.OTHER)));
        for (var number : new int[] {3, 9}) {
            assertRefused(
                    enrolledOnce().when(tie(number, TieStrength.KNOWS, TieRound.BASELINE)),
                    Reason.ORGANIZATION_UNKNOWN,
                    Map.of("organization", organization(number).toString()));
        }
    }

    @Test
    void whatNobodyEnrolledIsUnknown() {
        var unknown = Map.of("organization", organization(1).toString());
        for (var command : new Object[] {
            revise("Weavers"),
            new AssignCohort(organization(1), Cohort.OTHER),
            tie(2, TieStrength.KNOWS, TieRound.BASELINE)
        }) {
            assertRefused(organizations().givenNoPriorActivity().when(command), Reason.ORGANIZATION_UNKNOWN, unknown);
        }
    }

    private static ReviseOrganization revise(String name) {
        return new ReviseOrganization(
                organization(1),
                new BilingualText("តម្បាញ", name),
                OrganizationKind.NETWORK,
                OrganizationSize.LARGE,
                null,
                Language.EN,
                List.of());
    }

    private static OrganizationRevised revised(ReviseOrganization command) {
        return new OrganizationRevised(
                command.organization(),
                SUMMIT,
                command.name(),
                command.kind(),
                command.size(),
                command.province(),
                command.workingLanguage(),
                command.sectors());
    }

    private static DeclareTie tie(int with, TieStrength strength, TieRound round) {
        return new DeclareTie(organization(1), organization(with), strength, round);
    }

    private static TieDeclared declared(DeclareTie command) {
        return new TieDeclared(
                command.organization(), SUMMIT, command.with(), command.strength(), command.round(), Reference.NOW);
    }

    private TestExecutor<Organization> enrolledOnce(Object... after) {
        book.enter(enrolled(enrol(1, Cohort.COACHING)));
        return organizations().given(enrolled(enrol(1, Cohort.COACHING))).andGiven(after);
    }

    private FixtureConfiguration<Organization> organizations() {
        return Fixtures.of(Organization.class, book, new SettableClock(Reference.NOW));
    }
}
