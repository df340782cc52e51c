package org.sala.sessions.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.sessions.DayThree.DAY_THREE;
import static org.sala.sessions.DayThree.ELEVEN;
import static org.sala.sessions.DayThree.ELSEWHERE;
import static org.sala.sessions.DayThree.NINE;
import static org.sala.sessions.DayThree.SUMMIT;
import static org.sala.sessions.DayThree.person;
import static org.sala.sessions.DayThree.plan;
import static org.sala.sessions.DayThree.schedule;
import static org.sala.sessions.DayThree.scheduled;
import static org.sala.sessions.DayThree.session;
import static org.sala.sessions.DayThree.storytelling;
import static org.sala.sessions.api.AttendanceMode.IN_PERSON;
import static org.sala.sessions.api.AttendanceMode.ONLINE;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sala.sessions.SessionsFixtures;
import org.sala.sessions.api.Affected;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.AttendanceSource;
import org.sala.sessions.api.BilingualText;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionPlan;
import org.sala.sessions.api.SessionsCommand;
import org.sala.sessions.api.SessionsCommand.CancelSession;
import org.sala.sessions.api.SessionsCommand.EndSession;
import org.sala.sessions.api.SessionsCommand.JoinSession;
import org.sala.sessions.api.SessionsCommand.LeaveSession;
import org.sala.sessions.api.SessionsCommand.OpenSignUp;
import org.sala.sessions.api.SessionsCommand.RecordAttendance;
import org.sala.sessions.api.SessionsCommand.RescheduleSession;
import org.sala.sessions.api.SessionsCommand.ScheduleSession;
import org.sala.sessions.api.SessionsCommand.StartSession;
import org.sala.sessions.api.SessionsEvent;
import org.sala.sessions.api.SessionsEvent.ParticipantJoinedSession;
import org.sala.sessions.api.SessionsEvent.ParticipantLeftSession;
import org.sala.sessions.api.SessionsEvent.SessionCancelled;
import org.sala.sessions.api.SessionsEvent.SessionEnded;
import org.sala.sessions.api.SessionsEvent.SessionEvent;
import org.sala.sessions.api.SessionsEvent.SessionRescheduled;
import org.sala.sessions.api.SessionsEvent.SessionScheduled;
import org.sala.sessions.api.SessionsEvent.SessionStarted;
import org.sala.sessions.api.SessionsEvent.SignUpOpened;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.Slot;
import org.sala.sessions.api.Stay;
import org.sala.sessions.api.SummitId;
import org.sala.sessions.registered.Registered;
import org.sala.sessions.registered.RegisteredInMemory;
import org.sala.testing.AggregateFixtures;
import org.sala.testing.SettableClock;

/** Every branch of a session's decisions. */
class SessionTest {

    private static final AggregateFixtures<SessionsRejected, Reason> FIXTURES = SessionsFixtures.of();

    private static final BilingualText ILL = new BilingualText("គ្រូឈឺ", "The trainer is ill");
    private static final ParticipantId DARA = person(1);
    private static final ParticipantId SREYMOM = person(2);
    private static final ParticipantId VISAL = person(3);
    private static final ParticipantId DAY_TWO_ONLY = person(4);
    private static final ParticipantId OF_ANOTHER_SUMMIT = person(5);
    private static final ParticipantId STRANGER = person(9);

    private final Instant now = NINE.plus(Duration.ofMinutes(30));
    private final SettableClock clock = new SettableClock(now);
    private final RegisteredInMemory registered = new RegisteredInMemory()
            .day(SUMMIT, 3, DAY_THREE)
            .day(SUMMIT, 1, new Registered.Day(DAY_THREE.starts(), DAY_THREE.ends(), Set.of(ONLINE)))
            .day(ELSEWHERE, 3, DAY_THREE)
            .person(DARA, SUMMIT, 1, 3)
            .person(SREYMOM, SUMMIT, 3)
            .person(VISAL, SUMMIT, 3)
            .person(DAY_TWO_ONLY, SUMMIT, 2)
            .person(OF_ANOTHER_SUMMIT, ELSEWHERE, 3);
    private final BookingsInMemory bookings = new BookingsInMemory();
    private final PresencesInMemory presences = new PresencesInMemory();
    private final AudienceInMemory audience = new AudienceInMemory();

    @Nested
    class Scheduling {

