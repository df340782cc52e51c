package org.sala.sessions.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.sessions.DayThree.NINE;
import static org.sala.sessions.DayThree.SUMMIT;
import static org.sala.sessions.DayThree.person;
import static org.sala.sessions.DayThree.session;
import static org.sala.sessions.DayThree.storytelling;
import static org.sala.sessions.api.AttendanceMode.IN_PERSON;
import static org.sala.sessions.api.AttendanceMode.ONLINE;

import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sala.personal.Personal;
import org.sala.sessions.SessionsFixtures;
import org.sala.sessions.api.Cohort;
import org.sala.sessions.api.Eligibility;
import org.sala.sessions.api.FreeText;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.ParticipantRole;
import org.sala.sessions.api.ReleaseReason;
import org.sala.sessions.api.SessionKind;
import org.sala.sessions.api.SessionsCommand.ReleaseSeat;
import org.sala.sessions.api.SessionsCommand.TakeSeat;
import org.sala.sessions.api.SessionsEvent.SeatPromoted;
import org.sala.sessions.api.SessionsEvent.SeatReleased;
import org.sala.sessions.api.SessionsEvent.SeatTaken;
import org.sala.sessions.api.SessionsEvent.SeatWaitlisted;
import org.sala.sessions.api.SessionsEvent.SignUpEvent;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.Waiver;
import org.sala.sessions.api.Waiver.Rule;
import org.sala.sessions.programme.BookingsInMemory;
import org.sala.sessions.programme.Programme;
import org.sala.sessions.programme.Programme.Stage;
import org.sala.sessions.programme.ProgrammeInMemory;
import org.sala.sessions.registered.Registered;
import org.sala.sessions.registered.RegisteredInMemory;
import org.sala.testing.AggregateFixtures;
import org.sala.testing.SettableClock;

/** Every branch of what somebody has in a session. */
class SignUpTest {

    private static final AggregateFixtures<SessionsRejected, Reason> FIXTURES = SessionsFixtures.of();
    private static final ParticipantId DARA = person(1);
    private static final FreeText WHY = new FreeText("Speaks in both");

    private final RegisteredInMemory registered = new RegisteredInMemory().person(DARA, SUMMIT, 3);
    private final BookingsInMemory bookings = new BookingsInMemory();
    private final SeatsInMemory seats = new SeatsInMemory();
    private Programme.Entry entry = entry(Stage.SCHEDULED, true, Eligibility.EVERYBODY);

    @Nested
    class TakingASeat {

        @Test
        void givesOneWhereOneIsLeft() {
            when(take(null)).expectEvents(taken(null));
            assertThat(bookings.people()).isEqualTo(Map.of(DARA, session(1)));
        }

        @Test
        void givesAPlaceInTheQueueWhereNoneIs() {
            seats.full = true;
            when(take(null)).expectEvents(waitlisted());
        }

        @Test
        void twiceChangesNothing() {
            when(take(null), taken(null)).expectNoEvents();
            when(take(null), waitlisted()).expectNoEvents();
            when(take(null), waitlisted(), promoted()).expectNoEvents();
        }

        @Test
        void twiceChangesNothingOnceTheSessionRuns() {
            entry = entry(Stage.RUNNING, false, Eligibility.EVERYBODY);
            when(take(null), taken(null)).expectNoEvents();
        }

        @Test
        void againAfterItWasReleasedIsANewSeat() {
            when(take(null), taken(null), released(false)).expectEvents(taken(null));
        }

        @Test
        void inTheOtherModeIsRefusedUntilTheFirstIsGivenBack() {
            var online = new TakeSeat(session(1), DARA, ONLINE, null);
            refused(Reason.SIGNED_UP_OTHERWISE, Map.of(), online, taken(null));
            refused(Reason.SIGNED_UP_OTHERWISE, Map.of(), online, waitlisted());
        }

