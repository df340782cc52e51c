package org.sala.sessions.groups;

import static org.sala.sessions.DayThree.NINE;
import static org.sala.sessions.DayThree.SUMMIT;
import static org.sala.sessions.DayThree.person;
import static org.sala.sessions.DayThree.session;
import static org.sala.sessions.DayThree.storytelling;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.sala.personal.Personal;
import org.sala.sessions.SessionsFixtures;
import org.sala.sessions.api.Challenge;
import org.sala.sessions.api.ChallengeCategory;
import org.sala.sessions.api.Eligibility;
import org.sala.sessions.api.FreeText;
import org.sala.sessions.api.Language;
import org.sala.sessions.api.NamedChallenge;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionKind;
import org.sala.sessions.api.SessionsCommand.EraseGroupSummary;
import org.sala.sessions.api.SessionsCommand.FormSmallGroups;
import org.sala.sessions.api.SessionsCommand.ReviseSmallGroups;
import org.sala.sessions.api.SessionsCommand.RoundCommand;
import org.sala.sessions.api.SessionsCommand.SubmitGroupSummary;
import org.sala.sessions.api.SessionsEvent.GroupSummaryErased;
import org.sala.sessions.api.SessionsEvent.GroupSummarySubmitted;
import org.sala.sessions.api.SessionsEvent.RoundEvent;
import org.sala.sessions.api.SessionsEvent.SmallGroupsFormed;
import org.sala.sessions.api.SessionsEvent.SmallGroupsRevised;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.SmallGroup;
import org.sala.sessions.api.SummaryId;
import org.sala.sessions.programme.Programme;
import org.sala.sessions.programme.Programme.Stage;
import org.sala.sessions.programme.ProgrammeInMemory;
import org.sala.testing.AggregateFixtures;
import org.sala.testing.SettableClock;

/** Every branch of a round of small groups; people 1 to 4 are in the session. */
class RoundTest {

    private static final AggregateFixtures<SessionsRejected, Reason> FIXTURES = SessionsFixtures.of();
    private static final SummaryId SUMMARY = new SummaryId(UUID.fromString("50330000-0000-4000-8000-000000000001"));
    private static final List<SmallGroup> FIRST = List.of(table(1, 1, 2), table(2, 3));
    private static final List<SmallGroup> SECOND = List.of(table(1, 1), table(2, 2, 3, 4));

    private Stage stage = Stage.RUNNING;

    @Test
    void groupsAreFormedOnceHoweverOftenItIsAsked() {
        when(new FormSmallGroups(session(1), 1, FIRST)).expectEvents(formed());
        when(new FormSmallGroups(session(1), 1, FIRST), formed()).expectNoEvents();
        when(new FormSmallGroups(session(1), 1, FIRST), formed(), revised()).expectNoEvents();
        refused(Reason.GROUPS_FORMED, Map.of(), new FormSmallGroups(session(1), 1, SECOND), formed());
    }

    @Test
    void groupsAreFormedBeforeASessionAndWhileItRuns() {
        stage = Stage.SCHEDULED;
        when(new FormSmallGroups(session(1), 1, FIRST)).expectEvents(formed());
        stage = Stage.ENDED;
        refused(Reason.ENDED, Map.of(), new FormSmallGroups(session(1), 1, FIRST));
        stage = Stage.CANCELLED;
        refused(Reason.CANCELLED, Map.of(), new FormSmallGroups(session(1), 1, FIRST));
    }

    @Test
    void everybodyAtATableIsInTheSession() {
        var stranger = Map.of("participant", person(9).toString());
        refused(Reason.NOT_IN_SESSION, stranger, new FormSmallGroups(session(1), 1, List.of(table(1, 1, 9))));
        refused(
                Reason.NOT_IN_SESSION,
                stranger,
                new ReviseSmallGroups(session(1), 1, List.of(table(1, 1, 9))),
                formed());
    }

    @Test
    void aRevisionSaysWhoMovesAndWhoIsNew() {
        when(new ReviseSmallGroups(session(1), 1, SECOND), formed()).expectEvents(revised());
        when(new ReviseSmallGroups(session(1), 1, SECOND), formed(), revised()).expectNoEvents();
        refused(Reason.GROUPS_UNKNOWN, Map.of(), new ReviseSmallGroups(session(1), 1, SECOND));
    }

