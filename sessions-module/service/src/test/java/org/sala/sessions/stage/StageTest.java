package org.sala.sessions.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.sessions.DayThree.NINE;
import static org.sala.sessions.DayThree.SUMMIT;
import static org.sala.sessions.DayThree.organization;
import static org.sala.sessions.DayThree.person;
import static org.sala.sessions.DayThree.session;
import static org.sala.sessions.DayThree.storytelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sala.personal.Personal;
import org.sala.sessions.SessionsFixtures;
import org.sala.sessions.api.BilingualText;
import org.sala.sessions.api.Cohort;
import org.sala.sessions.api.Eligibility;
import org.sala.sessions.api.FreeText;
import org.sala.sessions.api.InterviewId;
import org.sala.sessions.api.OrganizationId;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.ParticipantRole;
import org.sala.sessions.api.Pitch;
import org.sala.sessions.api.PitchFeedbackId;
import org.sala.sessions.api.QuestionId;
import org.sala.sessions.api.Questioner;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionKind;
import org.sala.sessions.api.SessionsCommand.ArrangeRunningOrder;
import org.sala.sessions.api.SessionsCommand.AskQuestion;
import org.sala.sessions.api.SessionsCommand.DeliverPitch;
import org.sala.sessions.api.SessionsCommand.EndInterview;
import org.sala.sessions.api.SessionsCommand.EnterPitchTeam;
import org.sala.sessions.api.SessionsCommand.ErasePitch;
import org.sala.sessions.api.SessionsCommand.GivePitchFeedback;
import org.sala.sessions.api.SessionsCommand.ReplaceNominee;
import org.sala.sessions.api.SessionsCommand.StageCommand;
import org.sala.sessions.api.SessionsCommand.StartInterview;
import org.sala.sessions.api.SessionsCommand.TakeEmptyChair;
import org.sala.sessions.api.SessionsCommand.WithdrawPitchTeam;
import org.sala.sessions.api.SessionsEvent.EmptyChairTaken;
import org.sala.sessions.api.SessionsEvent.InterviewEnded;
import org.sala.sessions.api.SessionsEvent.InterviewStarted;
import org.sala.sessions.api.SessionsEvent.NomineeReplaced;
import org.sala.sessions.api.SessionsEvent.PitchDelivered;
import org.sala.sessions.api.SessionsEvent.PitchErased;
import org.sala.sessions.api.SessionsEvent.PitchFeedbackGiven;
import org.sala.sessions.api.SessionsEvent.PitchTeamEntered;
import org.sala.sessions.api.SessionsEvent.PitchTeamWithdrawn;
import org.sala.sessions.api.SessionsEvent.QuestionAsked;
import org.sala.sessions.api.SessionsEvent.RunningOrderArranged;
import org.sala.sessions.api.SessionsEvent.StageEvent;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.SummitId;
import org.sala.sessions.api.TeamId;
import org.sala.sessions.programme.Programme;
import org.sala.sessions.programme.Programme.Stage;
import org.sala.sessions.programme.ProgrammeInMemory;
import org.sala.sessions.registered.Registered;
import org.sala.sessions.registered.RegisteredInMemory;
import org.sala.testing.AggregateFixtures;
import org.sala.testing.SettableClock;

/** Every branch of Social Lab TV: fishers and weavers pitch, each of one organisation. */
class StageTest {

    private static final AggregateFixtures<SessionsRejected, Reason> FIXTURES = SessionsFixtures.of();
    private static final TeamId FISHERS = team(1);
    private static final TeamId WEAVERS = team(2);
    private static final ParticipantId FISHER = person(1);
    private static final ParticipantId OTHER_FISHER = person(2);
    private static final ParticipantId WEAVER = person(3);
    private static final ParticipantId HOST = person(4);
    private static final ParticipantId VISITOR = person(5);
    private static final ParticipantId COACH = person(6);
    private static final InterviewId INTERVIEW =
            new InterviewId(UUID.fromString("1e770000-0000-4000-8000-000000000001"));
    private static final QuestionId QUESTION = new QuestionId(UUID.fromString("9e550000-0000-4000-8000-000000000001"));
    private static final PitchFeedbackId FEEDBACK =
            new PitchFeedbackId(UUID.fromString("feed0000-0000-4000-8000-000000000001"));
    private static final FreeText WORDS = new FreeText("Who mends the nets?");
    private static final Pitch PITCH = new Pitch(new FreeText("A hatchery"), null, null);

