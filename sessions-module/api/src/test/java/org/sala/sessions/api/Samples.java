package org.sala.sessions.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sala.personal.Personal;
import org.sala.sessions.api.SessionsEvent.CertificateIssued;
import org.sala.sessions.api.SessionsEvent.EmptyChairTaken;
import org.sala.sessions.api.SessionsEvent.GroupSummaryErased;
import org.sala.sessions.api.SessionsEvent.GroupSummarySubmitted;
import org.sala.sessions.api.SessionsEvent.InterviewEnded;
import org.sala.sessions.api.SessionsEvent.InterviewStarted;
import org.sala.sessions.api.SessionsEvent.NomineeReplaced;
import org.sala.sessions.api.SessionsEvent.ParticipantJoinedSession;
import org.sala.sessions.api.SessionsEvent.ParticipantLeftSession;
import org.sala.sessions.api.SessionsEvent.PitchDelivered;
import org.sala.sessions.api.SessionsEvent.PitchErased;
import org.sala.sessions.api.SessionsEvent.PitchFeedbackGiven;
import org.sala.sessions.api.SessionsEvent.PitchTeamEntered;
import org.sala.sessions.api.SessionsEvent.PitchTeamWithdrawn;
import org.sala.sessions.api.SessionsEvent.QuestionAsked;
import org.sala.sessions.api.SessionsEvent.RunningOrderArranged;
import org.sala.sessions.api.SessionsEvent.SeatPromoted;
import org.sala.sessions.api.SessionsEvent.SeatReleased;
import org.sala.sessions.api.SessionsEvent.SeatTaken;
import org.sala.sessions.api.SessionsEvent.SeatWaitlisted;
import org.sala.sessions.api.SessionsEvent.SessionCancelled;
import org.sala.sessions.api.SessionsEvent.SessionEnded;
import org.sala.sessions.api.SessionsEvent.SessionRescheduled;
import org.sala.sessions.api.SessionsEvent.SessionScheduled;
import org.sala.sessions.api.SessionsEvent.SessionStarted;
import org.sala.sessions.api.SessionsEvent.SignUpOpened;
import org.sala.sessions.api.SessionsEvent.SmallGroupsFormed;
import org.sala.sessions.api.SessionsEvent.SmallGroupsRevised;

/** One of every event, as they are told of a summit's third day; and of some in another shape, by its name. */
final class Samples {

    static final SessionId SESSION = new SessionId(UUID.fromString("5e550000-0000-4000-8000-000000000001"));
    static final SummitId SUMMIT = new SummitId(UUID.fromString("50220000-0000-4000-8000-000000000001"));
    static final ParticipantId DARA = person(1);
    static final ParticipantId SREYMOM = person(2);
    static final ParticipantId VISAL = person(3);

    private static final SessionId OTHER_SESSION =
            new SessionId(UUID.fromString("5e550000-0000-4000-8000-000000000002"));
    private static final OrganizationId FISHERS =
            new OrganizationId(UUID.fromString("09600000-0000-4000-8000-000000000001"));
    private static final TeamId TEAM = new TeamId(UUID.fromString("7ea00000-0000-4000-8000-000000000001"));
    private static final InterviewId INTERVIEW =
            new InterviewId(UUID.fromString("1e770000-0000-4000-8000-000000000001"));
    private static final SummaryId SUMMARY = new SummaryId(UUID.fromString("50330000-0000-4000-8000-000000000001"));
    private static final Instant BEGAN = Instant.parse("2022-06-08T02:03:00Z");
    private static final Instant RECORDED = Instant.parse("2022-06-08T02:03:01.250Z");
    private static final Instant OVER = Instant.parse("2022-06-08T04:31:00Z");