        @Test
        void isRefusedWhereThereIsNoSuchSession() {
            refused(Reason.SESSION_UNKNOWN, Map.of(), new TakeSeat(session(9), DARA, IN_PERSON, null));
        }

        @Test
        void isRefusedBeforeSignUpIsOpen() {
            entry = entry(Stage.SCHEDULED, false, Eligibility.EVERYBODY);
            refused(Reason.SIGN_UP_NOT_OPEN, Map.of(), take(null));
        }

        @Test
        void isRefusedOnceTheSessionHasStarted() {
            entry = entry(Stage.RUNNING, false, Eligibility.EVERYBODY);
            refused(Reason.STARTED, Map.of(), take(null));
            entry = entry(Stage.ENDED, false, Eligibility.EVERYBODY);
            refused(Reason.ENDED, Map.of(), take(null));
        }

        @Test
        void isRefusedInASessionThatIsCancelledEvenToWhoHadASeat() {
            entry = entry(Stage.CANCELLED, false, Eligibility.EVERYBODY);
            refused(Reason.CANCELLED, Map.of(), take(null), taken(null));
        }

        @Test
        void isRefusedToWhoIsNotRegistered() {
            refused(
                    Reason.PARTICIPANT_UNKNOWN,
                    Map.of("participant", person(9).toString()),
                    new TakeSeat(session(1), person(9), IN_PERSON, null));
        }

        @Test
        void isRefusedToWhoLeadsTheSession() {
            bookings.bookRegardless(session(1), storytelling().slot(), DARA);
            refused(Reason.FACILITATES, Map.of(), take(null));
            refused(Reason.FACILITATES, Map.of(), take(WHY));
        }
    }

    @Nested
    class Rules {

        @Test
        void whoHasAnotherSessionAtThatTimeIsToldWhich() {
            bookings.bookRegardless(session(2), storytelling().slot(), DARA);
            refused(Reason.OVERLAPS, Map.of("session", session(2).toString()), take(null));
        }

        @Test
        void whoIsNotRegisteredForTheDayIsRefused() {
            registered.person(DARA, SUMMIT, 1, 2);
            refused(Reason.NOT_EXPECTED, Map.of("day", "3"), take(null));
        }

        @Test
        void aSessionForACohortIsForItsPeople() {
            entry = entry(
                    Stage.SCHEDULED,
                    true,
                    new Eligibility(Set.of(Cohort.SOCIAL_LAB), Set.of(ParticipantRole.DONOR_VISITOR)));
            refused(Reason.NOT_ELIGIBLE, Map.of(), take(null));
            // what a refused command wrote is rolled back
            bookings.people().clear();

            registered.person(DARA, of(Cohort.SOCIAL_LAB, ParticipantRole.CSO_MEMBER));
            when(take(null)).expectEvents(taken(null));

            registered.person(DARA, of(Cohort.OTHER, ParticipantRole.DONOR_VISITOR));
            bookings.people().clear();
            when(take(null)).expectEvents(taken(null));
        }

        @Test
        void staffWaiveThemWithAReasonThatIsPartOfTheEvent() {
            bookings.bookRegardless(session(2), storytelling().slot(), DARA);
            registered.person(DARA, SUMMIT, 1);
            entry = entry(Stage.SCHEDULED, true, new Eligibility(Set.of(Cohort.COACHING), Set.of()));
            when(take(WHY))
                    .expectEvents(
                            taken(new Waiver(Set.of(Rule.OVERLAP, Rule.DAY, Rule.ELIGIBILITY), Personal.of(WHY))));
            assertThat(seats.waived).containsExactlyInAnyOrder(Rule.OVERLAP, Rule.DAY, Rule.ELIGIBILITY);
        }

        @Test
        void whatStandsInNobodysWayIsNotWaived() {
            when(take(WHY)).expectEvents(taken(null));
        }
    }

    @Nested
    class GivingBack {