    private final RegisteredInMemory registered = new RegisteredInMemory()
            .person(FISHER, of(organization(1), ParticipantRole.CSO_MEMBER))
            .person(OTHER_FISHER, of(organization(1), ParticipantRole.CSO_MEMBER))
            .person(WEAVER, of(organization(2), ParticipantRole.CSO_MEMBER))
            .person(HOST, of(null, ParticipantRole.FACILITATOR))
            .person(VISITOR, of(null, ParticipantRole.DONOR_VISITOR))
            .person(COACH, of(null, ParticipantRole.COACH));
    private final OnAirInMemory onAir = new OnAirInMemory();
    private Stage stage = Stage.RUNNING;
    private SessionKind kind = SessionKind.SOCIAL_LAB_TV;

    @Nested
    class Teams {

        @Test
        void enterOneAfterTheOther() {
            when(enter(WEAVERS, 2, WEAVER), entered(FISHERS, 1, FISHER)).expectEvents(entered(WEAVERS, 2, WEAVER));
        }

        @Test
        void enterOnceHoweverOftenItIsAsked() {
            when(enter(FISHERS, 1, FISHER), entered(FISHERS, 1, FISHER)).expectNoEvents();
            refused(Reason.ID_TAKEN, enter(FISHERS, 1, OTHER_FISHER), entered(FISHERS, 1, FISHER));
        }

        @Test
        void enterSocialLabTvAndNothingElse() {
            kind = SessionKind.TRAINING;
            refused(Reason.NOT_SOCIAL_LAB_TV, enter(FISHERS, 1, FISHER));
        }

        @Test
        void enterWhatIsNotOver() {
            stage = Stage.SCHEDULED;
            when(enter(FISHERS, 1, FISHER)).expectEvents(entered(FISHERS, 1, FISHER));
            stage = Stage.ENDED;
            refused(Reason.ENDED, enter(FISHERS, 1, FISHER));
            stage = Stage.CANCELLED;
            refused(Reason.CANCELLED, enter(FISHERS, 1, FISHER));
        }

        @Test
        void areOfOrganizationsThatTakePart() {
            FIXTURES.assertRefused(
                    when(enter(FISHERS, 9, FISHER)),
                    Reason.ORGANIZATION_UNKNOWN,
                    Map.of("organization", organization(9).toString()));
        }

        @Test
        void shareNoOrganization() {
            FIXTURES.assertRefused(
                    when(enter(WEAVERS, 1, FISHER), entered(FISHERS, 1, FISHER)),
                    Reason.IN_ANOTHER_TEAM,
                    Map.of("team", FISHERS.toString()));
        }

        @Test
        void nominateOneOfTheirOwn() {
            refused(Reason.NOT_OF_THE_TEAM, enter(FISHERS, 1, WEAVER));
            refused(Reason.NOT_OF_THE_TEAM, enter(FISHERS, 1, HOST));
            refused(
                    Reason.NOT_OF_THE_TEAM,
                    new ReplaceNominee(session(1), FISHERS, WEAVER),
                    entered(FISHERS, 1, FISHER));
        }

