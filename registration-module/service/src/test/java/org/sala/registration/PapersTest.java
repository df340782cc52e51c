package org.sala.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.registration.Fixtures.assertRefused;
import static org.sala.registration.Reference.CONSENT_VERSION;
import static org.sala.registration.Reference.NOW;
import static org.sala.registration.Reference.SUMMIT;
import static org.sala.registration.Reference.announce;
import static org.sala.registration.Reference.announced;
import static org.sala.registration.Reference.enrol;
import static org.sala.registration.Reference.enrolled;
import static org.sala.registration.Reference.erase;
import static org.sala.registration.Reference.erased;
import static org.sala.registration.Reference.organization;
import static org.sala.registration.Reference.participant;
import static org.sala.registration.Reference.register;
import static org.sala.registration.Reference.registered;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BadgeId;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Consent;
import org.sala.registration.api.RegistrationCommand.GiveConsent;
import org.sala.registration.api.RegistrationCommand.IssueBadge;
import org.sala.registration.api.RegistrationCommand.IssueTicket;
import org.sala.registration.api.RegistrationCommand.RegisterWalkIn;
import org.sala.registration.api.RegistrationCommand.RevokeBadge;
import org.sala.registration.api.RegistrationCommand.WithdrawConsent;
import org.sala.registration.api.RegistrationEvent.BadgeIssued;
import org.sala.registration.api.RegistrationEvent.BadgeRevoked;
import org.sala.registration.api.RegistrationEvent.ConsentGiven;
import org.sala.registration.api.RegistrationEvent.ConsentWithdrawn;
import org.sala.registration.api.RegistrationEvent.DayDropped;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedIn;
import org.sala.registration.api.RegistrationEvent.ParticipantWaitlisted;
import org.sala.registration.api.RegistrationEvent.RegistrationCancelled;
import org.sala.registration.api.RegistrationEvent.SummitClosed;
import org.sala.registration.api.RegistrationEvent.TicketIssued;
import org.sala.registration.api.RegistrationQueries.SeatCount;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.TicketDigest;
import org.sala.testing.SettableClock;

/** What somebody has agreed to and shows for it; who comes without being registered; what an erasure leaves. */
class PapersTest {

    private static final TicketDigest TICKET = new TicketDigest("0a".repeat(32));
    private static final BadgeId BADGE = new BadgeId(new UUID(0, 1));
    private static final BadgeId ANOTHER_BADGE = new BadgeId(new UUID(0, 2));

    private final RegistrationTables book = Tables.emptyBook();

    @BeforeEach
    void enterWhoIsThere() {
        book.enter(announced(announce(SUMMIT, 2)));
        book.enter(enrolled(enrol(1, Cohort.COACHING)));
    }

    @Test
    void aConsentIsGivenOncePerVersionAndAfterTheSummitToo() {
        book.enter(new SummitClosed(SUMMIT, NOW));
        var give = new GiveConsent(participant(1), Consent.PHOTO, CONSENT_VERSION);
        var given = new ConsentGiven(participant(1), SUMMIT, Consent.PHOTO, CONSENT_VERSION, NOW);
        someone().when(give).expectEvents(given);
        someone(given).when(give).expectSuccessfulHandlerExecution().expectNoEvents();
        assertRefused(
                someone().when(new GiveConsent(participant(1), Consent.PHOTO, "2021-12")),
                Reason.CONSENT_OUTDATED,
                Map.of("version", CONSENT_VERSION));
        assertRefused(someone(cancelled()).when(give), Reason.REGISTRATION_CANCELLED);
        assertRefused(nobody().when(give), Reason.PARTICIPANT_UNKNOWN);
    }

