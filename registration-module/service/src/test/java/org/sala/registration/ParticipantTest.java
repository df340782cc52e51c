package org.sala.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.registration.Fixtures.assertRefused;
import static org.sala.registration.Reference.ANOTHER_SUMMIT;
import static org.sala.registration.Reference.CONSENT_VERSION;
import static org.sala.registration.Reference.DAY_ONE_MORNING;
import static org.sala.registration.Reference.NOW;
import static org.sala.registration.Reference.SUMMIT;
import static org.sala.registration.Reference.announce;
import static org.sala.registration.Reference.announced;
import static org.sala.registration.Reference.checkIn;
import static org.sala.registration.Reference.checkedIn;
import static org.sala.registration.Reference.enrol;
import static org.sala.registration.Reference.enrolled;
import static org.sala.registration.Reference.erase;
import static org.sala.registration.Reference.erased;
import static org.sala.registration.Reference.organization;
import static org.sala.registration.Reference.participant;
import static org.sala.registration.Reference.register;
import static org.sala.registration.Reference.registered;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Contact;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationQueries.SeatCount;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.SummitId;
import org.sala.testing.SettableClock;

class ParticipantTest {

    private static final OrganizationId COACHED = organization(1);
    private static final OrganizationId SOCIAL_LAB = organization(2);
    private static final OrganizationId ELSEWHERE = organization(3);

    private static final Map<Integer, AttendanceMode> DAY_TWO = Map.of(2, AttendanceMode.IN_PERSON);
    private static final Map<Integer, AttendanceMode> DAY_THREE = Map.of(3, AttendanceMode.IN_PERSON);

    private final RegistrationTables book = Tables.emptyBook();
    private final SettableClock clock = new SettableClock(NOW);

    @BeforeEach
    void enterWhoIsThere() {
        book.enter(announced(announce(SUMMIT, 2)));
        book.enter(announced(announce(ANOTHER_SUMMIT, 2)));
        book.enter(enrolled(enrol(1, Cohort.COACHING)));
        book.enter(enrolled(enrol(2, Cohort.SOCIAL_LAB)));
        book.enter(enrolled(enrol(3, ANOTHER_SUMMIT, Cohort.SOCIAL_LAB)));
    }

    @Test
    void aPersonIsRegisteredAndHasTheirSeats() {
        var command = register(1, Map.of(1, AttendanceMode.ONLINE, 3, AttendanceMode.IN_PERSON));
        nobody().when(command).expectSuccessfulHandlerExecution().expectEvents(registered(command));
        assertThat(book.seats().counts(SUMMIT))
                .contains(
                        new SeatCount(1, AttendanceMode.ONLINE, 20, 1, 0),
                        new SeatCount(2, AttendanceMode.IN_PERSON, 10, 0, 0),
                        new SeatCount(3, AttendanceMode.IN_PERSON, 2, 1, 0));
    }

    @Test
    void registeringTwiceChangesNothing() {
        someone(register(1))
                .when(register(1))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        assertThat(book.seats().counts(SUMMIT)).allMatch(seats -> seats.taken() == 0);
    }

    @Test
    void theSameIdForAnotherPersonIsRefused() {
        assertRefused(someone(register(1)).when(register(1, new Contact("099 999 999", null))), Reason.ID_TAKEN);
    }

    @Test
    void aSummitThatNobodyAnnouncedIsRefused() {
        var unheard = new SummitId(participant(9).value());
        assertRefused(nobody().when(registerFor(unheard, Set.of(Consent.DATA_USE), "2022-05")), Reason.SUMMIT_UNKNOWN);
    }

    @Test
    void withoutConsentToTheUseOfDataNobodyIsRegistered() {
        assertRefused(
                nobody().when(registerFor(SUMMIT, Set.of(Consent.PHOTO, Consent.NAME_TO_DONOR), CONSENT_VERSION)),
                Reason.CONSENT_MISSING);
    }

    @Test
    void consentToAnotherVersionOfTheTextIsRefusedAndThePresentOneNamed() {
        assertRefused(
                nobody().when(registerFor(SUMMIT, Set.of(Consent.DATA_USE), "2021-12")),
                Reason.CONSENT_OUTDATED,
                Map.of("version", CONSENT_VERSION));
    }