        @Test
        void putsASessionOnTheProgramme() {
            when(schedule(1, storytelling(DARA))).expectEvents(scheduled(1, storytelling(DARA)));
            assertThat(bookings.rooms()).containsOnlyKeys(session(1));
        }

        @Test
        void theSameAgainChangesNothing() {
            when(schedule(1, storytelling(DARA)), scheduled(1, storytelling(DARA)))
                    .expectNoEvents();
            assertThat(bookings.rooms()).isEmpty();
        }

        @Test
        void theSameAgainChangesNothingWhileItRunsOrIsOver() {
            when(schedule(1, storytelling()), scheduled(1, storytelling()), started(NINE))
                    .expectNoEvents();
            when(schedule(1, storytelling()), scheduled(1, storytelling()), started(NINE), ended(ELEVEN))
                    .expectNoEvents();
        }

        @Test
        void theSameIdForAnotherSessionIsRefused() {
            refused(Reason.ID_TAKEN, schedule(1, storytelling(DARA)), scheduled(1, storytelling()));
            refused(Reason.ID_TAKEN, schedule(1, storytelling(DARA)), scheduled(1, storytelling()), started(NINE));
            refused(
                    Reason.ID_TAKEN,
                    new ScheduleSession(session(1), SUMMIT, 1, storytelling()),
                    scheduled(1, storytelling()),
                    started(NINE),
                    ended(ELEVEN));
        }

        @Test
        void aSummitThatNobodyAnnouncedIsRefused() {
            var unheardOf = new SummitId(session(7).value());
            refused(Reason.SUMMIT_UNKNOWN, new ScheduleSession(session(1), unheardOf, 3, storytelling()));
        }

        @Test
        void aDayThatTheSummitDoesNotHaveIsRefused() {
            refused(Reason.DAY_UNKNOWN, Map.of("day", "5"), new ScheduleSession(session(1), SUMMIT, 5, storytelling()));
        }

        @Test
        void aSlotMayFillTheDayToItsEdges() {
            var wholeDay = plan(new Slot(DAY_THREE.starts(), DAY_THREE.ends()), "Mekong", Map.of(IN_PERSON, 1));
            when(schedule(1, wholeDay)).expectEvents(scheduled(1, wholeDay));
        }

        @Test
        void aSlotThatLeavesTheDayIsRefused() {
            var tooEarly = new Slot(DAY_THREE.starts().minusMillis(1), ELEVEN);
            var tooLate = new Slot(NINE, DAY_THREE.ends().plusMillis(1));
            refused(
                    Reason.OUTSIDE_DAY,
                    Map.of("day", "3"),
                    schedule(1, plan(tooEarly, "Mekong", Map.of(IN_PERSON, 1))));
            refused(Reason.OUTSIDE_DAY, Map.of("day", "3"), schedule(1, plan(tooLate, "Mekong", Map.of(IN_PERSON, 1))));
        }

        @Test
        void seatsInAModeThatTheDayDoesNotOfferAreRefused() {
            refused(
                    Reason.MODE_NOT_OFFERED,
                    Map.of("day", "1"),
                    new ScheduleSession(session(1), SUMMIT, 1, storytelling()));
        }

        @Test
        void aFacilitatorWhoIsNotRegisteredForTheSummitIsRefused() {
            refused(
                    Reason.PARTICIPANT_UNKNOWN,
                    Map.of("participant", STRANGER.toString()),
                    schedule(1, storytelling(DARA, STRANGER)));
            refused(
                    Reason.PARTICIPANT_UNKNOWN,
                    Map.of("participant", OF_ANOTHER_SUMMIT.toString()),
                    schedule(1, storytelling(OF_ANOTHER_SUMMIT)));
        }

        @Test
        void aRoomThatIsTakenIsRefused() {
            bookings.book(session(2), SUMMIT, storytelling());
            refused(Reason.ROOM_TAKEN, Map.of("session", session(2).toString()), schedule(1, storytelling()));
        }
    }

    @Nested
    class Starting {

        @Test
        void startsWhatWasScheduled() {
            when(new StartSession(session(1), NINE), scheduled(1, storytelling()))
                    .expectEvents(new SessionStarted(session(1), SUMMIT, NINE, now));
        }

        @Test
        void anotherStartOfARunningSessionChangesNothing() {
            when(new StartSession(session(1), NINE.plusSeconds(5)), scheduled(1, storytelling()), started(NINE))
                    .expectNoEvents();
        }