        @Test
        void mayNominateSomebodyElse() {
            when(new ReplaceNominee(session(1), FISHERS, OTHER_FISHER), entered(FISHERS, 1, FISHER))
                    .expectEvents(new NomineeReplaced(session(1), SUMMIT, FISHERS, OTHER_FISHER));
            when(new ReplaceNominee(session(1), FISHERS, FISHER), entered(FISHERS, 1, FISHER))
                    .expectNoEvents();
            refused(Reason.TEAM_UNKNOWN, new ReplaceNominee(session(1), FISHERS, FISHER));
        }

        @Test
        void mayWithdrawUntilTheyWereInterviewed() {
            when(new WithdrawPitchTeam(session(1), FISHERS), entered(FISHERS, 1, FISHER))
                    .expectEvents(withdrawn());
            when(new WithdrawPitchTeam(session(1), FISHERS), entered(FISHERS, 1, FISHER), withdrawn())
                    .expectNoEvents();
            refused(Reason.TEAM_INTERVIEWED, new WithdrawPitchTeam(session(1), FISHERS), live());
            refused(Reason.TEAM_UNKNOWN, new WithdrawPitchTeam(session(1), FISHERS));
        }

        @Test
        void comeInAnOrderThatNamesEachOnce() {
            var both = new StageEvent[] {entered(FISHERS, 1, FISHER), entered(WEAVERS, 2, WEAVER)};
            when(new ArrangeRunningOrder(session(1), List.of(WEAVERS, FISHERS)), both)
                    .expectEvents(new RunningOrderArranged(session(1), SUMMIT, List.of(WEAVERS, FISHERS)));
            when(new ArrangeRunningOrder(session(1), List.of(FISHERS, WEAVERS)), both)
                    .expectNoEvents();
            refused(Reason.ORDER_INCOMPLETE, new ArrangeRunningOrder(session(1), List.of(WEAVERS)), both);
            refused(
                    Reason.ORDER_INCOMPLETE,
                    new ArrangeRunningOrder(session(1), List.of(WEAVERS, FISHERS, WEAVERS)),
                    both);
        }

        private PitchTeamWithdrawn withdrawn() {
            return new PitchTeamWithdrawn(session(1), SUMMIT, FISHERS);
        }
    }

    @Nested
    class Interviews {

        @Test
        void putATeamOnAir() {
            when(start(), entered(FISHERS, 1, FISHER)).expectEvents(started());
            assertThat(onAir.interview).isEqualTo(INTERVIEW);
        }

        @Test
        void interviewWhoeverSpeaksForTheTeamNow() {
            when(start(), entered(FISHERS, 1, FISHER), new NomineeReplaced(session(1), SUMMIT, FISHERS, OTHER_FISHER))
                    .expectEvents(
                            new InterviewStarted(session(1), SUMMIT, INTERVIEW, FISHERS, OTHER_FISHER, NINE, NINE));
        }

        @Test
        void startOnceHoweverOftenItIsAsked() {
            when(start(), live()).expectNoEvents();
            refused(Reason.ID_TAKEN, new StartInterview(session(1), INTERVIEW, WEAVERS, NINE), live());
        }

        @Test
        void areOneAtATime() {
            onAir.interview = new InterviewId(session(7).value());
            refused(Reason.ON_AIR, start(), entered(FISHERS, 1, FISHER));
        }

        @Test
        void areOfTeamsInASessionThatRuns() {
            refused(Reason.TEAM_UNKNOWN, start());
            stage = Stage.SCHEDULED;
            refused(Reason.NOT_STARTED, start(), entered(FISHERS, 1, FISHER));
            stage = Stage.ENDED;
            refused(Reason.ENDED, start(), entered(FISHERS, 1, FISHER));
        }

        @Test
        void endOnceAndLeaveTheAirToOthers() {
            onAir.interview = INTERVIEW;
            when(new EndInterview(session(1), INTERVIEW, NINE), live()).expectEvents(over());
            assertThat(onAir.interview).isNull();
            when(new EndInterview(session(1), INTERVIEW, NINE), live(over())).expectNoEvents();
            refused(Reason.INTERVIEW_UNKNOWN, new EndInterview(session(1), INTERVIEW, NINE));
            refused(Reason.BEFORE_START, new EndInterview(session(1), INTERVIEW, NINE.minusMillis(1)), live());
        }
    }