    @Test
    void aDayThatTheSummitHasNotIsRefused() {
        assertRefused(
                nobody().when(register(1, Map.of(4, AttendanceMode.ONLINE))), Reason.DAY_UNKNOWN, Map.of("day", "4"));
    }

    @Test
    void aModeThatTheDayIsNotHeldInIsRefused() {
        assertRefused(
                nobody().when(register(1, Map.of(1, AttendanceMode.IN_PERSON))),
                Reason.MODE_NOT_OFFERED,
                Map.of("day", "1"));
    }

    @ParameterizedTest
    @CsvSource({"3", "9"})
    void anOrganizationThatIsNotEnrolledForTheSummitIsRefused(int number) {
        assertRefused(
                nobody().when(register(1, organization(number), ParticipantRole.CSO_MEMBER, DAY_THREE)),
                Reason.ORGANIZATION_UNKNOWN,
                Map.of("organization", organization(number).toString()));
    }

    @Test
    void aDayOfTheSocialLabIsForItsCohort() {
        nobody().when(register(1, SOCIAL_LAB, ParticipantRole.CSO_MEMBER, DAY_TWO))
                .expectSuccessfulHandlerExecution();
        assertRefused(
                nobody().when(register(2, COACHED, ParticipantRole.CSO_MEMBER, DAY_TWO)),
                Reason.DAY_NOT_FOR_THEM,
                Map.of("day", "2"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ParticipantRole.class,
            names = {"STAFF", "DONOR_VISITOR"})
    void aDayOfTheSocialLabIsForTheInvitedTooWhereverTheyComeFrom(ParticipantRole role) {
        nobody().when(register(1, null, role, DAY_TWO)).expectSuccessfulHandlerExecution();
        nobody().when(register(2, COACHED, role, DAY_TWO)).expectSuccessfulHandlerExecution();
    }

    @Test
    void whoHasNoOrganizationIsOfNoCohort() {
        assertRefused(
                nobody().when(register(1, null, ParticipantRole.COACH, DAY_TWO)),
                Reason.DAY_NOT_FOR_THEM,
                Map.of("day", "2"));
        nobody().when(register(1, null, ParticipantRole.COACH, DAY_THREE)).expectSuccessfulHandlerExecution();
    }

    @Test
    void whenAllSeatsAreTakenTheNextIsRefused() {
        nobody().when(register(1)).expectSuccessfulHandlerExecution();
        nobody().when(register(2)).expectSuccessfulHandlerExecution();
        assertRefused(nobody().when(register(3)), Reason.SEATS_EXHAUSTED, Map.of("day", "3", "seats", "2"));
        nobody().when(register(4, Map.of(3, AttendanceMode.ONLINE))).expectSuccessfulHandlerExecution();
    }

    @ParameterizedTest
    @CsvSource({
        "012 345 678, , +855 12 345 678,",
        "012345678, , 855 12 345 678, other@example.org",
        ", dara@example.org, , Dara@Example.ORG",
        "012 345 678, dara@example.org, 099 999 999, dara@example.org",
    })
    void aContactIsRegisteredOncePerSummit(String phone, String email, String otherPhone, String otherEmail) {
        nobody().when(register(1, new Contact(phone, email))).expectSuccessfulHandlerExecution();
        assertRefused(nobody().when(register(2, new Contact(otherPhone, otherEmail))), Reason.CONTACT_TAKEN);
    }

    @Test
    void thePersonMayComeToAnotherSummitToo() {
        var contact = new Contact("012 345 678", null);
        nobody().when(register(1, contact)).expectSuccessfulHandlerExecution();
        nobody().when(register(
                        participant(2),
                        ANOTHER_SUMMIT,
                        ELSEWHERE,
                        contact,
                        ParticipantRole.CSO_MEMBER,
                        DAY_THREE,
                        Set.of(Consent.DATA_USE),
                        CONSENT_VERSION))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aCheckInKeepsWhenItHappenedAndWhenItWasLearntOf() {
        var offline = checkIn(1, 3, AttendanceMode.IN_PERSON, NOW.minus(Duration.ofHours(5)));
        someone(register(1)).when(offline).expectSuccessfulHandlerExecution().expectEvents(checkedIn(offline, NOW));
    }

    @Test
    void checkingInTwiceChangesNothing() {
        var command = checkIn(1, 3, AttendanceMode.IN_PERSON, NOW);
        someone(register(1), checkedIn(command, NOW))
                .when(command)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anotherScanOfTheSameDayAndModeChangesNothingWhateverItsTime() {
        var first = checkIn(1, 3, AttendanceMode.IN_PERSON, NOW);
        for (var later : new Duration[] {Duration.ofHours(-3), Duration.ofMinutes(1), Duration.ofDays(3)}) {
            someone(register(1), checkedIn(first, NOW))
                    .when(checkIn(1, 3, AttendanceMode.IN_PERSON, NOW.plus(later)))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    @Test
    void comingInAnotherModeThanRegisteredIsTakenAsItHappened() {
        var online = checkIn(1, 3, AttendanceMode.ONLINE, NOW);
        someone(register(1)).when(online).expectEvents(checkedIn(online, NOW));
    }

    @Test
    void nobodyIsCheckedInUnderAnIdThatNobodyHas() {
        assertRefused(nobody().when(checkIn(1, 3, AttendanceMode.IN_PERSON, NOW)), Reason.PARTICIPANT_UNKNOWN);
    }

    @Test
    void whoIsNotRegisteredForTheDayIsNotExpected() {
        assertRefused(
                someone(register(1)).when(checkIn(1, 1, AttendanceMode.ONLINE, DAY_ONE_MORNING)),
                Reason.NOT_EXPECTED,
                Map.of("day", "1"));
    }

    @Test
    void aDeskWhoseClockIsTwoMinutesAheadIsBelieved() {
        var ahead = checkIn(1, 3, AttendanceMode.IN_PERSON, NOW.plus(Duration.ofMinutes(2)));
        someone(register(1)).when(ahead).expectEvents(checkedIn(ahead, NOW));
    }

    @Test
    void whatWouldHappenLaterThanThatIsRefused() {
        assertRefused(
                someone(register(1))
                        .when(checkIn(
                                1,
                                3,
                                AttendanceMode.IN_PERSON,
                                NOW.plus(Duration.ofMinutes(2)).plusMillis(1))),
                Reason.IN_THE_FUTURE);
    }

    @Test
    void whoIsErasedLeavesTheirContactsToOthersAndKeepsTheirSeats() {
        nobody().when(register(1)).expectSuccessfulHandlerExecution();
        var before = book.seats().counts(SUMMIT);
        someone(register(1)).when(erase(1)).expectEvents(erased(1, NOW));
        assertThat(book.seats().counts(SUMMIT)).isEqualTo(before);
        nobody().when(register(2, register(1).contact())).expectSuccessfulHandlerExecution();
    }

    @Test
    void erasingTwiceChangesNothing() {
        someone(register(1), erased(1, NOW))
                .when(erase(1))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void nobodyCanBeErasedUnderAnIdThatNobodyHas() {
        assertRefused(nobody().when(erase(1)), Reason.PARTICIPANT_UNKNOWN);
    }

    @Test
    void whoIsErasedIsNeitherCheckedInNorRegisteredAgainUnderTheSameId() {
        assertRefused(
                someone(register(1), erased(1, NOW)).when(checkIn(1, 3, AttendanceMode.IN_PERSON, NOW)),
                Reason.PARTICIPANT_ERASED);
        assertRefused(someone(register(1), erased(1, NOW)).when(register(1)), Reason.PARTICIPANT_ERASED);
    }

    private static RegisterParticipant registerFor(SummitId summit, Set<Consent> consents, String consentVersion) {
        return register(
                participant(1),
                summit,
                COACHED,
                new Contact("012 345 678", null),
                ParticipantRole.CSO_MEMBER,
                DAY_THREE,
                consents,
                consentVersion);
    }

    private TestExecutor<Participant> nobody() {
        return participants().givenNoPriorActivity();
    }

    private TestExecutor<Participant> someone(RegisterParticipant command, Object... after) {
        return participants().given(registered(command)).andGiven(after);
    }

    private FixtureConfiguration<Participant> participants() {
        return Fixtures.of(Participant.class, book, clock);
    }
}
