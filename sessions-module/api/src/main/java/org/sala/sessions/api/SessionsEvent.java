package org.sala.sessions.api;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;

/** What sessions has found to be true. A {@link JsonTypeName} is the event's name on the wire and never changes. */
public sealed interface SessionsEvent {

    sealed interface SessionEvent extends SessionsEvent {
        SessionId session();
    }

    /** A session is on the programme, and its room and facilitators are its own in that slot; readers may announce it. */
    @JsonTypeName("sessions.session-scheduled")
    record SessionScheduled(SessionId session, SummitId summit, int day, SessionPlan plan) implements SessionEvent {}

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
     * A person is in a session that runs, on a seat that was free, and in no other; told once per person and session.
     * Attendance may be counted on it.
     *
     * @param occurredAt when they came in; up to a quarter of an hour before the session began
     * @param recordedAt when sessions learnt of it
     */
    @JsonTypeName("sessions.participant-joined-session")
    record ParticipantJoinedSession(
            SessionId session,
            SummitId summit,
            ParticipantId participant,
            AttendanceMode mode,
            Instant occurredAt,
            Instant recordedAt)
            implements SessionEvent {}

    /**
     * A session is over and nobody is in it any more; told once, and nothing of the session follows that people could
     * join.
     *
     * @param occurredAt when it was over in the room; never before it began
     * @param recordedAt when sessions learnt of it
     */
    @JsonTypeName("sessions.session-ended")
    record SessionEnded(SessionId session, SummitId summit, Instant occurredAt, Instant recordedAt)
            implements SessionEvent {}
}
