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
import static org.sala.registration.Reference.organization;
import static org.sala.registration.Reference.participant;
import static org.sala.registration.Reference.register;
import static org.sala.registration.Reference.registered;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sala.eventing.Provenance;
import org.sala.personal.Personal;
import org.sala.ports.Role;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BadgeId;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Contact;
import org.sala.registration.api.Gender;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationCommand.AddDay;
import org.sala.registration.api.RegistrationCommand.CancelRegistration;
import org.sala.registration.api.RegistrationCommand.ChangeAttendanceMode;
import org.sala.registration.api.RegistrationCommand.DropDay;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationCommand.ReinstateRegistration;
import org.sala.registration.api.RegistrationCommand.ReviseParticipant;
import org.sala.registration.api.RegistrationEvent.AttendanceModeChanged;
import org.sala.registration.api.RegistrationEvent.BadgeIssued;
import org.sala.registration.api.RegistrationEvent.BadgeRevoked;
import org.sala.registration.api.RegistrationEvent.ConsentGiven;
import org.sala.registration.api.RegistrationEvent.ConsentWithdrawn;
import org.sala.registration.api.RegistrationEvent.DayDropped;
import org.sala.registration.api.RegistrationEvent.DuplicateMerged;
import org.sala.registration.api.RegistrationEvent.ParticipantConfirmed;
import org.sala.registration.api.RegistrationEvent.ParticipantErased;
import org.sala.registration.api.RegistrationEvent.ParticipantRevised;
import org.sala.registration.api.RegistrationEvent.ParticipantWaitlisted;
import org.sala.registration.api.RegistrationEvent.RegistrationCancelled;
import org.sala.registration.api.RegistrationEvent.RegistrationOpened;
import org.sala.registration.api.RegistrationEvent.RegistrationReinstated;
import org.sala.registration.api.RegistrationEvent.SummitClosed;
import org.sala.registration.api.RegistrationQueries.Filter;
import org.sala.registration.api.RegistrationQueries.SeatCount;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.SummitDay;
import org.sala.registration.api.WhenFull;
import org.sala.testing.SettableClock;

/** Which days somebody has, waits for, gives back; and who they are. */
class DaysTest {

    private static final AttendanceMode HERE = AttendanceMode.IN_PERSON;
    private static final AttendanceMode ONLINE = AttendanceMode.ONLINE;
    private static final Map<Integer, AttendanceMode> DAY_THREE = Map.of(3, HERE);
    private static final Map<String, String> THEMSELVES = Map.of(Provenance.ROLE, Role.PARTICIPANT.name());
    private static final ParticipantWaitlisted WAITS = new ParticipantWaitlisted(participant(1), SUMMIT, 3, HERE, NOW);

    private final RegistrationTables book = Tables.emptyBook();

    /** Day 3 in person has two seats, of which one organisation may have one. */
    @BeforeEach
    void enterWhoIsThere() {
        book.enter(announced(announce(SUMMIT, 2)));
        book.enter(enrolled(enrol(1, Cohort.COACHING)));
        book.enter(enrolled(enrol(2, Cohort.SOCIAL_LAB)));
    }

    private void fill() {
        perform(register(8));
        perform(register(9));
    }

    private void perform(RegisterParticipant command) {
        nobody().when(command).expectSuccessfulHandlerExecution();
    }

    @Test
    void whoeverWantsWaitsForADayThatIsFullAndHasTheOthers() {
        fill();
        var both = waiting(1, Map.of(1, ONLINE, 3, HERE));
        nobody().when(both).expectEvents(Registration.withDays(registered(both), Map.of(1, ONLINE)), WAITS);
        assertThat(book.seats().counts(SUMMIT)).contains(new SeatCount(3, HERE, 2, 2, 1));
        assertThat(book.seats().places(participant(1))).isEqualTo(Map.of(3, 1));
    }