        @Test
        void theSameStartChangesNothingWhenItIsOver() {
            when(new StartSession(session(1), NINE), scheduled(1, storytelling()), started(NINE), ended(ELEVEN))
                    .expectNoEvents();
        }

        @Test
        void anotherStartIsRefusedWhenItIsOver() {
            refused(
                    Reason.ENDED,
                    new StartSession(session(1), NINE.plusSeconds(5)),
                    scheduled(1, storytelling()),
                    started(NINE),
                    ended(ELEVEN));
        }

        @Test
        void whatWasNeverScheduledIsRefused() {
            refused(Reason.SESSION_UNKNOWN, new StartSession(session(1), NINE));
        }

        @Test
        void aDeviceMayBeALittleAheadAndNoMore() {
            var ahead = now.plus(Moments.CLOCKS_DIFFER_BY);
            when(new StartSession(session(1), ahead), scheduled(1, storytelling()))
                    .expectEvents(new SessionStarted(session(1), SUMMIT, ahead, now));
            refused(
                    Reason.IN_THE_FUTURE,
                    new StartSession(session(1), ahead.plusMillis(1)),
                    scheduled(1, storytelling()));
        }
    }

    @Nested
    class Joining {

        @Test
        void bringsARegisteredPersonIn() {
            when(join(DARA, IN_PERSON), running()).expectEvents(joined(DARA, IN_PERSON));
            assertThat(presences.whereabouts()).isEqualTo(Map.of(DARA, session(1)));
        }

        @Test
        void twiceChangesNothing() {
            when(join(DARA, IN_PERSON), running(joined(DARA, IN_PERSON))).expectNoEvents();
        }

        @Test
        void twiceChangesNothingEvenWhenItIsOver() {
            when(join(DARA, IN_PERSON), running(joined(DARA, IN_PERSON), ended(ELEVEN)))
                    .expectNoEvents();
        }

        @Test
        void inTheOtherModeAsWellIsRefused() {
            refused(Reason.IN_OTHER_MODE, join(DARA, ONLINE), running(joined(DARA, IN_PERSON)));
            refused(Reason.IN_OTHER_MODE, join(DARA, ONLINE), running(joined(DARA, IN_PERSON), ended(ELEVEN)));
        }

        @Test
        void isRefusedBeforeItStarts() {
            refused(Reason.NOT_STARTED, join(DARA, IN_PERSON), scheduled(1, storytelling()));
        }

        @Test
        void isRefusedWhenItIsOver() {
            refused(Reason.ENDED, join(DARA, IN_PERSON), running(ended(ELEVEN)));
        }

        @Test
        void whatWasNeverScheduledIsRefused() {
            refused(Reason.SESSION_UNKNOWN, join(DARA, IN_PERSON));
        }

        @Test
        void isRefusedToWhoeverIsNotRegisteredForTheSummit() {
            refused(
                    Reason.PARTICIPANT_UNKNOWN,
                    Map.of("participant", STRANGER.toString()),
                    join(STRANGER, IN_PERSON),
                    running());
            refused(
                    Reason.PARTICIPANT_UNKNOWN,
                    Map.of("participant", OF_ANOTHER_SUMMIT.toString()),
                    join(OF_ANOTHER_SUMMIT, IN_PERSON),
                    running());
        }

        @Test
        void isRefusedToWhoeverIsRegisteredForOtherDays() {
            refused(Reason.NOT_EXPECTED, Map.of("day", "3"), join(DAY_TWO_ONLY, IN_PERSON), running());
        }

        @Test
        void isRefusedWhenNoSeatIsLeftInThatMode() {
            refused(
                    Reason.SEATS_EXHAUSTED,
                    Map.of("seats", "2"),
                    join(VISAL, IN_PERSON),
                    running(joined(DARA, IN_PERSON), joined(SREYMOM, IN_PERSON)));
        }

        @Test
        void seatsOfOneModeLeaveThoseOfTheOtherAlone() {
            when(join(VISAL, ONLINE), running(joined(DARA, IN_PERSON), joined(SREYMOM, IN_PERSON)))
                    .expectEvents(joined(VISAL, ONLINE));
            refused(Reason.SEATS_EXHAUSTED, Map.of("seats", "1"), join(VISAL, ONLINE), running(joined(DARA, ONLINE)));
        }

