package org.sala.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.registration.Fixtures.assertRefused;
import static org.sala.registration.Reference.NOW;
import static org.sala.registration.Reference.SUMMIT;
import static org.sala.registration.Reference.announce;
import static org.sala.registration.Reference.announced;
import static org.sala.registration.Reference.enrol;
import static org.sala.registration.Reference.enrolled;
import static org.sala.registration.Reference.erased;
import static org.sala.registration.Reference.participant;
import static org.sala.registration.Reference.register;
import static org.sala.registration.Reference.registered;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.DisputeId;
import org.sala.registration.api.DisputeReason;
import org.sala.registration.api.RegistrationCommand.RecordScan;
import org.sala.registration.api.RegistrationCommand.ResolveCheckIn;
import org.sala.registration.api.RegistrationEvent.CheckInDisputed;
import org.sala.registration.api.RegistrationEvent.CheckInRepeated;
import org.sala.registration.api.RegistrationEvent.CheckInResolved;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedIn;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedOut;
import org.sala.registration.api.RegistrationQueries.Dispute;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.Resolution;
import org.sala.registration.api.ScanDirection;
import org.sala.registration.api.ScanId;
import org.sala.registration.api.SummitId;
import org.sala.registration.door.HandedOver;
import org.sala.registration.door.Sighting;
import org.sala.testing.SettableClock;

/** Scans at the aggregate; what they come to, branch by branch, is in {@code AttendanceTest}. */
class ScanTest {

    private static final Instant NINE = Instant.parse("2022-06-08T02:00:00Z");

    private final RegistrationTables book = Tables.emptyBook();
    private final SettableClock clock = new SettableClock(NOW);

    @BeforeEach
    void enterWhoIsThere() {
        book.enter(announced(announce(SUMMIT, 2)));
        book.enter(enrolled(enrol(1, Cohort.COACHING)));
    }

    @Test
    void aScanChecksIn() {
        someone().when(scan(1, ScanDirection.IN)).expectEvents(checkedIn(1));
    }

    @Test
    void theSameScanAgainChangesNothing() {
        someone(checkedIn(1)).when(scan(1, ScanDirection.IN)).expectNoEvents().expectSuccessfulHandlerExecution();
    }

    @Test
    void aScanOfWhoIsHereIsARepetition() {
        someone(checkedIn(1))
                .when(scan(2, ScanDirection.IN))
                .expectEvents(
                        new CheckInRepeated(participant(1), SUMMIT, 3, AttendanceMode.IN_PERSON, NINE, NOW, scanId(2)));
    }

    @Test
    void aScanOfWhoLeavesChecksOut() {
        someone(checkedIn(1))
                .when(scan(2, ScanDirection.OUT))
                .expectEvents(new ParticipantCheckedOut(
                        participant(1), SUMMIT, 3, AttendanceMode.IN_PERSON, NINE, NOW, scanId(2)));
    }

    @Test
    void aScanOfNobodyIsDisputedListedAndExplainedByTheRegistration() {
        nobody().when(scan(1, ScanDirection.IN)).expectEvents(disputed(DisputeReason.PARTICIPANT_UNKNOWN));
        assertThat(book.disputes().of(SUMMIT)).extracting(Dispute::dispute).containsExactly(dispute());

        Fixtures.of(Participant.class, book, clock)
                .given(disputed(DisputeReason.PARTICIPANT_UNKNOWN))
                .when(register(1))
                .expectEvents(
                        registered(register(1)),
                        checkedIn(1),
                        new CheckInResolved(
                                participant(1),
                                SUMMIT,
                                dispute(),
                                3,
                                AttendanceMode.IN_PERSON,
                                Resolution.EXPLAINED,
                                NOW));
        assertThat(book.disputes().of(SUMMIT)).isEmpty();
    }

    @Test
    void aScanForASummitThatNeverWasIsRefused() {
        assertRefused(
                nobody().when(new RecordScan(
                        participant(1),
                        new SummitId(new UUID(1, 1)),
                        scanId(1),
                        ScanDirection.IN,
                        3,
                        AttendanceMode.IN_PERSON,
                        NINE,
                        null)),
                Reason.SUMMIT_UNKNOWN);
    }