    static final SessionPlan PLAN = new SessionPlan(
            new BilingualText("ការនិទានរឿងប្រកបដោយភាពច្នៃប្រឌិត", "Creative storytelling"),
            SessionKind.TRAINING,
            Set.of(2, 4),
            Method.SPECIALIZED_TRAINING,
            new Slot(Instant.parse("2022-06-08T02:00:00Z"), Instant.parse("2022-06-08T04:30:00Z")),
            new Place("Mekong", "https://meet.example.org/storytelling"),
            Map.of(AttendanceMode.ONLINE, 20, AttendanceMode.IN_PERSON, 30),
            Set.of(SREYMOM, DARA),
            Set.of(Language.KM),
            Set.of(Language.EN),
            List.of(new BilingualText("តើរឿងរបស់អ្នកជាអ្វី?", "What is your story?")));

    private static final SessionPlan FOR_SOME = new SessionPlan(
            PLAN.title(),
            PLAN.kind(),
            PLAN.objectives(),
            PLAN.method(),
            PLAN.slot(),
            PLAN.place(),
            PLAN.seats(),
            PLAN.facilitators(),
            PLAN.languages(),
            PLAN.interpretation(),
            PLAN.prompts(),
            new Eligibility(Set.of(Cohort.SOCIAL_LAB), Set.of(ParticipantRole.STAFF, ParticipantRole.DONOR_VISITOR)));

    private static final List<SmallGroup> GROUPS = List.of(
            new SmallGroup(1, Set.of(SREYMOM, DARA), Set.of(Language.KM), Set.of()),
            new SmallGroup(2, Set.of(VISAL), Set.of(Language.KM, Language.EN), Set.of(Language.EN)));

