package org.sala.sessions.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal;
import org.sala.personal.PersonalDataOf;

/** What sessions has found to be true. A {@link JsonTypeName} is the event's name on the wire and never changes. */
public sealed interface SessionsEvent {

    SummitId summit();

    /** About a session and who is in it; on the wire its subject is the {@link SessionId}. */
    sealed interface SessionEvent extends SessionsEvent {
        SessionId session();
    }

    /** About a person's seat in a session; on the wire its subject is the {@link SignUpId}. */
    sealed interface SignUpEvent extends SessionsEvent {
        SessionId session();

        ParticipantId participant();

        AttendanceMode mode();

        default SignUpId signUp() {
            return SignUpId.of(session(), participant());
        }
    }

    /** About a round of small groups in a session; on the wire its subject is the {@link RoundId}. */
    sealed interface RoundEvent extends SessionsEvent {
        SessionId session();

        /** Its number in the session, from 1. */
        int round();

        default RoundId id() {
            return RoundId.of(session(), round());
        }
    }

    /** About Social Lab TV in a session; on the wire its subject is the {@link StageId}. */
    sealed interface StageEvent extends SessionsEvent {
        SessionId session();

        default StageId stage() {
            return StageId.of(session());
        }
    }

    /** About one interview on a stage. */
    sealed interface InterviewEvent extends StageEvent {
        InterviewId interview();
    }

    /** About a certificate of attendance; on the wire its subject is the {@link CertificateId}. */
    sealed interface CertificateEvent extends SessionsEvent {
        CertificateId certificate();
    }

    /** A session is on the programme, and its room and facilitators are its own in that slot; readers may announce it. */
    @JsonTypeName("sessions.session-scheduled")
    record SessionScheduled(SessionId session, SummitId summit, int day, SessionPlan plan) implements SessionEvent {}

    /**
     * A session is otherwise from now on; it says everything again. Whoever had a seat, or waited, still does.
     *
     * @param affected of them, those whose seat can't stay as it is: somebody has to ask them. By person
     */
    @JsonTypeName("sessions.session-rescheduled")
    record SessionRescheduled(SessionId session, SummitId summit, int day, SessionPlan plan, List<Affected> affected)
            implements SessionEvent {

        public SessionRescheduled {
            affected = List.copyOf(affected);
        }
    }

    /**
     * A session will not be held: room and facilitators are free, and nobody has a seat in it any more or waits for one.
     *
     * @param reason as everybody may read it
     * @param affected who had a seat or waited: somebody has to tell them. By person
     */
    @JsonTypeName("sessions.session-cancelled")
    record SessionCancelled(
            SessionId session, SummitId summit, BilingualText reason, List<ParticipantId> affected, Instant recordedAt)
            implements SessionEvent {

        public SessionCancelled {
            affected = List.copyOf(affected);
        }
    }

    /** People may take a seat in a session, until it starts. */
    @JsonTypeName("sessions.sign-up-opened")
    record SignUpOpened(SessionId session, SummitId summit, Instant recordedAt) implements SessionEvent {}

    /**
     * A session runs; told once, and always before anybody joins.
     *
     * @param occurredAt when it began in the room
     * @param recordedAt when sessions learnt of it
     */
    @JsonTypeName("sessions.session-started")
    record SessionStarted(SessionId session, SummitId summit, Instant occurredAt, Instant recordedAt)
            implements SessionEvent {}

    /**
     * A person came into a session; told once per person, mode and moment, in any order of moments, also of a session that
     * is over. Attendance may be counted on it: a person's minutes are those from each coming to the next leaving in the
     * same mode, while the session ran, each minute once.
     *
     * @param occurredAt when they came in; whatever was before the session began counts from its beginning
     * @param recordedAt when sessions learnt of it
     * @param source how it is known; absent where nobody said
     */
    @JsonTypeName("sessions.participant-joined-session")
    record ParticipantJoinedSession(
            SessionId session,
            SummitId summit,
            ParticipantId participant,
            AttendanceMode mode,
            Instant occurredAt,
            Instant recordedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            AttendanceSource source)
            implements SessionEvent {

        /** Somebody who came in, nobody said how that is known. */
        public ParticipantJoinedSession(
                SessionId session,
                SummitId summit,
                ParticipantId participant,
                AttendanceMode mode,
                Instant occurredAt,
                Instant recordedAt) {
            this(session, summit, participant, mode, occurredAt, recordedAt, null);
        }
    }