    @Test
    void aScanOfWhoWasErasedIsRefused() {
        assertRefused(someone(erased(1, NOW)).when(scan(1, ScanDirection.IN)), Reason.PARTICIPANT_ERASED);
    }

    @Test
    void scansThatArriveTogetherAreDecidedOneAfterTheOther() {
        someone()
                .when(new RecordScans(
                        participant(1),
                        List.of(scan(1, ScanDirection.IN), scan(1, ScanDirection.IN), scan(2, ScanDirection.IN))))
                .expectEvents(
                        checkedIn(1),
                        new CheckInRepeated(participant(1), SUMMIT, 3, AttendanceMode.IN_PERSON, NINE, NOW, scanId(2)));
    }

    @Test
    void aPersonResolvesADisputeAndItIsListedNoMore() {
        book.disputes().enter(disputed(DisputeReason.NOT_EXPECTED));
        Fixtures.of(Participant.class, book, clock)
                .given(registered(register(1)), disputed(DisputeReason.NOT_EXPECTED))
                .when(new ResolveCheckIn(participant(1), dispute(), Resolution.WAS_NOT_HERE))
                .expectEvents(new CheckInResolved(
                        participant(1), SUMMIT, dispute(), 3, AttendanceMode.IN_PERSON, Resolution.WAS_NOT_HERE, NOW));
        assertThat(book.disputes().of(SUMMIT)).isEmpty();
    }

    @Test
    void aDisputeThatNeverWasIsRefused() {
        assertRefused(
                someone().when(new ResolveCheckIn(participant(1), dispute(), Resolution.WAS_HERE)),
                Reason.DISPUTE_UNKNOWN);
    }

    @Test
    void whatWasSeenUnderASecondRegistrationIsTakenOver() {
        someone()
                .when(new TakeOver(
                        participant(1),
                        new HandedOver(
                                new Sighting(scanId(1), SUMMIT, ScanDirection.IN, 3, AttendanceMode.IN_PERSON, NINE),
                                null,
                                HandedOver.Credence.COUNTED)))
                .expectEvents(checkedIn(1));
    }

    private static RecordScan scan(int number, ScanDirection direction) {
        return new RecordScan(
                participant(1), SUMMIT, scanId(number), direction, 3, AttendanceMode.IN_PERSON, NINE, null);
    }

    private static ScanId scanId(int number) {
        return new ScanId(new UUID(7, 7), number, new UUID(9, number));
    }

    private static ParticipantCheckedIn checkedIn(int scan) {
        return new ParticipantCheckedIn(participant(1), SUMMIT, 3, AttendanceMode.IN_PERSON, NINE, NOW, scanId(scan));
    }

    private static CheckInDisputed disputed(DisputeReason reason) {
        return new CheckInDisputed(
                participant(1),
                SUMMIT,
                dispute(),
                reason,
                ScanDirection.IN,
                3,
                AttendanceMode.IN_PERSON,
                NINE,
                NOW,
                scanId(1),
                null);
    }

    /** Follows from the scan, so that a device's report and a test come to the same. */
    private static DisputeId dispute() {
        return new DisputeId(UUID.nameUUIDFromBytes(
                "9e750000-0000-4000-8000-000000000001|00000000-0000-0007-0000-000000000007|1|00000000-0000-0009-0000-000000000001|50220000-0000-4000-8000-000000000001|IN|3|IN_PERSON|2022-06-08T02:00:00Z"
                        .getBytes(StandardCharsets.UTF_8)));
    }

    private TestExecutor<Participant> nobody() {
        return Fixtures.of(Participant.class, book, clock).givenNoPriorActivity();
    }

    private TestExecutor<Participant> someone(Object... after) {
        return Fixtures.of(Participant.class, book, clock)
                .given(registered(register(1)))
                .andGiven(after);
    }
}