    static final List<SessionsEvent> EVENTS = List.of(
            new SessionScheduled(SESSION, SUMMIT, 3, PLAN),
            new SessionRescheduled(
                    SESSION,
                    SUMMIT,
                    3,
                    FOR_SOME,
                    List.of(
                            new Affected(DARA, Affected.Conflict.OVERLAP, OTHER_SESSION),
                            new Affected(VISAL, Affected.Conflict.NOT_ELIGIBLE, null))),
            new SessionCancelled(
                    SESSION,
                    SUMMIT,
                    new BilingualText("គ្រូបង្គោលឈឺ", "The trainer is ill"),
                    List.of(DARA, VISAL),
                    RECORDED),
            new SignUpOpened(SESSION, SUMMIT, RECORDED),
            new SessionStarted(SESSION, SUMMIT, BEGAN, RECORDED),
            new ParticipantJoinedSession(
                    SESSION,
                    SUMMIT,
                    DARA,
                    AttendanceMode.IN_PERSON,
                    Instant.parse("2022-06-08T02:05:00Z"),
                    Instant.parse("2022-06-08T02:40:00.125Z")),
            new ParticipantLeftSession(
                    SESSION,
                    SUMMIT,
                    DARA,
                    AttendanceMode.IN_PERSON,
                    Instant.parse("2022-06-08T03:05:00Z"),
                    Instant.parse("2022-06-08T03:05:02.125Z"),
                    AttendanceSource.SCAN),
            new SessionEnded(SESSION, SUMMIT, OVER, Instant.parse("2022-06-08T04:31:02.500Z")),
            new SeatTaken(SESSION, SUMMIT, DARA, AttendanceMode.IN_PERSON, null, RECORDED),
            new SeatWaitlisted(SESSION, SUMMIT, VISAL, AttendanceMode.ONLINE, null, RECORDED),
            new SeatPromoted(SESSION, SUMMIT, VISAL, AttendanceMode.ONLINE, RECORDED),
            new SeatReleased(
                    SESSION, SUMMIT, DARA, AttendanceMode.IN_PERSON, false, ReleaseReason.GIVEN_BACK, RECORDED),
            new SmallGroupsFormed(SESSION, SUMMIT, 1, GROUPS, RECORDED),
            new SmallGroupsRevised(SESSION, SUMMIT, 1, GROUPS, Set.of(VISAL, DARA), RECORDED),
            new GroupSummarySubmitted(
                    SESSION,
                    SUMMIT,
                    1,
                    2,
                    SUMMARY,
                    List.of(new NamedChallenge(
                            ChallengeCategory.FUNDING, Personal.of(new FreeText("Small grants come late")))),
                    Personal.of(new FreeText("យើងចង់នៅជាប់គ្នា")),
                    RECORDED),
            new GroupSummaryErased(SESSION, SUMMIT, 1, SUMMARY),
            new PitchTeamEntered(
                    SESSION,
                    SUMMIT,
                    TEAM,
                    new BilingualText("ត្រីសម្រាប់ថ្ងៃស្អែក", "Fish for tomorrow"),
                    Set.of(FISHERS),
                    DARA),
            new NomineeReplaced(SESSION, SUMMIT, TEAM, SREYMOM),
            new PitchTeamWithdrawn(SESSION, SUMMIT, TEAM),
            new RunningOrderArranged(SESSION, SUMMIT, List.of(TEAM)),
            new InterviewStarted(SESSION, SUMMIT, INTERVIEW, TEAM, SREYMOM, BEGAN, RECORDED),
            new EmptyChairTaken(SESSION, SUMMIT, INTERVIEW, VISAL, RECORDED),
            new QuestionAsked(
                    SESSION,
                    SUMMIT,
                    INTERVIEW,
                    new QuestionId(UUID.fromString("9e550000-0000-4000-8000-000000000001")),
                    VISAL,
                    Questioner.EMPTY_CHAIR,
                    Personal.of(new FreeText("Who mends the nets?")),
                    RECORDED),
            new PitchDelivered(
                    SESSION,
                    SUMMIT,
                    INTERVIEW,
                    TEAM,
                    Personal.of(new Pitch(
                            new FreeText("A hatchery that the village owns"),
                            new FreeText("Nobody eats without fish"),
                            null)),
                    RECORDED),
            new PitchFeedbackGiven(
                    SESSION,
                    SUMMIT,
                    INTERVIEW,
                    new PitchFeedbackId(UUID.fromString("feed0000-0000-4000-8000-000000000001")),
                    VISAL,
                    Personal.of(new FreeText("Say what it costs")),
                    RECORDED),
            new InterviewEnded(SESSION, SUMMIT, INTERVIEW, OVER, OVER),
            new PitchErased(SESSION, SUMMIT, INTERVIEW),
            new CertificateIssued(
                    new CertificateId(UUID.fromString("ce570000-0000-4000-8000-000000000001")),
                    SUMMIT,
                    DARA,
                    "7K3M-9QXA-B2CD-EFGH",
                    List.of(new Attended(SESSION, 86)),
                    86,
                    OVER));

    static final Map<String, SessionsEvent> VARIANTS = Map.of(
            "from-a-scan",
            new ParticipantJoinedSession(
                    SESSION, SUMMIT, DARA, AttendanceMode.IN_PERSON, BEGAN, RECORDED, AttendanceSource.SCAN),
            "against-a-rule",
            new SeatTaken(
                    SESSION,
                    SUMMIT,
                    DARA,
                    AttendanceMode.IN_PERSON,
                    new Waiver(
                            Set.of(Waiver.Rule.OVERLAP, Waiver.Rule.ELIGIBILITY),
                            Personal.of(new FreeText("Speaks in both"))),
                    RECORDED),
            "waiting-against-a-rule",
            new SeatWaitlisted(
                    SESSION,
                    SUMMIT,
                    DARA,
                    AttendanceMode.IN_PERSON,
                    new Waiver(Set.of(Waiver.Rule.DAY), Personal.of(new FreeText("Comes a day longer"))),
                    RECORDED));

    private Samples() {}

    private static ParticipantId person(int number) {
        return new ParticipantId(UUID.fromString("9e750000-0000-4000-8000-%012d".formatted(number)));
    }
}