    /**
     * A person left a session before it was over, or once it was; told once per person, mode and moment, in any order of
     * moments.
     *
     * @param occurredAt when they left
     * @param recordedAt when sessions learnt of it
     * @param source how it is known; absent where nobody said
     */
    @JsonTypeName("sessions.participant-left-session")
    record ParticipantLeftSession(
            SessionId session,
            SummitId summit,
            ParticipantId participant,
            AttendanceMode mode,
            Instant occurredAt,
            Instant recordedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            AttendanceSource source)
            implements SessionEvent {}

    /**
     * A session is over and nobody is in it any more; told once. Who was in it may still be told, from a sheet or a report.
     *
     * @param occurredAt when it was over in the room; never before it began
     * @param recordedAt when sessions learnt of it
     */
    @JsonTypeName("sessions.session-ended")
    record SessionEnded(SessionId session, SummitId summit, Instant occurredAt, Instant recordedAt)
            implements SessionEvent {}

    /**
     * A person has a seat in a session that nobody else has; everybody may count on it until it is released or the session
     * is cancelled.
     *
     * @param waived which rules staff waived for it, and why; absent where none stood in the way
     */
    @JsonTypeName("sessions.seat-taken")
    @PersonalDataOf("/participant")
    record SeatTaken(
            SessionId session,
            SummitId summit,
            ParticipantId participant,
            AttendanceMode mode,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Waiver waived,

            Instant recordedAt)
            implements SignUpEvent {}

    /**
     * A person waits for a seat in a session; they come into it in the order in which they came.
     *
     * @param waived which rules staff waived for it, and why; absent where none stood in the way
     */
    @JsonTypeName("sessions.seat-waitlisted")
    @PersonalDataOf("/participant")
    record SeatWaitlisted(
            SessionId session,
            SummitId summit,
            ParticipantId participant,
            AttendanceMode mode,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Waiver waived,

            Instant recordedAt)
            implements SignUpEvent {}

    /** Who waited has the seat that came free; it was their turn. Somebody should tell them. */
    @JsonTypeName("sessions.seat-promoted")
    record SeatPromoted(
            SessionId session, SummitId summit, ParticipantId participant, AttendanceMode mode, Instant recordedAt)
            implements SignUpEvent {}

    /**
     * A person has a seat no more, or waits no more; the first who waits will have it.
     *
     * @param waited whether they waited for one and had none
     */
    @JsonTypeName("sessions.seat-released")
    record SeatReleased(
            SessionId session,
            SummitId summit,
            ParticipantId participant,
            AttendanceMode mode,
            boolean waited,
            ReleaseReason reason,
            Instant recordedAt)
            implements SignUpEvent {}

    /** The people of a session sit at these tables in this round; told once per round. */
    @JsonTypeName("sessions.small-groups-formed")
    record SmallGroupsFormed(SessionId session, SummitId summit, int round, List<SmallGroup> groups, Instant recordedAt)
            implements RoundEvent {

        public SmallGroupsFormed {
            groups = List.copyOf(groups);
        }
    }

    /**
     * A round's groups are others from now on; it says all of them again.
     *
     * @param moved who sits at another table than before, or at one at all
     */
    @JsonTypeName("sessions.small-groups-revised")
    record SmallGroupsRevised(
            SessionId session,
            SummitId summit,
            int round,
            List<SmallGroup> groups,
            Set<ParticipantId> moved,
            Instant recordedAt)
            implements RoundEvent {

        public SmallGroupsRevised {
            groups = List.copyOf(groups);
            moved = Ordered.by(Comparator.comparing(ParticipantId::value), moved);
        }
    }

    /**
     * A small group told the others what it came to; of one table in one round the latest counts.
     *
     * @param challenges that it named; their categories may be counted
     * @param words sealed for everybody but sessions, with a key of the summary
     */
    @JsonTypeName("sessions.group-summary-submitted")
    @PersonalDataOf("/summary")
    record GroupSummarySubmitted(
            SessionId session,
            SummitId summit,
            int round,
            int table,
            SummaryId summary,
            List<NamedChallenge> challenges,
            Personal<FreeText> words,
            Instant recordedAt)
            implements RoundEvent {

        public GroupSummarySubmitted {
            challenges = List.copyOf(challenges);
        }
    }

    /** What a summary said can't be known any more: whoever keeps some of it removes it. Its categories still count. */
    @JsonTypeName("sessions.group-summary-erased")
    record GroupSummaryErased(SessionId session, SummitId summit, int round, SummaryId summary) implements RoundEvent {}