    @Test
    void askingAgainWhileWaitingChangesNothing() {
        someone(waiting(1, DAY_THREE), Map.of(), WAITS)
                .when(waiting(1, DAY_THREE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        assertRefused(
                someone(waiting(1, DAY_THREE), Map.of(), WAITS).when(waiting(1, Map.of(3, HERE, 1, ONLINE))),
                Reason.ID_TAKEN);
    }

    @Test
    void aNewcomerDoesNotOvertakeWhoWaits() {
        fill();
        perform(waiting(1, DAY_THREE));
        book.seats().giveBack(SUMMIT, participant(8), 3);
        assertRefused(nobody().when(register(2)), Reason.SEATS_EXHAUSTED, Map.of("day", "3", "seats", "2"));
        nobody().when(waiting(2, DAY_THREE)).expectSuccessfulHandlerExecution();
        assertThat(book.seats().places(participant(2))).isEqualTo(Map.of(3, 2));
    }

    @Test
    void anOrganizationHasNoMoreThanItsShare() {
        cap(1);
        perform(register(8));
        assertRefused(nobody().when(register(1)), Reason.ORGANIZATION_SHARE_TAKEN, Map.of("day", "3", "share", "1"));
        nobody().when(register(2, organization(2), ParticipantRole.CSO_MEMBER, DAY_THREE))
                .expectSuccessfulHandlerExecution();
        nobody().when(register(3, null, ParticipantRole.COACH, Map.of(3, ONLINE)))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void whoWaitsForTheirShareStandsInNobodysWay() {
        cap(1);
        perform(register(8));
        perform(waiting(1, DAY_THREE));
        assertThat(book.seats().counts(SUMMIT)).contains(new SeatCount(3, HERE, 2, 1, 1));
        nobody().when(register(2, organization(2), ParticipantRole.CSO_MEMBER, DAY_THREE))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aDayIsAddedOnce() {
        var add = new AddDay(participant(1), 1, ONLINE, null);
        var confirmed = new ParticipantConfirmed(participant(1), SUMMIT, 1, ONLINE, NOW);
        someone(register(1)).when(add).expectEvents(confirmed);
        someone(register(1), DAY_THREE, confirmed)
                .when(add)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aDayThatIsFullIsWaitedForOrRefused() {
        fill();
        var one = register(1, Map.of(1, ONLINE));
        assertRefused(
                someone(one).when(new AddDay(participant(1), 3, HERE, WhenFull.REFUSE)),
                Reason.SEATS_EXHAUSTED,
                Map.of("day", "3", "seats", "2"));
        someone(one).when(new AddDay(participant(1), 3, HERE, WhenFull.WAIT)).expectEvents(WAITS);
    }

    @Test
    void aDayIsAddedByTheRulesOfRegistration() {
        assertRefused(someone(register(1)).when(new AddDay(participant(1), 9, HERE, null)), Reason.DAY_UNKNOWN, day(9));
        assertRefused(
                someone(register(1)).when(new AddDay(participant(1), 1, HERE, null)), Reason.MODE_NOT_OFFERED, day(1));
        assertRefused(
                someone(register(1)).when(new AddDay(participant(1), 2, HERE, null)), Reason.DAY_NOT_FOR_THEM, day(2));
    }

    @Test
    void whoHasAPlaceOnADayAndAddsItInAnotherModeChangesTheMode() {
        perform(register(1));
        someone(register(1))
                .when(new AddDay(participant(1), 3, ONLINE, null))
                .expectEvents(new AttendanceModeChanged(participant(1), SUMMIT, 3, HERE, ONLINE, NOW));
    }

    @Test
    void aDayIsDroppedOnceAndItsSeatIsFree() {
        perform(register(1));
        var dropped = new DayDropped(participant(1), SUMMIT, 3, NOW);
        someone(register(1)).when(new DropDay(participant(1), 3)).expectEvents(dropped);
        assertThat(book.seats().counts(SUMMIT)).contains(new SeatCount(3, HERE, 2, 0, 0));
        someone(register(1), DAY_THREE, dropped)
                .when(new DropDay(participant(1), 3))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void whoDropsADayThatTheyWaitForLeavesTheirPlaceToTheNext() {
        fill();
        perform(waiting(1, DAY_THREE));
        perform(waiting(2, DAY_THREE));
        someone(waiting(1, DAY_THREE), Map.of(), WAITS)
                .when(new DropDay(participant(1), 3))
                .expectEvents(new DayDropped(participant(1), SUMMIT, 3, NOW));
        assertThat(book.seats().places(participant(2))).isEqualTo(Map.of(3, 1));
    }

    @Test
    void aSeatIsExchangedForOneInTheOtherMode() {
        perform(register(1));
        var change = new ChangeAttendanceMode(participant(1), 3, ONLINE);
        var changed = new AttendanceModeChanged(participant(1), SUMMIT, 3, HERE, ONLINE, NOW);
        someone(register(1)).when(change).expectEvents(changed);
        assertThat(book.seats().counts(SUMMIT))
                .contains(new SeatCount(3, HERE, 2, 0, 0), new SeatCount(3, ONLINE, 5, 1, 0));
        someone(register(1), DAY_THREE, changed)
                .when(change)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void whereTheOtherModeIsFullNothingIsGivenBack() {
        fill();
        perform(register(1, Map.of(3, ONLINE)));
        assertRefused(
                someone(register(1, Map.of(3, ONLINE))).when(new ChangeAttendanceMode(participant(1), 3, HERE)),
                Reason.SEATS_EXHAUSTED,
                Map.of("day", "3", "seats", "2"));
        assertThat(book.seats().counts(SUMMIT)).contains(new SeatCount(3, ONLINE, 5, 1, 0));
    }

    @Test
    void whoWaitsInOneModeAndFindsASeatInTheOtherHasIt() {
        fill();
        perform(waiting(1, DAY_THREE));
        someone(waiting(1, DAY_THREE), Map.of(), WAITS)
                .when(new ChangeAttendanceMode(participant(1), 3, ONLINE))
                .expectEvents(new ParticipantConfirmed(participant(1), SUMMIT, 3, ONLINE, NOW));
        assertThat(book.seats().counts(SUMMIT))
                .contains(new SeatCount(3, HERE, 2, 2, 0), new SeatCount(3, ONLINE, 5, 1, 0));
    }

    @Test
    void whoWaitsForTheirShareFindsNoSeatInTheOtherModeEither() {
        cap(1);
        perform(register(8));
        perform(waiting(1, DAY_THREE));
        assertRefused(
                someone(waiting(1, DAY_THREE), Map.of(), WAITS)
                        .when(new ChangeAttendanceMode(participant(1), 3, ONLINE)),
                Reason.ORGANIZATION_SHARE_TAKEN,
                Map.of("day", "3", "share", "1"));
        assertThat(book.seats().counts(SUMMIT))
                .contains(new SeatCount(3, HERE, 2, 1, 1), new SeatCount(3, ONLINE, 5, 0, 0));
    }

    @Test
    void aModeIsChangedOnlyOnADayThatOneComesAndInAModeItIsHeldIn() {
        assertRefused(
                someone(register(1)).when(new ChangeAttendanceMode(participant(1), 1, ONLINE)),
                Reason.NOT_EXPECTED,
                day(1));
        assertRefused(
                someone(register(1, Map.of(1, ONLINE))).when(new ChangeAttendanceMode(participant(1), 1, HERE)),
                Reason.MODE_NOT_OFFERED,
                day(1));
    }

    @Test
    void whoIsNextAndFindsASeatIsConfirmed() {
        fill();
        perform(waiting(1, DAY_THREE));
        var promote = new PromoteParticipant(participant(1), 3, HERE);
        someone(waiting(1, DAY_THREE), Map.of(), WAITS)
                .when(promote)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        book.seats().giveBack(SUMMIT, participant(8), 3);
        assertThat(book.seats().next(SUMMIT)).isPresent();
        book.enter(new SummitClosed(SUMMIT, NOW));
        assertThat(book.seats().next(SUMMIT)).isEmpty();
        var confirmed = new ParticipantConfirmed(participant(1), SUMMIT, 3, HERE, NOW);
        someone(waiting(1, DAY_THREE), Map.of(), WAITS).when(promote).expectEvents(confirmed);
        assertThat(book.seats().counts(SUMMIT)).contains(new SeatCount(3, HERE, 2, 2, 0));
        someone(waiting(1, DAY_THREE), Map.of(), WAITS, confirmed)
                .when(promote)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void whoIsNotNextIsNotPromoted() {
        fill();
        perform(waiting(2, DAY_THREE));
        perform(waiting(1, DAY_THREE));
        book.seats().giveBack(SUMMIT, participant(8), 3);
        someone(waiting(1, DAY_THREE), Map.of(), WAITS)
                .when(new PromoteParticipant(participant(1), 3, HERE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void whoLeftMeanwhileIsNotPromoted() {
        nobody().when(new PromoteParticipant(participant(1), 3, HERE)).expectNoEvents();
        someone(waiting(1, DAY_THREE), Map.of(), WAITS, cancelled())
                .when(new PromoteParticipant(participant(1), 3, HERE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void whoCancelsGivesBackEverythingButTheirContact() {
        perform(register(1, Map.of(1, ONLINE, 3, HERE)));
        var badge = new BadgeId(participant(7).value());
        someone(register(1, Map.of(1, ONLINE, 3, HERE)), new BadgeIssued(participant(1), SUMMIT, badge, NOW))
                .when(new CancelRegistration(participant(1)))
                .expectEvents(cancelled(), new BadgeRevoked(participant(1), SUMMIT, badge, NOW));
        assertThat(book.seats().counts(SUMMIT)).allMatch(count -> count.taken() == 0);
        assertRefused(nobody().when(register(2, register(1).contact())), Reason.CONTACT_TAKEN);
    }

    @Test
    void cancellingTwiceChangesNothing() {
        someone(register(1), DAY_THREE, cancelled())
                .when(new CancelRegistration(participant(1)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        someone(register(1), DAY_THREE, cancelled())
                .when(register(1))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void whoCancelledComesBackLikeANewcomer() {
        fill();
        var reinstate =
                new ReinstateRegistration(participant(1), Map.of(1, ONLINE, 3, HERE), CONSENT_VERSION, WhenFull.WAIT);
        var reinstated = new RegistrationReinstated(participant(1), SUMMIT, Map.of(1, ONLINE), NOW);
        someone(register(1), DAY_THREE, cancelled()).when(reinstate).expectEvents(reinstated, WAITS);
        someone(register(1), DAY_THREE, cancelled(), reinstated, WAITS)
                .when(reinstate)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        assertRefused(
                someone(register(1), DAY_THREE, cancelled(), reinstated, WAITS)
                        .when(new ReinstateRegistration(participant(1), DAY_THREE, CONSENT_VERSION, null)),
                Reason.ID_TAKEN);
        assertRefused(
                someone(register(1), DAY_THREE, cancelled())
                        .when(new ReinstateRegistration(participant(1), DAY_THREE, CONSENT_VERSION, null)),
                Reason.SEATS_EXHAUSTED,
                Map.of("day", "3", "seats", "2"));
    }

    @Test
    void comingBackIsAgreeingAnew() {
        someone(
                        register(1),
                        DAY_THREE,
                        new ConsentWithdrawn(participant(1), SUMMIT, Consent.DATA_USE, NOW),
                        cancelled())
                .when(new ReinstateRegistration(participant(1), DAY_THREE, CONSENT_VERSION, null))
                .expectEvents(
                        new ConsentGiven(participant(1), SUMMIT, Consent.DATA_USE, CONSENT_VERSION, NOW),
                        new RegistrationReinstated(participant(1), SUMMIT, DAY_THREE, NOW));
        assertRefused(
                someone(register(1), DAY_THREE, cancelled())
                        .when(new ReinstateRegistration(participant(1), DAY_THREE, "2021-01", null)),
                Reason.CONSENT_OUTDATED,
                Map.of("version", CONSENT_VERSION));
    }

    @Test
    void whoSomebodyIsIsRevisedOnce() {
        perform(register(1));
        var revise = revise(organization(1), ParticipantRole.CSO_MEMBER, new Contact("099 111 222", null));
        someone(register(1)).when(revise).expectEvents(revised(revise));
        someone(register(1), DAY_THREE, revised(revise))
                .when(revise)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        someone(register(1), DAY_THREE, revised(revise))
                .when(register(1))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        assertThat(book.people().find(SUMMIT, new Filter("DARA chan", null, null, null, null)))
                .hasSize(1);
        assertThat(book.people().find(SUMMIT, new Filter("sok", null, null, null, null)))
                .isEmpty();
    }

    @Test
    void aContactThatIsRevisedLeavesTheFormerToOthers() {
        perform(register(1, new Contact("012 345 678", "dara@example.org")));
        perform(register(2, new Contact("099 999 999", null)));
        var taken = revise(organization(1), ParticipantRole.CSO_MEMBER, new Contact("099 999 999", null));
        assertRefused(
                someone(register(1, new Contact("012 345 678", "dara@example.org")))
                        .when(taken),
                Reason.CONTACT_TAKEN);
        assertThat(book.contacts().holderOf(SUMMIT, new Contact("012 345 678", null)))
                .contains(participant(1));

        var free = revise(organization(1), ParticipantRole.CSO_MEMBER, new Contact("011 111 111", "dara@example.org"));
        someone(register(1, new Contact("012 345 678", "dara@example.org")))
                .when(free)
                .expectSuccessfulHandlerExecution();
        assertThat(book.contacts().holderOf(SUMMIT, new Contact("012 345 678", null)))
                .isEmpty();
        assertThat(book.contacts().holderOf(SUMMIT, new Contact(null, "dara@example.org")))
                .contains(participant(1));
    }

    @Test
    void whoComesForAnotherOrganizationCountsInItsShare() {
        cap(1);
        perform(register(1, organization(2), ParticipantRole.CSO_MEMBER, DAY_THREE));
        var move =
                revise(organization(1), ParticipantRole.CSO_MEMBER, register(1).contact());
        var before = register(1, organization(2), ParticipantRole.CSO_MEMBER, DAY_THREE);
        someone(before).when(move).expectSuccessfulHandlerExecution();
        nobody().when(register(3, organization(2), ParticipantRole.CSO_MEMBER, DAY_THREE))
                .expectSuccessfulHandlerExecution();
        var back =
                revise(organization(2), ParticipantRole.CSO_MEMBER, register(1).contact());
        assertRefused(
                someone(before, DAY_THREE, revised(move)).when(back),
                Reason.ORGANIZATION_SHARE_TAKEN,
                Map.of("day", "3", "share", "1"));
    }

    @Test
    void whoComesOnADayOfACohortStaysInIt() {
        var invited = register(1, organization(2), ParticipantRole.CSO_MEMBER, Map.of(2, HERE));
        assertRefused(
                someone(invited, Map.of(2, HERE))
                        .when(revise(organization(1), ParticipantRole.CSO_MEMBER, invited.contact())),
                Reason.DAY_NOT_FOR_THEM,
                day(2));
        someone(invited, Map.of(2, HERE))
                .when(revise(organization(1), ParticipantRole.STAFF, invited.contact()))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void peopleRegisterByThemselvesWhileRegistrationIsOpen() {
        assertRefused(nobody().when(register(1), THEMSELVES), Reason.REGISTRATION_NOT_OPEN);
        book.enter(new RegistrationOpened(SUMMIT, NOW.plus(Duration.ofMinutes(1)), NOW));
        nobody().when(register(1), THEMSELVES).expectSuccessfulHandlerExecution();
        book.enter(new RegistrationOpened(SUMMIT, NOW, NOW));
        assertRefused(nobody().when(register(2), THEMSELVES), Reason.REGISTRATION_NOT_OPEN);
        nobody().when(register(2)).expectSuccessfulHandlerExecution();
    }

    @Test
    void afterRegistrationHasClosedOnesOwnSeatsCanOnlyBeGivenBack() {
        perform(register(1));
        for (var command : List.of(
                new AddDay(participant(1), 1, ONLINE, null), new ChangeAttendanceMode(participant(1), 3, ONLINE))) {
            assertRefused(someone(register(1)).when(command, THEMSELVES), Reason.REGISTRATION_NOT_OPEN);
        }
        assertRefused(
                someone(register(1), DAY_THREE, cancelled())
                        .when(new ReinstateRegistration(participant(1), DAY_THREE, CONSENT_VERSION, null), THEMSELVES),
                Reason.REGISTRATION_NOT_OPEN);
        someone(register(1)).when(new DropDay(participant(1), 3), THEMSELVES).expectSuccessfulHandlerExecution();
        someone(register(1))
                .when(new CancelRegistration(participant(1)), THEMSELVES)
                .expectEvents(cancelled());
    }

    @Test
    void nobodyInvitesThemselves() {
        book.enter(new RegistrationOpened(SUMMIT, null, NOW));
        assertRefused(
                nobody().when(register(1, null, ParticipantRole.DONOR_VISITOR, Map.of(2, HERE)), THEMSELVES),
                Reason.DAY_NOT_FOR_THEM,
                day(2));
        nobody().when(register(1, organization(2), ParticipantRole.CSO_MEMBER, Map.of(2, HERE)), THEMSELVES)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void afterTheSummitNothingOfItChanges() {
        perform(register(1));
        book.enter(new SummitClosed(SUMMIT, NOW));
        assertRefused(nobody().when(register(2)), Reason.SUMMIT_CLOSED);
        for (var command : List.of(
                new AddDay(participant(1), 1, ONLINE, null),
                new DropDay(participant(1), 3),
                new ChangeAttendanceMode(participant(1), 3, ONLINE),
                new CancelRegistration(participant(1)),
                revise(organization(1), ParticipantRole.COACH, register(1).contact()))) {
            assertRefused(someone(register(1)).when(command), Reason.SUMMIT_CLOSED);
        }
        assertRefused(
                someone(register(1), DAY_THREE, cancelled())
                        .when(new ReinstateRegistration(participant(1), DAY_THREE, CONSENT_VERSION, null)),
                Reason.SUMMIT_CLOSED);
    }

    enum NotThere {
        NOBODY,
        CANCELLED,
        MERGED,
        ERASED
    }

    @ParameterizedTest
    @EnumSource
    void whoTakesNoPartIsToldWhy(NotThere how) {
        for (var command : List.of(
                new AddDay(participant(1), 1, ONLINE, null),
                new DropDay(participant(1), 3),
                new ChangeAttendanceMode(participant(1), 3, ONLINE),
                revise(organization(1), ParticipantRole.COACH, register(1).contact()))) {
            switch (how) {
                case NOBODY -> assertRefused(nobody().when(command), Reason.PARTICIPANT_UNKNOWN);
                case CANCELLED ->
                    assertRefused(
                            someone(register(1), DAY_THREE, cancelled()).when(command), Reason.REGISTRATION_CANCELLED);
                case MERGED ->
                    assertRefused(
                            someone(register(1), DAY_THREE, merged()).when(command),
                            Reason.DUPLICATE_MERGED,
                            Map.of("participant", participant(2).toString()));
                case ERASED ->
                    assertRefused(
                            someone(register(1), DAY_THREE, new ParticipantErased(participant(1), SUMMIT, NOW))
                                    .when(command),
                            Reason.PARTICIPANT_ERASED);
            }
        }
    }

    @Test
    void aSecondRegistrationIsRegisteredAgainUnderTheSameIdByNobody() {
        someone(register(1), DAY_THREE, merged())
                .when(register(1))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        assertRefused(someone(register(1), DAY_THREE, merged()).when(register(1, Map.of(1, ONLINE))), Reason.ID_TAKEN);
        assertRefused(
                someone(register(1), DAY_THREE, merged())
                        .when(new ReinstateRegistration(participant(1), DAY_THREE, CONSENT_VERSION, null)),
                Reason.DUPLICATE_MERGED,
                Map.of("participant", participant(2).toString()));
    }

    private static Map<String, String> day(int number) {
        return Map.of("day", Integer.toString(number));
    }

    private static RegistrationCancelled cancelled() {
        return new RegistrationCancelled(participant(1), SUMMIT, NOW);
    }

    private static DuplicateMerged merged() {
        return new DuplicateMerged(participant(1), SUMMIT, participant(2), NOW);
    }

    private void cap(int most) {
        book.seats()
                .enter(
                        SUMMIT,
                        announce(SUMMIT, 2).days().stream()
                                .map(it -> new SummitDay(
                                        it.number(), it.date(), it.venue(), it.seats(), it.admits(), most))
                                .toList());
    }

    private static RegisterParticipant waiting(int number, Map<Integer, AttendanceMode> days) {
        var wanted = register(number, days);
        return new RegisterParticipant(
                wanted.participant(),
                wanted.summit(),
                wanted.organization(),
                wanted.name(),
                wanted.contact(),
                wanted.role(),
                wanted.gender(),
                wanted.ageBand(),
                wanted.disability(),
                wanted.language(),
                wanted.days(),
                wanted.consents(),
                wanted.consentVersion(),
                WhenFull.WAIT);
    }

    private static ReviseParticipant revise(
            @Nullable OrganizationId organization, ParticipantRole role, Contact contact) {
        return new ReviseParticipant(
                participant(1),
                organization,
                new PersonName("ចាន់ ដារ៉ា", "Chan Darà"),
                contact,
                role,
                Gender.WOMAN,
                AgeBand.FROM_30_TO_44,
                true,
                Language.EN);
    }

    private static ParticipantRevised revised(ReviseParticipant command) {
        return new ParticipantRevised(
                command.participant(),
                SUMMIT,
                command.organization(),
                Personal.of(command.name()),
                Personal.of(command.contact()),
                command.role(),
                command.gender(),
                command.ageBand(),
                Personal.of(Boolean.TRUE.equals(command.disability())),
                command.language());
    }

    private TestExecutor<Participant> nobody() {
        return participants().givenNoPriorActivity();
    }

    private TestExecutor<Participant> someone(RegisterParticipant command) {
        return someone(command, command.days());
    }

    /** Registered so, with seats on these days, and then what followed. */
    private TestExecutor<Participant> someone(
            RegisterParticipant command, Map<Integer, AttendanceMode> seated, Object... after) {
        return participants()
                .given(Registration.withDays(registered(command), seated))
                .andGiven(after);
    }

    private TestExecutor<Participant> someone(RegisterParticipant command, Object after) {
        return someone(command, command.days(), after);
    }

    private FixtureConfiguration<Participant> participants() {
        return Fixtures.of(Participant.class, book, new SettableClock(NOW));
    }
}