    @Test
    void aTableTellsWhatItCameToAlsoWhenTheSessionIsOver() {
        when(tells(2, "Stay connected"), formed()).expectEvents(told(2, "Stay connected"));
        stage = Stage.ENDED;
        when(tells(2, "Stay connected"), formed()).expectEvents(told(2, "Stay connected"));
        when(tells(2, "Stay connected"), formed(), told(2, "Stay connected")).expectNoEvents();
    }

    @Test
    void oneSummaryIsOneTables() {
        refused(Reason.ID_TAKEN, Map.of(), tells(2, "Something else"), formed(), told(2, "Stay connected"));
        refused(Reason.ID_TAKEN, Map.of(), tells(1, "Stay connected"), formed(), told(2, "Stay connected"));
        refused(Reason.TABLE_UNKNOWN, Map.of("table", "3"), tells(3, "Stay connected"), formed());
        refused(Reason.GROUPS_UNKNOWN, Map.of(), tells(2, "Stay connected"));
    }

    @Test
    void whatATableToldIsErasedForGood() {
        var erase = new EraseGroupSummary(session(1), 1, SUMMARY);
        when(erase, formed(), told(2, "Stay connected")).expectEvents(erased());
        when(erase, formed(), told(2, "Stay connected"), erased()).expectNoEvents();
        refused(Reason.SUMMARY_UNKNOWN, Map.of(), erase, formed());
        refused(
                Reason.WORDS_ERASED,
                Map.of(),
                tells(2, "Stay connected"),
                formed(),
                told(2, "Stay connected"),
                erased());
    }

    private ResultValidator<Round> when(RoundCommand command, RoundEvent... history) {
        var entry = new Programme.Entry(
                session(1),
                SUMMIT,
                3,
                SessionKind.SMALL_GROUPS,
                storytelling().slot(),
                stage,
                false,
                Eligibility.EVERYBODY,
                null,
                null,
                1);
        return FIXTURES.of(
                        Round.class,
                        new SettableClock(NINE),
                        new ProgrammeInMemory().with(entry),
                        new PeopleOneToFour())
                .given((Object[]) history)
                .when(command);
    }

    private void refused(Reason reason, Map<String, String> details, RoundCommand command, RoundEvent... history) {
        FIXTURES.assertRefused(when(command, history), reason, details);
    }

    private static SmallGroup table(int number, Integer... people) {
        return new SmallGroup(
                number,
                Set.of(List.of(people).stream().map(each -> person(each)).toArray(ParticipantId[]::new)),
                Set.of(Language.KM),
                Set.of());
    }

    private static SmallGroupsFormed formed() {
        return new SmallGroupsFormed(session(1), SUMMIT, 1, FIRST, NINE);
    }

    private static SmallGroupsRevised revised() {
        return new SmallGroupsRevised(session(1), SUMMIT, 1, SECOND, Set.of(person(2), person(4)), NINE);
    }

    private static SubmitGroupSummary tells(int table, String words) {
        return new SubmitGroupSummary(
                session(1),
                1,
                table,
                SUMMARY,
                List.of(new Challenge(ChallengeCategory.FUNDING, new FreeText("Grants come late"))),
                new FreeText(words));
    }

    private static GroupSummarySubmitted told(int table, String words) {
        return new GroupSummarySubmitted(
                session(1),
                SUMMIT,
                1,
                table,
                SUMMARY,
                List.of(new NamedChallenge(ChallengeCategory.FUNDING, Personal.of(new FreeText("Grants come late")))),
                Personal.of(new FreeText(words)),
                NINE);
    }

    private static GroupSummaryErased erased() {
        return new GroupSummaryErased(session(1), SUMMIT, 1, SUMMARY);
    }

    private static final class PeopleOneToFour implements GroupBook {

        @Override
        public Set<ParticipantId> people(Programme.Entry session) {
            return Set.of(person(1), person(2), person(3), person(4));
        }

        @Override
        public void enter(SessionId session, int round) {
            // nobody asks for rounds here
        }

        @Override
        public List<Integer> rounds(SessionId session) {
            return List.of();
        }
    }
}
