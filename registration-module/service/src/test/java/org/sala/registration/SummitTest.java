package org.sala.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.registration.Fixtures.assertRefused;
import static org.sala.registration.Reference.NOW;
import static org.sala.registration.Reference.SUMMIT;
import static org.sala.registration.Reference.announce;
import static org.sala.registration.Reference.announced;
import static org.sala.registration.Reference.participant;
import static org.sala.registration.Reference.revised;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.DisclosureId;
import org.sala.registration.api.RegistrationCommand.CloseRegistration;
import org.sala.registration.api.RegistrationCommand.CloseSummit;
import org.sala.registration.api.RegistrationCommand.NoteContactsTaken;
import org.sala.registration.api.RegistrationCommand.OpenRegistration;
import org.sala.registration.api.RegistrationCommand.ReviseSummit;
import org.sala.registration.api.RegistrationEvent.ContactsTaken;
import org.sala.registration.api.RegistrationEvent.RegistrationClosed;
import org.sala.registration.api.RegistrationEvent.RegistrationOpened;
import org.sala.registration.api.RegistrationEvent.SummitClosed;
import org.sala.registration.api.RegistrationQueries.SeatCount;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.SummitDay;
import org.sala.registration.api.SummitDay.Admission;
import org.sala.registration.seats.Outcome;
import org.sala.registration.seats.Seeker;
import org.sala.testing.SettableClock;

class SummitTest {

    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    private final RegistrationTables book = Tables.emptyBook();

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
        standing().when(announce()).expectSuccessfulHandlerExecution().expectNoEvents();
        standing(revised(announce(SUMMIT, 12)))
                .when(announce())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        standing(new SummitClosed(SUMMIT, NOW))
                .when(announce())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theSameIdForAnotherSummitIsRefused() {
        assertRefused(standing().when(announce(SUMMIT, 11)), Reason.ID_TAKEN);
        assertRefused(standing(new SummitClosed(SUMMIT, NOW)).when(announce(SUMMIT, 11)), Reason.ID_TAKEN);
    }

    @Test
    void aSummitIsRevisedAndItsSeatsWithIt() {
        var more = with(day(3, Map.of(AttendanceMode.IN_PERSON, 40, AttendanceMode.ONLINE, 5)));
        standing().when(more).expectEvents(revised(more));
        assertThat(book.seats().counts(SUMMIT))
                .contains(
                        new SeatCount(3, AttendanceMode.IN_PERSON, 40, 0, 0),
                        new SeatCount(3, AttendanceMode.ONLINE, 5, 0, 0));
        assertThat(Objects.requireNonNull(
                                book.summit(SUMMIT).orElseThrow().days().get(3))
                        .perOrganization())
                .isNull();
    }

    @Test
    void revisingToWhatItIsChangesNothing() {
        var more = with(day(3, Map.of(AttendanceMode.IN_PERSON, 40)));
        standing(revised(more)).when(more).expectSuccessfulHandlerExecution().expectNoEvents();
        standing().when(with(announce().days().get(2))).expectNoEvents();
    }

    @Test
    void fewerSeatsThanAreTakenAreRefusedWithTheNumberTaken() {
        standing();
        seated(2);
        assertRefused(
                standing().when(with(day(3, Map.of(AttendanceMode.IN_PERSON, 1, AttendanceMode.ONLINE, 5)))),
                Reason.SEATS_TAKEN,
                Map.of("day", "3", "taken", "2"));
        assertRefused(
                standing().when(with(day(3, Map.of(AttendanceMode.ONLINE, 5)))),
                Reason.SEATS_TAKEN,
                Map.of("day", "3", "taken", "2"));
        standing().when(with(day(3, Map.of(AttendanceMode.IN_PERSON, 2)))).expectSuccessfulHandlerExecution();
        assertThat(book.seats().counts(SUMMIT))
                .filteredOn(count -> count.day() == 3)
                .containsExactly(new SeatCount(3, AttendanceMode.IN_PERSON, 2, 2, 0));
    }

    @Test
    void aDayOrModeThatSomebodyHasOrWaitsForIsNotTakenAway() {
        standing();
        seated(1);
        book.seats().queue(seeker(9), 3, AttendanceMode.ONLINE, NOW);
        assertRefused(standing().when(withoutDayThree()), Reason.DAY_TAKEN, Map.of("day", "3", "taken", "2"));
        assertRefused(
                standing().when(with(day(3, Map.of(AttendanceMode.IN_PERSON, 10)))),
                Reason.DAY_TAKEN,
                Map.of("day", "3", "taken", "1"));
    }

    @Test
    void aDayThatNobodyIsRegisteredForCanGo() {
        standing().when(withoutDayThree()).expectSuccessfulHandlerExecution();
        assertThat(book.seats().counts(SUMMIT)).noneMatch(count -> count.day() == 3);
        assertThat(book.summit(SUMMIT).orElseThrow().days()).containsOnlyKeys(1, 2);
    }