    @Nested
    class TheEmptyChair {

        @Test
        void isForPeopleOfOtherTeams() {
            when(take(WEAVER), live()).expectEvents(onChair());
            refused(Reason.CHAIR_FOR_OTHER_TEAMS, take(OTHER_FISHER), live());
            refused(Reason.CHAIR_FOR_OTHER_TEAMS, take(COACH), live());
        }

        @Test
        void isTakenOnceHoweverOftenItIsAsked() {
            when(take(WEAVER), live(onChair())).expectNoEvents();
        }

        @Test
        void isThereWhileSomebodyIsOnAir() {
            refused(Reason.INTERVIEW_UNKNOWN, take(WEAVER));
            refused(Reason.INTERVIEW_OVER, take(WEAVER), live(over()));
        }
    }

    @Nested
    class Words {

        @Test
        void areAskedFromTheChairByHostsAndByVisitors() {
            when(ask(WEAVER), live(onChair())).expectEvents(asked(WEAVER, Questioner.EMPTY_CHAIR));
            when(ask(HOST), live()).expectEvents(asked(HOST, Questioner.HOST));
            when(ask(VISITOR), live()).expectEvents(asked(VISITOR, Questioner.VISITOR));
            refused(Reason.NOT_ON_THE_CHAIR, ask(WEAVER), live());
            refused(Reason.NOT_ON_THE_CHAIR, ask(COACH), live());
        }

        @Test
        void areAskedOnceHoweverOftenItIsTold() {
            var history = live(asked(HOST, Questioner.HOST));
            when(ask(HOST), history).expectNoEvents();
            refused(Reason.ID_TAKEN, ask(VISITOR), history);
            refused(Reason.INTERVIEW_OVER, ask(HOST), live(over()));
        }

        @Test
        void ofAPitchCountAsLastSaid() {
            when(pitch(PITCH), live()).expectEvents(pitched());
            when(pitch(PITCH), live(pitched())).expectNoEvents();
            var better = new Pitch(new FreeText("A hatchery that the village owns"), WORDS, null);
            when(pitch(better), live(pitched(), over()))
                    .expectEvents(
                            new PitchDelivered(session(1), SUMMIT, INTERVIEW, FISHERS, Personal.of(better), NINE));
            refused(Reason.INTERVIEW_UNKNOWN, pitch(PITCH));
        }

        @Test
        void aboutAPitchAreOfOthersThanTheTeam() {
            when(judge(VISITOR), live(pitched())).expectEvents(judged());
            when(judge(VISITOR), live(pitched(), judged())).expectNoEvents();
            refused(Reason.ID_TAKEN, judge(WEAVER), live(pitched(), judged()));
            refused(Reason.OWN_PITCH, judge(OTHER_FISHER), live(pitched()));
            refused(Reason.NOT_PITCHED, judge(VISITOR), live());
        }

        @Test
        void ofAPitchAreErasedForGood() {
            var erased = new PitchErased(session(1), SUMMIT, INTERVIEW);
            when(new ErasePitch(session(1), INTERVIEW), live(pitched())).expectEvents(erased);
            when(new ErasePitch(session(1), INTERVIEW), live(pitched(), erased)).expectNoEvents();
            refused(Reason.NOT_PITCHED, new ErasePitch(session(1), INTERVIEW), live());
            refused(Reason.WORDS_ERASED, pitch(PITCH), live(pitched(), erased));
        }
    }

    private ResultValidator<org.sala.sessions.stage.Stage> when(StageCommand command, StageEvent... history) {
        var entry = new Programme.Entry(
                session(1), SUMMIT, 3, kind, storytelling().slot(), stage, false, Eligibility.EVERYBODY, null, null, 1);
        return FIXTURES.of(
                        org.sala.sessions.stage.Stage.class,
                        new SettableClock(NINE),
                        new StageBooks(registered, new ProgrammeInMemory().with(entry), onAir))
                .given((Object[]) history)
                .when(command);
    }