    @Test
    void aConsentIsWithdrawnOnceAndAlwaysMayBe() {
        book.enter(new SummitClosed(SUMMIT, NOW));
        var given = new ConsentGiven(participant(1), SUMMIT, Consent.PHOTO, CONSENT_VERSION, NOW);
        var withdraw = new WithdrawConsent(participant(1), Consent.PHOTO);
        var withdrawn = new ConsentWithdrawn(participant(1), SUMMIT, Consent.PHOTO, NOW);
        someone(given).when(withdraw).expectEvents(withdrawn);
        someone(given, cancelled()).when(withdraw).expectEvents(withdrawn);
        someone(given, withdrawn)
                .when(withdraw)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        assertRefused(nobody().when(withdraw), Reason.PARTICIPANT_UNKNOWN);
    }

    @Test
    void whoLetsNobodyUseTheirDataTakesPartNoMore() {
        nobody().when(register(1)).expectSuccessfulHandlerExecution();
        var withdraw = new WithdrawConsent(participant(1), Consent.DATA_USE);
        var withdrawn = new ConsentWithdrawn(participant(1), SUMMIT, Consent.DATA_USE, NOW);
        someone().when(withdraw).expectEvents(withdrawn, cancelled());
        assertThat(book.seats().counts(SUMMIT)).allMatch(count -> count.taken() == 0);
        someone(cancelled()).when(withdraw).expectEvents(withdrawn);
    }

    @Test
    void theLastTicketIsTheOneThatCounts() {
        var issued = new TicketIssued(participant(1), SUMMIT, TICKET, NOW);
        someone().when(new IssueTicket(participant(1), TICKET)).expectEvents(issued);
        assertThat(book.holderOf(TICKET))
                .hasValueSatisfying(holder -> assertThat(holder.participant()).isEqualTo(participant(1)));
        someone(issued)
                .when(new IssueTicket(participant(1), TICKET))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        var later = new TicketDigest("0b".repeat(32));
        someone(issued)
                .when(new IssueTicket(participant(1), later))
                .expectEvents(new TicketIssued(participant(1), SUMMIT, later, NOW));
        assertThat(book.holderOf(TICKET)).isEmpty();
        assertThat(book.holderOf(later)).isPresent();
    }

    @Test
    void aTicketIsOnePersonsAndBringsBackWhoCancelled() {
        someone(cancelled())
                .when(new IssueTicket(participant(1), TICKET))
                .expectEvents(new TicketIssued(participant(1), SUMMIT, TICKET, NOW));
        assertRefused(
                participants().given(registered(register(2))).when(new IssueTicket(participant(2), TICKET)),
                Reason.ID_TAKEN);
        assertRefused(nobody().when(new IssueTicket(participant(3), TICKET)), Reason.PARTICIPANT_UNKNOWN);
    }

