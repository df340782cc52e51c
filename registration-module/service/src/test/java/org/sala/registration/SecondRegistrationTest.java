package org.sala.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.registration.Fixtures.assertRefused;
import static org.sala.registration.Reference.ANOTHER_SUMMIT;
import static org.sala.registration.Reference.NOW;
import static org.sala.registration.Reference.SUMMIT;
import static org.sala.registration.Reference.announce;
import static org.sala.registration.Reference.announced;
import static org.sala.registration.Reference.checkIn;
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
import java.util.UUID;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BadgeId;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Contact;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.AddDay;
import org.sala.registration.api.RegistrationCommand.CancelRegistration;
import org.sala.registration.api.RegistrationCommand.DismissDuplicate;
import org.sala.registration.api.RegistrationCommand.IssueBadge;
import org.sala.registration.api.RegistrationCommand.IssueTicket;
import org.sala.registration.api.RegistrationCommand.MergeDuplicate;
import org.sala.registration.api.RegistrationCommand.RecordScan;
import org.sala.registration.api.RegistrationEvent.BadgeIssued;
import org.sala.registration.api.RegistrationEvent.BadgeRevoked;
import org.sala.registration.api.RegistrationEvent.CheckInDisputed;
import org.sala.registration.api.RegistrationEvent.DuplicateDismissed;
import org.sala.registration.api.RegistrationEvent.DuplicateMerged;
import org.sala.registration.api.RegistrationEvent.ParticipantConfirmed;
import org.sala.registration.api.RegistrationEvent.ParticipantErased;
import org.sala.registration.api.RegistrationEvent.ParticipantWaitlisted;
import org.sala.registration.api.RegistrationEvent.RegistrationCancelled;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.ScanDirection;
import org.sala.registration.api.ScanId;
import org.sala.registration.api.SummitId;
import org.sala.registration.api.TicketDigest;
import org.sala.registration.door.Attendance;
import org.sala.registration.duplicates.Verdicts.Couple;
import org.sala.registration.seats.Outcome;
import org.sala.registration.seats.Queued;
import org.sala.registration.seats.Seeker;
import org.sala.testing.SettableClock;

/** The second registration of somebody, and two that only look alike. */
class SecondRegistrationTest {

    private static final ParticipantId SECOND = participant(1);
    private static final ParticipantId FIRST = participant(2);
    private static final Contact SECONDS = new Contact("010 000001", null);
    private static final BadgeId BADGE = new BadgeId(new UUID(1, 1));
    private static final TicketDigest TICKET = new TicketDigest("ab".repeat(32));

    private final RegistrationTables book = Tables.emptyBook();
    private final SettableClock clock = new SettableClock(NOW);

    @BeforeEach
    void enterWhoIsThere() {
        book.enter(announced(announce(SUMMIT, 2)));
        book.enter(announced(announce(ANOTHER_SUMMIT, 2)));
        book.enter(enrolled(enrol(1, Cohort.COACHING)));
        reach(SUMMIT, FIRST, "010 000002");
    }

    private void reach(SummitId summit, ParticipantId participant, String phone) {
        assertThat(book.contacts().reserve(summit, participant, new Contact(phone, null)))
                .isTrue();
    }