        @Test
        void aModeWithoutSeatsIsRefused() {
            var roomOnly = plan(new Slot(NINE, ELEVEN), "Mekong", Map.of(IN_PERSON, 2));
            refused(Reason.NO_SEATS_IN_MODE, join(DARA, ONLINE), scheduled(1, roomOnly), started(NINE));
        }

        @Test
        void aPersonInAnotherRunningSessionIsRefused() {
            presences.enter(DARA, session(2), IN_PERSON);
            refused(
                    Reason.IN_ANOTHER_SESSION,
                    Map.of("session", session(2).toString()),
                    join(DARA, IN_PERSON),
                    running());
        }

        @Test
        void peopleMayComeALittleBeforeTheStartAndNoEarlier() {
            var doors = NINE.minus(AttendancePolicy.DOORS_OPEN_BEFORE);
            when(new JoinSession(session(1), DARA, IN_PERSON, doors), running())
                    .expectEvents(new ParticipantJoinedSession(session(1), SUMMIT, DARA, IN_PERSON, doors, now));
            refused(
                    Reason.BEFORE_START,
                    new JoinSession(session(1), SREYMOM, IN_PERSON, doors.minusMillis(1)),
                    running());
        }

        @Test
        void aMomentThatIsStillToComeIsRefused() {
            var ahead = now.plus(Moments.CLOCKS_DIFFER_BY).plusMillis(1);
            refused(Reason.IN_THE_FUTURE, new JoinSession(session(1), DARA, IN_PERSON, ahead), running());
        }
    }

    @Nested
    class Ending {

        @Test
        void freesEverybody() {
            clock.advance(Duration.ofHours(3));
            presences.enter(DARA, session(1), IN_PERSON);
            presences.enter(SREYMOM, session(2), IN_PERSON);
            when(new EndSession(session(1), ELEVEN), running(joined(DARA, IN_PERSON)))
                    .expectEvents(new SessionEnded(session(1), SUMMIT, ELEVEN, clock.instant()));
            assertThat(presences.whereabouts()).isEqualTo(Map.of(SREYMOM, session(2)));
        }

        @Test
        void twiceChangesNothing() {
            when(new EndSession(session(1), NINE.plusSeconds(1)), running(ended(ELEVEN)))
                    .expectNoEvents();
        }

        @Test
        void isRefusedBeforeItStarts() {
            refused(Reason.NOT_STARTED, new EndSession(session(1), NINE), scheduled(1, storytelling()));
        }

        @Test
        void whatWasNeverScheduledIsRefused() {
            refused(Reason.SESSION_UNKNOWN, new EndSession(session(1), NINE));
        }

        @Test
        void nothingEndsBeforeItBegan() {
            refused(Reason.BEFORE_START, new EndSession(session(1), NINE.minusMillis(1)), running());
        }

        @Test
        void aMomentThatIsStillToComeIsRefused() {
            var ahead = now.plus(Moments.CLOCKS_DIFFER_BY).plusMillis(1);
            refused(Reason.IN_THE_FUTURE, new EndSession(session(1), ahead), running());
        }
    }

    @Nested
    class PlanningAnew {

        @Test
        void movesASessionAndSaysWhomItAffects() {
            var later = storytelling(DARA);
            var conflict = new Affected(VISAL, Affected.Conflict.NOT_EXPECTED, null);
            audience.conflict(conflict);
            when(new RescheduleSession(session(1), 3, later), scheduled(1, storytelling()))
                    .expectEvents(new SessionRescheduled(session(1), SUMMIT, 3, later, List.of(conflict)));
        }

        @Test
        void asItIsChangesNothing() {
            when(new RescheduleSession(session(1), 3, storytelling()), scheduled(1, storytelling()))
                    .expectNoEvents();
            when(
                            new RescheduleSession(session(1), 3, storytelling(DARA)),
                            scheduled(1, storytelling()),
                            replanned(storytelling(DARA)))
                    .expectNoEvents();
        }

        @Test
        void leavesARepeatedScheduleWhatItWas() {
            when(schedule(1, storytelling()), scheduled(1, storytelling()), replanned(storytelling(DARA)))
                    .expectNoEvents();
        }