    @Test
    void aNewBadgeRevokesTheOneBefore() {
        var issued = new BadgeIssued(participant(1), SUMMIT, BADGE, NOW);
        var revoked = new BadgeRevoked(participant(1), SUMMIT, BADGE, NOW);
        someone().when(new IssueBadge(participant(1), BADGE)).expectEvents(issued);
        someone(issued)
                .when(new IssueBadge(participant(1), BADGE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        someone(issued)
                .when(new IssueBadge(participant(1), ANOTHER_BADGE))
                .expectEvents(revoked, new BadgeIssued(participant(1), SUMMIT, ANOTHER_BADGE, NOW));
        assertRefused(someone(issued, revoked).when(new IssueBadge(participant(1), BADGE)), Reason.BADGE_REVOKED);
        assertRefused(someone(cancelled()).when(new IssueBadge(participant(1), BADGE)), Reason.REGISTRATION_CANCELLED);
    }

    @Test
    void aBadgeIsRevokedOnce() {
        var issued = new BadgeIssued(participant(1), SUMMIT, BADGE, NOW);
        var revoked = new BadgeRevoked(participant(1), SUMMIT, BADGE, NOW);
        var revoke = new RevokeBadge(participant(1), BADGE);
        someone(issued).when(revoke).expectEvents(revoked);
        someone(issued, revoked).when(revoke).expectSuccessfulHandlerExecution().expectNoEvents();
        assertRefused(someone(issued).when(new RevokeBadge(participant(1), ANOTHER_BADGE)), Reason.BADGE_UNKNOWN);
        assertRefused(someone().when(revoke), Reason.BADGE_UNKNOWN);
    }

    @Test
    void aWalkInIsRegisteredAndHereAtOnce() {
        var command = walkIn(1, NOW);
        var arrived = new ParticipantCheckedIn(participant(1), SUMMIT, 3, AttendanceMode.IN_PERSON, NOW, NOW);
        nobody().when(command).expectEvents(registered(register(1)), arrived);
        assertThat(book.seats().counts(SUMMIT)).contains(new SeatCount(3, AttendanceMode.IN_PERSON, 2, 1, 0));
        someone(arrived).when(command).expectSuccessfulHandlerExecution().expectNoEvents();
        someone().when(command).expectEvents(arrived);
    }

    @Test
    void aWalkInTakesTheSeatOfNobody() {
        nobody().when(register(8)).expectSuccessfulHandlerExecution();
        nobody().when(register(9)).expectSuccessfulHandlerExecution();
        assertRefused(nobody().when(walkIn(1, NOW)), Reason.SEATS_EXHAUSTED, Map.of("day", "3", "seats", "2"));
    }

    @Test
    void aWalkInOfAnotherDayIsNotEvenRegistered() {
        assertRefused(
                nobody().when(walkIn(1, Reference.DAY_ONE_MORNING)),
                Reason.NOT_THE_DAY,
                Map.of("day", "3", "date", "2022-06-08"));
        assertThat(book.contacts().holderOf(SUMMIT, register(1).contact())).isEmpty();
        assertThat(book.seats().counts(SUMMIT)).allMatch(count -> count.taken() == 0);
    }

    @Test
    void anErasureLeavesNoWayToThePersonAndNoPlaceInAQueue() {
        nobody().when(register(8)).expectSuccessfulHandlerExecution();
        nobody().when(register(9)).expectSuccessfulHandlerExecution();
        var seeker = Registration.of(registered(register(1))).seeker();
        book.contacts().reserve(SUMMIT, participant(1), register(1).contact());
        book.seats().queue(seeker, 3, AttendanceMode.IN_PERSON, NOW);
        book.enterTicket(SUMMIT, participant(1), TICKET);
        var waits = new ParticipantWaitlisted(participant(1), SUMMIT, 3, AttendanceMode.IN_PERSON, NOW);

        participants()
                .given(Registration.withDays(registered(register(1)), Map.of()))
                .andGiven(waits, new BadgeIssued(participant(1), SUMMIT, BADGE, NOW))
                .when(erase(1))
                .expectEvents(
                        new DayDropped(participant(1), SUMMIT, 3, NOW),
                        new BadgeRevoked(participant(1), SUMMIT, BADGE, NOW),
                        erased(1, NOW));

        assertThat(book.seats().queue(SUMMIT)).isEmpty();
        assertThat(book.holderOf(TICKET)).isEmpty();
        assertThat(book.contacts().holderOf(SUMMIT, register(1).contact())).isEmpty();
        assertThat(book.people().everybody(SUMMIT)).hasSize(2);
    }

    private static RegistrationCancelled cancelled() {
        return new RegistrationCancelled(participant(1), SUMMIT, NOW);
    }

    private static RegisterWalkIn walkIn(int number, Instant occurredAt) {
        var person = register(number);
        return new RegisterWalkIn(
                person.participant(),
                person.summit(),
                organization(1),
                person.name(),
                person.contact(),
                person.role(),
                person.gender(),
                person.ageBand(),
                person.disability(),
                person.language(),
                3,
                AttendanceMode.IN_PERSON,
                Set.of(Consent.DATA_USE),
                CONSENT_VERSION,
                occurredAt,
                null);
    }

    private TestExecutor<Participant> nobody() {
        return participants().givenNoPriorActivity();
    }

    private TestExecutor<Participant> someone(Object... after) {
        return participants().given(registered(register(1))).andGiven(List.of(after));
    }

    private FixtureConfiguration<Participant> participants() {
        return Fixtures.of(Participant.class, book, new SettableClock(NOW));
    }
}