    @Test
    void daysThatTheOneThatStaysLacksBecomeItsOwn() {
        take(SECOND, Map.of(1, AttendanceMode.ONLINE, 3, AttendanceMode.IN_PERSON));
        take(FIRST, Map.of(1, AttendanceMode.ONLINE));

        someone().when(merge()).expectEvents(merged());

        assertThat(taken()).containsExactly("1 ONLINE 1", "3 IN_PERSON 1");
        theOneThatStays(1)
                .when(new TakeOverDays(FIRST))
                .expectEvents(new ParticipantConfirmed(FIRST, SUMMIT, 3, AttendanceMode.IN_PERSON, NOW));
        theOneThatStays(1, new ParticipantConfirmed(FIRST, SUMMIT, 3, AttendanceMode.IN_PERSON, NOW))
                .when(new TakeOverDays(FIRST))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aPlaceAmongThoseWhoWaitIsKept() {
        take(participant(8), Map.of(3, AttendanceMode.IN_PERSON));
        take(participant(9), Map.of(3, AttendanceMode.IN_PERSON));
        wait(SECOND);
        wait(participant(7));
        take(FIRST, Map.of(1, AttendanceMode.ONLINE));

        someone().when(merge()).expectEvents(merged());

        assertThat(book.seats().queue(SUMMIT)).extracting(Queued::participant).containsExactly(FIRST, participant(7));
        theOneThatStays(1)
                .when(new TakeOverDays(FIRST))
                .expectEvents(new ParticipantWaitlisted(FIRST, SUMMIT, 3, AttendanceMode.IN_PERSON, NOW));
    }

    @Test
    void whoWaitedHasTheSeatThatTheirSecondRegistrationHad() {
        take(SECOND, Map.of(3, AttendanceMode.IN_PERSON));
        take(participant(9), Map.of(3, AttendanceMode.IN_PERSON));
        wait(FIRST);

        someone().when(merge()).expectEvents(merged());

        assertThat(book.seats().queue(SUMMIT)).isEmpty();
        assertThat(taken()).containsExactly("3 IN_PERSON 2");
        theOneThatStays(1, new ParticipantWaitlisted(FIRST, SUMMIT, 3, AttendanceMode.IN_PERSON, NOW))
                .when(new TakeOverDays(FIRST))
                .expectEvents(new ParticipantConfirmed(FIRST, SUMMIT, 3, AttendanceMode.IN_PERSON, NOW));
    }

    @Test
    void whoHasCancelledTakesNoSeatAfterAll() {
        take(SECOND, Map.of(3, AttendanceMode.IN_PERSON));
        someone().when(merge()).expectEvents(merged());

        theOneThatStays(1, new RegistrationCancelled(FIRST, SUMMIT, NOW))
                .when(new TakeOverDays(FIRST))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();

        assertThat(taken()).isEmpty();
    }

    @Test
    void seatsThatWereTakenOverCountInTheShareOfTheirOwnOrganisation() {
        take(SECOND, Map.of(3, AttendanceMode.IN_PERSON));
        someone().when(merge()).expectEvents(merged());

        theOneThatStays(1).when(new TakeOverDays(FIRST)).expectSuccessfulHandlerExecution();

        assertThat(Tables.DATABASE
                        .sql("select organization from seat_holder")
                        .query(UUID.class)
                        .list())
                .containsOnly(organization(2).value());
    }

    private void take(ParticipantId participant, Map<Integer, AttendanceMode> days) {
        assertThat(book.seats().take(new Seeker(SUMMIT, participant, organization(1)), days, Map.of()))
                .containsOnlyKeys(days.keySet())
                .allSatisfy((_, outcome) -> assertThat(outcome).isEqualTo(Outcome.TAKEN));
    }

    private void wait(ParticipantId participant) {
        book.seats().queue(new Seeker(SUMMIT, participant, organization(1)), 3, AttendanceMode.IN_PERSON, NOW);
    }

    /** How many seats are taken, where any are. */
    private List<String> taken() {
        return book.seats().counts(SUMMIT).stream()
                .filter(seats -> seats.taken() > 0)
                .map(seats -> seats.day() + " " + seats.mode() + " " + seats.taken())
                .toList();
    }

    /** Registered for that day online. */
    private TestExecutor<Participant> theOneThatStays(int day, Object... after) {
        return Fixtures.of(Participant.class, book, clock)
                .given(registered(
                        register(2, organization(2), ParticipantRole.CSO_MEMBER, Map.of(day, AttendanceMode.ONLINE))))
                .andGiven(after);
    }

    @Test
    void whatBothHadIsGivenBackAndEverythingLeadsToTheOneThatStays() {
        assertThat(book.contacts().reserve(SUMMIT, SECOND, SECONDS)).isTrue();
        take(SECOND, Map.of(3, AttendanceMode.IN_PERSON));
        take(FIRST, Map.of(3, AttendanceMode.ONLINE));
        book.enterTicket(SUMMIT, SECOND, TICKET);

        someone(new BadgeIssued(SECOND, SUMMIT, BADGE, NOW))
                .when(merge())
                .expectEvents(new BadgeRevoked(SECOND, SUMMIT, BADGE, NOW), merged());

        assertThat(taken()).containsExactly("3 ONLINE 1");
        assertThat(book.contacts().holderOf(SUMMIT, SECONDS)).contains(FIRST);
        assertThat(book.holderOf(TICKET)).isEmpty();
        assertThat(book.verdicts().into(SECOND)).contains(FIRST);
        assertThat(book.verdicts().mergedInto(FIRST)).containsExactly(SECOND);
    }

    @Test
    void alsoOfWhoHadCancelled() {
        someone(new RegistrationCancelled(SECOND, SUMMIT, NOW)).when(merge()).expectEvents(merged());
    }

    @Test
    void alsoOfOneThatNeverArrivedAndWasOnlySeen() {
        Fixtures.of(Participant.class, book, clock).given(seen()).when(merge()).expectEvents(merged());
    }

    @Test
    void aWalkInThatArrivesAfterwardsIsRefusedWithTheOneThatStays() {
        assertRefused(
                Fixtures.of(Participant.class, book, clock)
                        .given(seen(), merged())
                        .when(register(1)),
                Reason.DUPLICATE_MERGED,
                Map.of("participant", FIRST.toString()));
    }

    @Test
    void mergingAgainChangesNothing() {
        someone(merged()).when(merge()).expectNoEvents().expectSuccessfulHandlerExecution();
        Fixtures.of(Participant.class, book, clock)
                .given(seen(), merged())
                .when(merge())
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void mergingIntoSomebodyElseAfterwardsIsRefusedWithTheOneThatStays() {
        for (var before : List.of(List.of(registered(register(1)), merged()), List.of(seen(), merged()))) {
            assertRefused(
                    Fixtures.of(Participant.class, book, clock)
                            .given(before)
                            .when(new MergeDuplicate(SECOND, participant(3))),
                    Reason.DUPLICATE_MERGED,
                    Map.of("participant", FIRST.toString()));
        }
    }

    @Test
    void aChainIsRefusedWithItsEnd() {
        book.verdicts().merge(FIRST, participant(3));

        assertRefused(
                someone().when(merge()),
                Reason.DUPLICATE_MERGED,
                Map.of("participant", participant(3).toString()));
        assertRefused(
                someone().when(dismiss(FIRST)),
                Reason.DUPLICATE_MERGED,
                Map.of("participant", participant(3).toString()));
    }

    @Test
    void whoIsUnknownOrWasErasedIsNoOnesSecond() {
        assertRefused(nobody().when(merge()), Reason.PARTICIPANT_UNKNOWN);
        assertRefused(someone(erased(1, NOW)).when(merge()), Reason.PARTICIPANT_ERASED);
    }

    @Test
    void whoIsUnknownHasNoSecond() {
        assertRefused(someone().when(new MergeDuplicate(SECOND, participant(9))), Reason.PARTICIPANT_UNKNOWN);
        assertRefused(someone().when(dismiss(participant(9))), Reason.PARTICIPANT_UNKNOWN);
    }

    @Test
    void twoSummitsHaveNobodyInCommon() {
        reach(ANOTHER_SUMMIT, participant(3), "010 000003");

        assertRefused(someone().when(new MergeDuplicate(SECOND, participant(3))), Reason.OTHER_SUMMIT);
        assertRefused(someone().when(dismiss(participant(3))), Reason.OTHER_SUMMIT);
    }

    @Test
    void everythingElseThatIsAskedOfItIsRefusedWithTheOneThatStays() {
        for (var command : List.<RegistrationCommand>of(
                checkIn(1, 3, AttendanceMode.IN_PERSON, NOW),
                new AddDay(SECOND, 1, AttendanceMode.ONLINE, null),
                new CancelRegistration(SECOND),
                new IssueBadge(SECOND, BADGE),
                new IssueTicket(SECOND, TICKET),
                dismiss(FIRST))) {
            assertRefused(
                    someone(merged()).when(command), Reason.DUPLICATE_MERGED, Map.of("participant", FIRST.toString()));
        }
    }

    @Test
    void itsScansAreStillTaken() {
        someone(merged())
                .when(new RecordScan(
                        SECOND,
                        SUMMIT,
                        SCAN,
                        ScanDirection.IN,
                        3,
                        AttendanceMode.IN_PERSON,
                        NOW.minusSeconds(60),
                        null))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void itCanStillBeErased() {
        someone(merged()).when(erase(1)).expectEvents(new ParticipantErased(SECOND, SUMMIT, NOW));
    }

    @Test
    void itsDisputesAreNobodysToResolve() {
        book.disputes().enter(seen());
        assertThat(book.disputes().of(SUMMIT)).hasSize(1);

        Fixtures.of(Participant.class, book, clock).given(seen()).when(merge());
        assertThat(book.disputes().of(SUMMIT)).isEmpty();

        book.disputes().enter(seen());
        assertThat(book.disputes().of(SUMMIT)).isEmpty();
    }

    @Test
    void twoPeopleAreSaidToBeTwoOnce() {
        someone().when(dismiss(FIRST)).expectEvents(new DuplicateDismissed(SECOND, SUMMIT, FIRST, NOW));
        assertThat(book.verdicts().dismissed(SUMMIT)).containsExactly(new Couple(FIRST, SECOND));

        someone(new DuplicateDismissed(SECOND, SUMMIT, FIRST, NOW))
                .when(dismiss(FIRST))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void nobodyIsSaidToBeSomebodyElseWhoIsUnknown() {
        assertRefused(nobody().when(dismiss(FIRST)), Reason.PARTICIPANT_UNKNOWN);
    }

    private static final ScanId SCAN = new ScanId(new UUID(7, 7), 1, new UUID(9, 1));

    /** Of somebody who hasn't registered. */
    private CheckInDisputed seen() {
        var scan = new RecordScan(
                SECOND,
                SUMMIT,
                SCAN,
                ScanDirection.IN,
                3,
                AttendanceMode.IN_PERSON,
                Instant.parse("2022-06-08T02:00:00Z"),
                null);
        return (CheckInDisputed) Attendance.NONE.record(scan, book, NOW).getFirst();
    }

    private static MergeDuplicate merge() {
        return new MergeDuplicate(SECOND, FIRST);
    }

    private static DuplicateMerged merged() {
        return new DuplicateMerged(SECOND, SUMMIT, FIRST, NOW);
    }

    private static DismissDuplicate dismiss(ParticipantId other) {
        return new DismissDuplicate(SECOND, other);
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