        @Test
        void isHeldToTheRulesOfANewSession() {
            refused(
                    Reason.DAY_UNKNOWN,
                    Map.of("day", "5"),
                    new RescheduleSession(session(1), 5, storytelling()),
                    scheduled(1, storytelling()));
            bookings.book(session(2), SUMMIT, storytelling());
            refused(
                    Reason.ROOM_TAKEN,
                    Map.of("session", session(2).toString()),
                    new RescheduleSession(session(1), 3, storytelling(DARA)),
                    scheduled(1, storytelling()));
        }

        @Test
        void takesNobodysSeat() {
            audience.seat(DARA, IN_PERSON);
            audience.seat(SREYMOM, IN_PERSON);
            var smaller = plan(new Slot(NINE, ELEVEN), "Mekong", Map.of(IN_PERSON, 1, ONLINE, 1));
            refused(
                    Reason.SEATS_TAKEN,
                    Map.of("seats", "2"),
                    new RescheduleSession(session(1), 3, smaller),
                    scheduled(1, storytelling()));
        }

        @Test
        void letsNobodyLeadWhatTheySitIn() {
            audience.seat(DARA, IN_PERSON);
            refused(
                    Reason.FACILITATOR_TAKEN,
                    Map.of("session", session(1).toString(), "participant", DARA.toString()),
                    new RescheduleSession(session(1), 3, storytelling(DARA)),
                    scheduled(1, storytelling()));
        }

        @Test
        void isForWhatHasNotStarted() {
            refused(Reason.STARTED, new RescheduleSession(session(1), 3, storytelling(DARA)), running());
            refused(
                    Reason.CANCELLED,
                    new RescheduleSession(session(1), 3, storytelling(DARA)),
                    scheduled(1, storytelling()),
                    cancelled());
            refused(Reason.SESSION_UNKNOWN, new RescheduleSession(session(1), 3, storytelling()));
        }
    }

    @Nested
    class Cancelling {

        @Test
        void freesTheRoomAndNamesWhoHadASeat() {
            audience.seat(DARA, IN_PERSON);
            bookings.book(session(1), SUMMIT, storytelling());
            when(new CancelSession(session(1), ILL), scheduled(1, storytelling()))
                    .expectEvents(new SessionCancelled(session(1), SUMMIT, ILL, List.of(DARA), now));
            assertThat(bookings.rooms()).isEmpty();
        }

        @Test
        void twiceChangesNothing() {
            when(new CancelSession(session(1), ILL), scheduled(1, storytelling()), cancelled())
                    .expectNoEvents();
        }

        @Test
        void isForWhatHasNotStarted() {
            refused(Reason.STARTED, new CancelSession(session(1), ILL), running());
            refused(Reason.SESSION_UNKNOWN, new CancelSession(session(1), ILL));
        }

        @Test
        void endsWhatCouldBeDoneInIt() {
            var called = new SessionsEvent[] {scheduled(1, storytelling()), cancelled()};
            refused(Reason.CANCELLED, new StartSession(session(1), NINE), called);
            refused(Reason.CANCELLED, new EndSession(session(1), NINE), called);
            refused(Reason.CANCELLED, new OpenSignUp(session(1)), called);
            refused(Reason.CANCELLED, join(DARA, IN_PERSON), called);
            when(schedule(1, storytelling()), called).expectNoEvents();
        }
    }

    @Nested
    class OpeningSignUp {

        @Test
        void letsPeopleTakeSeatsOnce() {
            var opened = new SignUpOpened(session(1), SUMMIT, now);
            when(new OpenSignUp(session(1)), scheduled(1, storytelling())).expectEvents(opened);
            when(new OpenSignUp(session(1)), scheduled(1, storytelling()), opened)
                    .expectNoEvents();
            refused(Reason.STARTED, new OpenSignUp(session(1)), running());
        }
    }

    @Nested
    class SeatsOfWhoSignedUp {

        private final Instant soon = NINE.plusSeconds(60);
        private final Instant later = NINE.plus(AttendancePolicy.SEATS_ARE_KEPT_FOR);

        @Test
        void areKeptForThemAtFirst() {
            audience.seat(DARA, IN_PERSON);
            audience.seat(SREYMOM, IN_PERSON);
            refused(
                    Reason.SEATS_EXHAUSTED,
                    Map.of("seats", "2"),
                    new JoinSession(session(1), VISAL, IN_PERSON, soon),
                    running());
            when(new JoinSession(session(1), DARA, IN_PERSON, soon), running())
                    .expectEvents(new ParticipantJoinedSession(session(1), SUMMIT, DARA, IN_PERSON, soon, now));
        }