    @Test
    void registrationIsOpenedForAWhileAndProlonged() {
        var open = new OpenRegistration(SUMMIT, TOMORROW);
        var opened = new RegistrationOpened(SUMMIT, TOMORROW, NOW);
        standing().when(open).expectEvents(opened);
        assertThat(book.summit(SUMMIT).orElseThrow().openUntil()).isEqualTo(TOMORROW);
        standing(opened).when(open).expectSuccessfulHandlerExecution().expectNoEvents();
        standing(opened)
                .when(new OpenRegistration(SUMMIT, null))
                .expectEvents(new RegistrationOpened(SUMMIT, null, NOW));
        assertThat(book.summit(SUMMIT).orElseThrow().opened()).isTrue();
    }

    @Test
    void anEndThatIsOverIsRefused() {
        assertRefused(standing().when(new OpenRegistration(SUMMIT, NOW)), Reason.MALFORMED, Map.of("field", "until"));
    }

    @Test
    void registrationIsClosedOnceAndMayBeOpenedAgain() {
        var opened = new RegistrationOpened(SUMMIT, null, NOW);
        var closed = new RegistrationClosed(SUMMIT, NOW);
        standing(opened).when(new CloseRegistration(SUMMIT)).expectEvents(closed);
        assertThat(book.summit(SUMMIT).orElseThrow().opened()).isFalse();
        standing(opened, closed)
                .when(new CloseRegistration(SUMMIT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        standing(opened, closed).when(new OpenRegistration(SUMMIT, null)).expectEvents(opened);
    }

    @Test
    void aListWithContactsThatIsTakenAwayIsOnRecordOnceAlsoWhenTheSummitIsOver() {
        var disclosure = new DisclosureId(new UUID(4, 2));
        var taken = new ContactsTaken(SUMMIT, disclosure, 104, NOW);

        standing().when(new NoteContactsTaken(SUMMIT, disclosure, 104)).expectEvents(taken);
        standing(taken)
                .when(new NoteContactsTaken(SUMMIT, disclosure, 104))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        standing(new SummitClosed(SUMMIT, NOW))
                .when(new NoteContactsTaken(SUMMIT, disclosure, 104))
                .expectEvents(taken);
    }

    @Test
    void aSummitIsClosedOnceAndChangesNoMore() {
        var over = new SummitClosed(SUMMIT, NOW);
        standing().when(new CloseSummit(SUMMIT)).expectEvents(over);
        assertThat(book.summit(SUMMIT).orElseThrow().closed()).isTrue();
        for (var again : new Object[] {new CloseSummit(SUMMIT), new CloseRegistration(SUMMIT)}) {
            standing(over).when(again).expectSuccessfulHandlerExecution().expectNoEvents();
        }
        assertRefused(standing(over).when(withoutDayThree()), Reason.SUMMIT_CLOSED);
        assertRefused(standing(over).when(new OpenRegistration(SUMMIT, null)), Reason.SUMMIT_CLOSED);
    }

    @Test
    void whatNobodyAnnouncedIsUnknown() {
        for (var command : new Object[] {
            withoutDayThree(),
            new OpenRegistration(SUMMIT, null),
            new CloseRegistration(SUMMIT),
            new CloseSummit(SUMMIT),
            new NoteContactsTaken(SUMMIT, new DisclosureId(new UUID(4, 2)), 1)
        }) {
            assertRefused(summit().givenNoPriorActivity().when(command), Reason.SUMMIT_UNKNOWN);
        }
    }

    private void seated(int people) {
        for (var number = 1; number <= people; number++) {
            assertThat(book.seats().take(seeker(number), Map.of(3, AttendanceMode.IN_PERSON), Map.of()))
                    .isEqualTo(Map.of(3, Outcome.TAKEN));
        }
    }

    private static Seeker seeker(int number) {
        return new Seeker(SUMMIT, participant(number), null);
    }

    private static ReviseSummit with(SummitDay third) {
        var days = new ArrayList<>(announce().days());
        days.set(2, third);
        return revise(days);
    }

    private static ReviseSummit withoutDayThree() {
        return revise(announce().days().subList(0, 2));
    }

    private static ReviseSummit revise(List<SummitDay> days) {
        return new ReviseSummit(
                SUMMIT,
                announce().title(),
                announce().zone(),
                days,
                announce().consentVersion(),
                announce().consentText());
    }

    private static SummitDay day(int number, Map<AttendanceMode, Integer> seats) {
        return new SummitDay(
                number,
                LocalDate.of(2022, 6, 8),
                new BilingualText("ភ្នំពេញ", "Phnom Penh"),
                seats,
                Admission.EVERYBODY);
    }

    /** The summit of the reference, after more of its events. */
    private TestExecutor<Summit> standing(Object... after) {
        book.enter(announced(announce()));
        return summit().given(announced(announce())).andGiven(after);
    }

    private FixtureConfiguration<Summit> summit() {
        return Fixtures.of(Summit.class, book, new SettableClock(NOW));
    }
}