    private void refused(Reason reason, StageCommand command, StageEvent... history) {
        FIXTURES.assertRefused(when(command, history), reason, Map.of());
    }

    /** Both teams are there, and the fishers are on air. */
    private static StageEvent[] live(StageEvent... since) {
        var all =
                new ArrayList<StageEvent>(List.of(entered(FISHERS, 1, FISHER), entered(WEAVERS, 2, WEAVER), started()));
        all.addAll(Arrays.asList(since));
        return all.toArray(StageEvent[]::new);
    }

    private static EnterPitchTeam enter(TeamId team, int organization, ParticipantId nominee) {
        return new EnterPitchTeam(
                session(1), team, new BilingualText("គំនិត", "Idea"), Set.of(organization(organization)), nominee);
    }

    private static PitchTeamEntered entered(TeamId team, int organization, ParticipantId nominee) {
        return new PitchTeamEntered(
                session(1),
                SUMMIT,
                team,
                new BilingualText("គំនិត", "Idea"),
                Set.of(organization(organization)),
                nominee);
    }

    private static StartInterview start() {
        return new StartInterview(session(1), INTERVIEW, FISHERS, NINE);
    }

    private static InterviewStarted started() {
        return new InterviewStarted(session(1), SUMMIT, INTERVIEW, FISHERS, FISHER, NINE, NINE);
    }

    private static InterviewEnded over() {
        return new InterviewEnded(session(1), SUMMIT, INTERVIEW, NINE, NINE);
    }

    private static TakeEmptyChair take(ParticipantId participant) {
        return new TakeEmptyChair(session(1), INTERVIEW, participant);
    }

    private static EmptyChairTaken onChair() {
        return new EmptyChairTaken(session(1), SUMMIT, INTERVIEW, WEAVER, NINE);
    }

    private static AskQuestion ask(ParticipantId participant) {
        return new AskQuestion(session(1), INTERVIEW, QUESTION, participant, WORDS);
    }

    private static QuestionAsked asked(ParticipantId participant, Questioner as) {
        return new QuestionAsked(session(1), SUMMIT, INTERVIEW, QUESTION, participant, as, Personal.of(WORDS), NINE);
    }

    private static DeliverPitch pitch(Pitch pitch) {
        return new DeliverPitch(session(1), INTERVIEW, pitch);
    }

    private static PitchDelivered pitched() {
        return new PitchDelivered(session(1), SUMMIT, INTERVIEW, FISHERS, Personal.of(PITCH), NINE);
    }

    private static GivePitchFeedback judge(ParticipantId participant) {
        return new GivePitchFeedback(session(1), INTERVIEW, FEEDBACK, participant, WORDS);
    }

    private static PitchFeedbackGiven judged() {
        return new PitchFeedbackGiven(session(1), SUMMIT, INTERVIEW, FEEDBACK, VISITOR, Personal.of(WORDS), NINE);
    }

    private static TeamId team(int number) {
        return new TeamId(UUID.fromString("7ea00000-0000-4000-8000-%012d".formatted(number)));
    }

    private static Registered.Person of(@Nullable OrganizationId organization, ParticipantRole role) {
        return new Registered.Person(SUMMIT, Set.of(3), organization, Cohort.SOCIAL_LAB, role);
    }

    /** One place on air, which a test may fill. */
    private static final class OnAirInMemory implements OnAir {

        private @Nullable InterviewId interview;

        @Override
        public void take(SummitId summit, SessionId session, InterviewId asked) {
            if (interview != null) {
                throw new SessionsRejected(Reason.ON_AIR);
            }
            interview = asked;
        }

        @Override
        public void leave(SummitId summit, InterviewId ended) {
            interview = null;
        }
    }
}