        @Test
        void freesTheSeatAndThePerson() {
            bookings.bookRegardless(session(1), storytelling().slot(), DARA);
            when(new ReleaseSeat(session(1), DARA), taken(null)).expectEvents(released(false));
            assertThat(bookings.people()).isEmpty();
            assertThat(seats.released).isEqualTo(DARA);
        }

        @Test
        void aPlaceInTheQueueIsGivenBackToo() {
            when(new ReleaseSeat(session(1), DARA), waitlisted()).expectEvents(released(true));
        }

        @Test
        void whatOneDoesNotHaveChangesNothing() {
            when(new ReleaseSeat(session(1), DARA)).expectNoEvents();
            when(new ReleaseSeat(session(1), DARA), taken(null), released(false))
                    .expectNoEvents();
        }

        @Test
        void aSeatInACancelledSessionIsGoneWithIt() {
            entry = entry(Stage.CANCELLED, false, Eligibility.EVERYBODY);
            when(new ReleaseSeat(session(1), DARA), taken(null)).expectNoEvents();
        }

        @Test
        void whoDoesNotComeAnyMoreGivesBackWithoutBeingAsked() {
            when(new GiveUpSeat(session(1), DARA, ReleaseReason.NOT_COMING), taken(null))
                    .expectEvents(new SeatReleased(
                            session(1), SUMMIT, DARA, IN_PERSON, false, ReleaseReason.NOT_COMING, NINE));
        }
    }

    @Nested
    class Promotion {

        @Test
        void givesWhoWaitsTheSeatThatCameFree() {
            when(new PromoteSeat(session(1), DARA), waitlisted()).expectEvents(promoted());
        }

        @Test
        void changesNothingWhereNoneIsFree() {
            seats.full = true;
            when(new PromoteSeat(session(1), DARA), waitlisted()).expectNoEvents();
        }

        @Test
        void changesNothingForWhoDoesNotWait() {
            when(new PromoteSeat(session(1), DARA)).expectNoEvents();
            when(new PromoteSeat(session(1), DARA), taken(null)).expectNoEvents();
            when(new PromoteSeat(session(1), DARA), waitlisted(), released(true))
                    .expectNoEvents();
        }
    }

    private ResultValidator<SignUp> when(Object command, SignUpEvent... history) {
        return FIXTURES.of(
                        SignUp.class,
                        new SettableClock(NINE),
                        new SignUpBooks(registered, new ProgrammeInMemory().with(entry), bookings, seats))
                .given((Object[]) history)
                .when(command);
    }

    private void refused(Reason reason, Map<String, String> details, Object command, SignUpEvent... history) {
        FIXTURES.assertRefused(when(command, history), reason, details);
    }

    private static Programme.Entry entry(Stage stage, boolean open, Eligibility eligibility) {
        return new Programme.Entry(
                session(1),
                SUMMIT,
                3,
                SessionKind.TRAINING,
                storytelling().slot(),
                stage,
                open,
                eligibility,
                null,
                null,
                1);
    }

    private static Registered.Person of(Cohort cohort, ParticipantRole role) {
        return new Registered.Person(SUMMIT, Set.of(3), null, cohort, role);
    }

    private static TakeSeat take(@Nullable FreeText waiving) {
        return new TakeSeat(session(1), DARA, IN_PERSON, waiving);
    }

    private static SeatTaken taken(@Nullable Waiver waived) {
        return new SeatTaken(session(1), SUMMIT, DARA, IN_PERSON, waived, NINE);
    }

    private static SeatWaitlisted waitlisted() {
        return new SeatWaitlisted(session(1), SUMMIT, DARA, IN_PERSON, null, NINE);
    }

    private static SeatPromoted promoted() {
        return new SeatPromoted(session(1), SUMMIT, DARA, IN_PERSON, NINE);
    }

    private static SeatReleased released(boolean waited) {
        return new SeatReleased(session(1), SUMMIT, DARA, IN_PERSON, waited, ReleaseReason.GIVEN_BACK, NINE);
    }
}