        @Test
        void areForWhoIsThereAfterAWhile() {
            audience.seat(DARA, IN_PERSON);
            audience.seat(SREYMOM, IN_PERSON);
            when(new JoinSession(session(1), VISAL, IN_PERSON, later), running())
                    .expectEvents(new ParticipantJoinedSession(session(1), SUMMIT, VISAL, IN_PERSON, later, now));
        }

        @Test
        void areKeptNoMoreForWhoCameAndLeft() {
            audience.seat(DARA, IN_PERSON);
            audience.seat(SREYMOM, IN_PERSON);
            when(
                            new JoinSession(session(1), VISAL, IN_PERSON, soon.plusSeconds(60)),
                            running(joined(DARA, IN_PERSON), left(DARA, soon.plusSeconds(30))))
                    .expectEvents(new ParticipantJoinedSession(
                            session(1), SUMMIT, VISAL, IN_PERSON, soon.plusSeconds(60), now));
        }

        @Test
        void areForThemWhateverDayTheyAreRegisteredFor() {
            audience.seat(DAY_TWO_ONLY, IN_PERSON);
            when(join(DAY_TWO_ONLY, IN_PERSON), running()).expectEvents(joined(DAY_TWO_ONLY, IN_PERSON));
        }
    }

    @Nested
    class Leaving {

        private final Instant halfPast = NINE.plusSeconds(1_800);

        @Test
        void letsSomebodyGoAndComeAgain() {
            presences.enter(DARA, session(1), IN_PERSON);
            when(leave(halfPast), running(joined(DARA, IN_PERSON)))
                    .expectEvents(new ParticipantLeftSession(
                            session(1), SUMMIT, DARA, IN_PERSON, halfPast, now, AttendanceSource.SCAN));
            assertThat(presences.whereabouts()).isEmpty();
            var again = new JoinSession(session(1), DARA, IN_PERSON, halfPast.plusSeconds(1));
            when(again, running(joined(DARA, IN_PERSON), left(DARA, halfPast)))
                    .expectEvents(new ParticipantJoinedSession(
                            session(1), SUMMIT, DARA, IN_PERSON, halfPast.plusSeconds(1), now));
        }

        @Test
        void changesNothingForWhoIsNotInside() {
            when(leave(halfPast), running()).expectNoEvents();
            when(leave(halfPast), running(joined(DARA, IN_PERSON), left(DARA, halfPast)))
                    .expectNoEvents();
            when(leave(halfPast), running(joined(DARA, ONLINE))).expectNoEvents();
            when(leave(halfPast), running(joined(DARA, IN_PERSON), ended(ELEVEN)))
                    .expectNoEvents();
        }

        @Test
        void comesAfterComing() {
            refused(Reason.OUT_OF_ORDER, leave(NINE), running(joined(DARA, IN_PERSON)));
            refused(
                    Reason.OUT_OF_ORDER,
                    new JoinSession(session(1), DARA, IN_PERSON, NINE.plusSeconds(120)),
                    running(joined(DARA, IN_PERSON), left(DARA, halfPast)));
        }

        @Test
        void isForWhatRuns() {
            refused(Reason.NOT_STARTED, leave(halfPast), scheduled(1, storytelling()));
            refused(Reason.SESSION_UNKNOWN, leave(halfPast));
            refused(
                    Reason.IN_THE_FUTURE,
                    leave(now.plus(Moments.CLOCKS_DIFFER_BY).plusMillis(1)),
                    running(joined(DARA, IN_PERSON)));
        }

        private LeaveSession leave(Instant at) {
            return new LeaveSession(session(1), DARA, IN_PERSON, at, AttendanceSource.SCAN);
        }
    }

    @Nested
    class RecordingAttendance {

        private final Stay stay = new Stay(DARA, ONLINE, NINE, NINE.plusSeconds(1_200));

        @Test
        void tellsWhoCameAndLeftAlsoWhenItIsOver() {
            when(record(stay), running()).expectEvents(cameOnline(), leftOnline());
            when(record(stay), running(ended(ELEVEN))).expectEvents(cameOnline(), leftOnline());
        }

        @Test
        void tellsOnlyWhatIsNew() {
            when(record(stay, stay), running(cameOnline())).expectEvents(leftOnline());
            when(record(stay), running(ended(ELEVEN), cameOnline(), leftOnline()))
                    .expectNoEvents();
        }