    /**
     * A team pitches at Social Lab TV, after those that entered before it.
     *
     * @param title what its idea is called
     * @param organizations whose people it is made of; none of another team on that stage
     * @param nominee who speaks for it
     */
    @JsonTypeName("sessions.pitch-team-entered")
    record PitchTeamEntered(
            SessionId session,
            SummitId summit,
            TeamId team,
            BilingualText title,
            Set<OrganizationId> organizations,
            ParticipantId nominee)
            implements StageEvent {

        public PitchTeamEntered {
            organizations = Ordered.by(Comparator.comparing(OrganizationId::value), organizations);
        }
    }

    /** Somebody else speaks for a team from now on. */
    @JsonTypeName("sessions.nominee-replaced")
    record NomineeReplaced(SessionId session, SummitId summit, TeamId team, ParticipantId nominee)
            implements StageEvent {}

    /** A team does not pitch; it was never interviewed. */
    @JsonTypeName("sessions.pitch-team-withdrawn")
    record PitchTeamWithdrawn(SessionId session, SummitId summit, TeamId team) implements StageEvent {}

    /** The teams of a stage come in this order from now on: all of them, each once. */
    @JsonTypeName("sessions.running-order-arranged")
    record RunningOrderArranged(SessionId session, SummitId summit, List<TeamId> order) implements StageEvent {

        public RunningOrderArranged {
            order = List.copyOf(order);
        }
    }

    /**
     * A team is on air, and no other of the summit is; the room's screen may show it.
     *
     * @param occurredAt when it began in the room
     */
    @JsonTypeName("sessions.interview-started")
    record InterviewStarted(
            SessionId session,
            SummitId summit,
            InterviewId interview,
            TeamId team,
            ParticipantId nominee,
            Instant occurredAt,
            Instant recordedAt)
            implements InterviewEvent {}

    /** Somebody of another team sits on the empty chair, and nobody else does. */
    @JsonTypeName("sessions.empty-chair-taken")
    record EmptyChairTaken(
            SessionId session, SummitId summit, InterviewId interview, ParticipantId participant, Instant recordedAt)
            implements InterviewEvent {}

    /**
     * A team was asked something.
     *
     * @param words sealed for everybody but sessions, with the key of whoever asked
     */
    @JsonTypeName("sessions.question-asked")
    @PersonalDataOf("/askedBy")
    record QuestionAsked(
            SessionId session,
            SummitId summit,
            InterviewId interview,
            QuestionId question,
            ParticipantId askedBy,
            Questioner as,
            Personal<FreeText> words,
            Instant recordedAt)
            implements InterviewEvent {}

    /**
     * A team made its pitch; of one interview the latest counts.
     *
     * @param pitch sealed for everybody but sessions, with a key of the interview
     */
    @JsonTypeName("sessions.pitch-delivered")
    @PersonalDataOf("/interview")
    record PitchDelivered(
            SessionId session,
            SummitId summit,
            InterviewId interview,
            TeamId team,
            Personal<Pitch> pitch,
            Instant recordedAt)
            implements InterviewEvent {}

    /**
     * Somebody who is not of the team told it what they think of its pitch.
     *
     * @param words sealed for everybody but sessions, with the key of whoever gave it
     */
    @JsonTypeName("sessions.pitch-feedback-given")
    @PersonalDataOf("/givenBy")
    record PitchFeedbackGiven(
            SessionId session,
            SummitId summit,
            InterviewId interview,
            PitchFeedbackId feedback,
            ParticipantId givenBy,
            Personal<FreeText> words,
            Instant recordedAt)
            implements InterviewEvent {}

    /**
     * A team is on air no more, and another may be; told once.
     *
     * @param occurredAt when it was over in the room; never before it began
     */
    @JsonTypeName("sessions.interview-ended")
    record InterviewEnded(
            SessionId session, SummitId summit, InterviewId interview, Instant occurredAt, Instant recordedAt)
            implements InterviewEvent {}

    /** What a team said in a pitch can't be known any more: whoever keeps some of it removes it. That it pitched still counts. */
    @JsonTypeName("sessions.pitch-erased")
    record PitchErased(SessionId session, SummitId summit, InterviewId interview) implements InterviewEvent {}

    /**
     * A person may show that they took part; whoever has the code may verify it. It says what was known then.
     *
     * @param code sixteen letters and digits in groups of four
     * @param sessions those that they were in for a minute or more, by id
     * @param minutes in all of them, each minute once
     */
    @JsonTypeName("sessions.certificate-issued")
    record CertificateIssued(
            CertificateId certificate,
            SummitId summit,
            ParticipantId participant,
            String code,
            List<Attended> sessions,
            int minutes,
            Instant recordedAt)
            implements CertificateEvent {

        public CertificateIssued {
            sessions = List.copyOf(sessions);
        }
    }
}
