package org.sala.sessions.api;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of sessions. Each record checks its form when it is made and refuses with {@link
 * SessionsRejected.Reason#MALFORMED}; its {@link JsonTypeName} is its name over HTTP.
 */
public sealed interface SessionsCommand {

    /** Asks something of a session. */
    sealed interface SessionCommand extends SessionsCommand {
        SessionId session();
    }

    /** Asks something about a person's seat in a session. */
    sealed interface SignUpCommand extends SessionsCommand {
        SessionId session();

        ParticipantId participant();

        default SignUpId signUp() {
            return SignUpId.of(session(), participant());
        }
    }

    /** Asks something of a round of small groups in a session. */
    sealed interface RoundCommand extends SessionsCommand {
        SessionId session();

        int round();

        default RoundId id() {
            return RoundId.of(session(), round());
        }
    }

    /** Asks something of Social Lab TV in a session. */
    sealed interface StageCommand extends SessionsCommand {
        SessionId session();

        default StageId stage() {
            return StageId.of(session());
        }
    }

    /** Asks something of one interview on a stage. */
    sealed interface InterviewCommand extends StageCommand {
        InterviewId interview();
    }

    /** Asks something of a certificate. */
    sealed interface CertificateCommand extends SessionsCommand {
        CertificateId certificate();
    }

    /**
     * Puts a session on a summit's programme. In-person seats need a room, online seats a link.
     *
     * @param day the summit's day, from 1, that the slot lies in
     */
    @JsonTypeName("schedule-session")
    record ScheduleSession(SessionId session, SummitId summit, int day, SessionPlan plan) implements SessionCommand {

        public ScheduleSession {
            Form.required("session", session);
            Form.required("summit", summit);
            Form.day(day);
            Form.plan(Form.required("plan", plan));
        }
    }

    /**
     * Says anew, whole, what a session is planned to be that has not started. Nobody loses a seat by it: there are as many as
     * are taken, or more; and whose seat can't stay as it is, the event says.
     */
    @JsonTypeName("reschedule-session")
    record RescheduleSession(SessionId session, int day, SessionPlan plan) implements SessionCommand {

        public RescheduleSession {
            Form.required("session", session);
            Form.day(day);
            Form.plan(Form.required("plan", plan));
        }
    }

    /**
     * Calls a session off that has not started.
     *
     * @param reason as everybody may read it, up to 500 characters
     */
    @JsonTypeName("cancel-session")
    record CancelSession(SessionId session, BilingualText reason) implements SessionCommand {

        public CancelSession {
            Form.required("session", session);
            Form.text("reason", reason, 500);
        }
    }

    /** Lets people take a seat in a session until it starts. */
    @JsonTypeName("open-sign-up")
    record OpenSignUp(SessionId session) implements SessionCommand {

        public OpenSignUp {
            Form.required("session", session);
        }
    }

    /**
     * Starts a session; from now on people can join it.
     *
     * @param occurredAt when it began in the room, by the clock of whoever says so
     */
    @JsonTypeName("start-session")
    record StartSession(SessionId session, Instant occurredAt) implements SessionCommand {

        public StartSession {
            Form.required("session", session);
            Form.required("occurredAt", occurredAt);
        }
    }

    /**
     * Brings a person into a running session, in front of whoever says so. Idempotent while they are in it.
     *
     * @param occurredAt when they came in, by the clock of whoever says so
     * @param source how it is known; absent where nobody says
     */
    @JsonTypeName("join-session")
    record JoinSession(
            SessionId session,
            ParticipantId participant,
            AttendanceMode mode,
            Instant occurredAt,
            @Nullable AttendanceSource source)
            implements SessionCommand {

        public JoinSession {
            Form.required("session", session);
            Form.required("participant", participant);
            Form.required("mode", mode);
            Form.required("occurredAt", occurredAt);
        }

        /** Nobody says how it is known. */
        public JoinSession(SessionId session, ParticipantId participant, AttendanceMode mode, Instant occurredAt) {
            this(session, participant, mode, occurredAt, null);
        }
    }

    /**
     * Lets a person leave a running session; they may come again, or go to another. Idempotent while they are out of it.
     *
     * @param occurredAt when they left, by the clock of whoever says so
     * @param source how it is known; absent where nobody says
     */
    @JsonTypeName("leave-session")
    record LeaveSession(
            SessionId session,
            ParticipantId participant,
            AttendanceMode mode,
            Instant occurredAt,
            @Nullable AttendanceSource source)
            implements SessionCommand {

        public LeaveSession {
            Form.required("session", session);
            Form.required("participant", participant);
            Form.required("mode", mode);
            Form.required("occurredAt", occurredAt);
        }
    }

    /**
     * Notes who was in a session, from a sheet or a report, while it runs or later. A fact is not refused for want of a seat;
     * what was told before changes nothing.
     *
     * @param stays 1 to 500
     */
    @JsonTypeName("record-attendance")
    record RecordAttendance(SessionId session, AttendanceSource source, List<Stay> stays) implements SessionCommand {

        public RecordAttendance {
            Form.required("session", session);
            Form.required("source", source);
            stays = Form.listed("stays", stays);
            Form.that("stays", !stays.isEmpty() && stays.size() <= 500);
            stays.forEach(Form::stay);
        }
    }

    /**
     * Ends a session; everybody in it is free for another.
     *
     * @param occurredAt when it was over, by the clock of whoever says so
     */
    @JsonTypeName("end-session")
    record EndSession(SessionId session, Instant occurredAt) implements SessionCommand {

        public EndSession {
            Form.required("session", session);
            Form.required("occurredAt", occurredAt);
        }
    }

    /**
     * Takes a seat in a session for a person, or a place in its queue where none is left.
     *
     * @param waiving why rules that can be waived shall not stand in the way, up to 2,000 characters; staff alone may say so
     */
    @JsonTypeName("take-seat")
    record TakeSeat(
            SessionId session,
            ParticipantId participant,
            AttendanceMode mode,
            @Nullable FreeText waiving) implements SignUpCommand {

        public TakeSeat {
            Form.required("session", session);
            Form.required("participant", participant);
            Form.required("mode", mode);
            if (waiving != null) {
                Form.words("waiving", waiving);
            }
        }
    }

    /** Gives a person's seat back, or their place in the queue. */
    @JsonTypeName("release-seat")
    record ReleaseSeat(SessionId session, ParticipantId participant) implements SignUpCommand {

        public ReleaseSeat {
            Form.required("session", session);
            Form.required("participant", participant);
        }
    }

    /**
     * Says who sits where in a round. Everybody is in the session: has a seat in it or, once it runs, is there.
     *
     * @param round from 1
     * @param groups 1 to 500, by table, each person at one
     */
    @JsonTypeName("form-small-groups")
    record FormSmallGroups(SessionId session, int round, List<SmallGroup> groups) implements RoundCommand {

        public FormSmallGroups {
            Form.required("session", session);
            Form.round(round);
            groups = Form.groups(groups);
        }
    }

    /** Says anew, whole, who sits where in a round, since people didn't come, or came late. */
    @JsonTypeName("revise-small-groups")
    record ReviseSmallGroups(SessionId session, int round, List<SmallGroup> groups) implements RoundCommand {

        public ReviseSmallGroups {
            Form.required("session", session);
            Form.round(round);
            groups = Form.groups(groups);
        }
    }

    /**
     * Says what a small group came to; also once the session is over.
     *
     * @param table of the round
     * @param challenges up to 20
     * @param words up to 2,000 characters
     */
    @JsonTypeName("submit-group-summary")
    record SubmitGroupSummary(
            SessionId session, int round, int table, SummaryId summary, List<Challenge> challenges, FreeText words)
            implements RoundCommand {

        public SubmitGroupSummary {
            Form.required("session", session);
            Form.round(round);
            Form.table(table);
            Form.required("summary", summary);
            challenges = Form.listed("challenges", challenges);
            Form.that("challenges", challenges.size() <= 20);
            challenges.forEach(challenge -> {
                Form.required("challenges", challenge.category());
                Form.words("challenges", challenge.words());
            });
            Form.words("words", words);
        }
    }

    /** Forgets for good what a summary said. */
    @JsonTypeName("erase-group-summary")
    record EraseGroupSummary(SessionId session, int round, SummaryId summary) implements RoundCommand {

        public EraseGroupSummary {
            Form.required("session", session);
            Form.round(round);
            Form.required("summary", summary);
        }
    }

    /**
     * Puts a team on the stage, after those that are there.
     *
     * @param title what its idea is called, up to 200 characters
     * @param organizations 1 to 10, none of another team
     * @param nominee a person of one of them
     */
    @JsonTypeName("enter-pitch-team")
    record EnterPitchTeam(
            SessionId session,
            TeamId team,
            BilingualText title,
            Set<OrganizationId> organizations,
            ParticipantId nominee)
            implements StageCommand {

        public EnterPitchTeam {
            Form.required("session", session);
            Form.required("team", team);
            Form.text("title", title, 200);
            organizations = Form.ordered("organizations", organizations, Comparator.comparing(OrganizationId::value));
            Form.that("organizations", !organizations.isEmpty() && organizations.size() <= 10);
            Form.required("nominee", nominee);
        }
    }

    /** Lets somebody else of a team speak for it. */
    @JsonTypeName("replace-nominee")
    record ReplaceNominee(SessionId session, TeamId team, ParticipantId nominee) implements StageCommand {

        public ReplaceNominee {
            Form.required("session", session);
            Form.required("team", team);
            Form.required("nominee", nominee);
        }
    }

    /** Takes a team off the stage that was never interviewed. */
    @JsonTypeName("withdraw-pitch-team")
    record WithdrawPitchTeam(SessionId session, TeamId team) implements StageCommand {

        public WithdrawPitchTeam {
            Form.required("session", session);
            Form.required("team", team);
        }
    }

    /** Brings the teams of a stage into an order: all of them, each once. */
    @JsonTypeName("arrange-running-order")
    record ArrangeRunningOrder(SessionId session, List<TeamId> order) implements StageCommand {

        public ArrangeRunningOrder {
            Form.required("session", session);
            order = Form.listed("order", order);
            Form.that("order", order.size() <= 200);
        }
    }

    /**
     * Puts a team on air, in a running session.
     *
     * @param occurredAt when it began, by the clock of whoever says so
     */
    @JsonTypeName("start-interview")
    record StartInterview(SessionId session, InterviewId interview, TeamId team, Instant occurredAt)
            implements InterviewCommand {

        public StartInterview {
            Form.required("session", session);
            Form.required("interview", interview);
            Form.required("team", team);
            Form.moment("occurredAt", occurredAt);
        }
    }

    /** Lets somebody of another team sit down on the empty chair. */
    @JsonTypeName("take-empty-chair")
    record TakeEmptyChair(SessionId session, InterviewId interview, ParticipantId participant)
            implements InterviewCommand {

        public TakeEmptyChair {
            Form.required("session", session);
            Form.required("interview", interview);
            Form.required("participant", participant);
        }
    }

    /** Notes what the team on air was asked; by who sits on the empty chair, by a host, or by a visitor from the donor. */
    @JsonTypeName("ask-question")
    record AskQuestion(
            SessionId session, InterviewId interview, QuestionId question, ParticipantId askedBy, FreeText words)
            implements InterviewCommand {

        public AskQuestion {
            Form.required("session", session);
            Form.required("interview", interview);
            Form.required("question", question);
            Form.required("askedBy", askedBy);
            Form.words("words", words);
        }
    }

    /** Notes what a team said; while it is on air or later. The latest counts. */
    @JsonTypeName("deliver-pitch")
    record DeliverPitch(SessionId session, InterviewId interview, Pitch pitch) implements InterviewCommand {

        public DeliverPitch {
            Form.required("session", session);
            Form.required("interview", interview);
            Form.pitch(pitch);
        }
    }

    /** Notes what somebody thinks of a pitch; while the team is on air or later. */
    @JsonTypeName("give-pitch-feedback")
    record GivePitchFeedback(
            SessionId session, InterviewId interview, PitchFeedbackId feedback, ParticipantId givenBy, FreeText words)
            implements InterviewCommand {

        public GivePitchFeedback {
            Form.required("session", session);
            Form.required("interview", interview);
            Form.required("feedback", feedback);
            Form.required("givenBy", givenBy);
            Form.words("words", words);
        }
    }

    /**
     * Takes a team off air.
     *
     * @param occurredAt when it was over, by the clock of whoever says so
     */
    @JsonTypeName("end-interview")
    record EndInterview(SessionId session, InterviewId interview, Instant occurredAt) implements InterviewCommand {

        public EndInterview {
            Form.required("session", session);
            Form.required("interview", interview);
            Form.moment("occurredAt", occurredAt);
        }
    }

    /** Forgets for good what a team said in a pitch. */
    @JsonTypeName("erase-pitch")
    record ErasePitch(SessionId session, InterviewId interview) implements InterviewCommand {

        public ErasePitch {
            Form.required("session", session);
            Form.required("interview", interview);
        }
    }

    /** Certifies how long a person was in the sessions of a summit that are over. */
    @JsonTypeName("issue-certificate")
    record IssueCertificate(CertificateId certificate, SummitId summit, ParticipantId participant)
            implements CertificateCommand {

        public IssueCertificate {
            Form.required("certificate", certificate);
            Form.required("summit", summit);
            Form.required("participant", participant);
        }
    }
}