        @Test
        void isNotRefusedForWantOfASeat() {
            when(record(stay), running(joined(SREYMOM, ONLINE), joined(DARA, IN_PERSON)))
                    .expectEvents(cameOnline(), leftOnline());
        }

        @Test
        void isRefusedForStrangersAndForTimesToCome() {
            refused(
                    Reason.PARTICIPANT_UNKNOWN,
                    Map.of("participant", STRANGER.toString()),
                    record(new Stay(STRANGER, ONLINE, NINE, null)),
                    running());
            refused(
                    Reason.IN_THE_FUTURE,
                    record(new Stay(
                            DARA, ONLINE, now.plus(Moments.CLOCKS_DIFFER_BY).plusMillis(1), null)),
                    running());
            refused(Reason.NOT_STARTED, record(stay), scheduled(1, storytelling()));
        }

        private RecordAttendance record(Stay... stays) {
            return new RecordAttendance(session(1), AttendanceSource.ONLINE_REPORT, List.of(stays));
        }

        private ParticipantJoinedSession cameOnline() {
            return new ParticipantJoinedSession(
                    session(1), SUMMIT, DARA, ONLINE, NINE, now, AttendanceSource.ONLINE_REPORT);
        }

        private ParticipantLeftSession leftOnline() {
            return new ParticipantLeftSession(
                    session(1), SUMMIT, DARA, ONLINE, NINE.plusSeconds(1_200), now, AttendanceSource.ONLINE_REPORT);
        }
    }

    private SessionCancelled cancelled() {
        return new SessionCancelled(session(1), SUMMIT, ILL, List.of(), now);
    }

    private static SessionRescheduled replanned(SessionPlan plan) {
        return new SessionRescheduled(session(1), SUMMIT, 3, plan, List.of());
    }

    private ParticipantLeftSession left(ParticipantId participant, Instant at) {
        return new ParticipantLeftSession(session(1), SUMMIT, participant, IN_PERSON, at, now, null);
    }

    static Stream<SessionEvent> events() {
        return Stream.of(
                scheduled(1, storytelling()),
                new SessionStarted(session(1), SUMMIT, NINE, NINE),
                new ParticipantJoinedSession(session(1), SUMMIT, DARA, IN_PERSON, NINE, NINE),
                new SessionEnded(session(1), SUMMIT, ELEVEN, ELEVEN));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventThatCannotFollowIsTakenWithoutAWord(SessionEvent event) {
        SessionState state = new SessionState.Unscheduled();
        var after = state.evolve(event);
        assertThat(after)
                .isEqualTo(
                        event instanceof SessionScheduled first
                                ? new SessionState.Scheduled(SessionState.Plans.of(first), false)
                                : state);
    }

    private ResultValidator<Session> when(SessionsCommand command, SessionsEvent... history) {
        return fixture().given((Object[]) history).when(command);
    }

    private void refused(Reason reason, SessionsCommand command, SessionsEvent... history) {
        refused(reason, Map.of(), command, history);
    }

    private void refused(
            Reason reason, Map<String, String> details, SessionsCommand command, SessionsEvent... history) {
        FIXTURES.assertRefused(when(command, history), reason, details);
    }

    private AggregateTestFixture<Session> fixture() {
        return FIXTURES.of(
                Session.class,
                clock,
                new SessionBooks(registered, new ProgrammeInMemory(), bookings, presences, audience));
    }

    private SessionsEvent[] running(SessionsEvent... since) {
        return Stream.concat(Stream.of(scheduled(1, storytelling()), started(NINE)), Arrays.stream(since))
                .toArray(SessionsEvent[]::new);
    }

    private static SessionStarted started(Instant at) {
        return new SessionStarted(session(1), SUMMIT, at, at);
    }

    private static SessionEnded ended(Instant at) {
        return new SessionEnded(session(1), SUMMIT, at, at);
    }

    private JoinSession join(ParticipantId participant, AttendanceMode mode) {
        return new JoinSession(session(1), participant, mode, NINE.plusSeconds(60));
    }

    private ParticipantJoinedSession joined(ParticipantId participant, AttendanceMode mode) {
        return new ParticipantJoinedSession(session(1), SUMMIT, participant, mode, NINE.plusSeconds(60), now);
    }
}
