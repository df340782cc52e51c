package org.sala.sessions.api;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;

/**
 * What can be asked of sessions. Each record checks its form when it is made and refuses with {@link
 * SessionsRejected.Reason#MALFORMED}; its {@link JsonTypeName} is its name over HTTP.
 */
public sealed interface SessionsCommand {

    /** Asks something of a session. */
    sealed interface SessionCommand extends SessionsCommand {
        SessionId session();
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
            Form.that("day", day >= 1 && day <= 60);
            Form.plan(Form.required("plan", plan));
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
     * Brings a person into a running session. Idempotent per person, session and mode.
     *
     * @param occurredAt when they came in, by the clock of whoever says so
     */
    @JsonTypeName("join-session")
    record JoinSession(SessionId session, ParticipantId participant, AttendanceMode mode, Instant occurredAt)
            implements SessionCommand {

        public JoinSession {
            Form.required("session", session);
            Form.required("participant", participant);
            Form.required("mode", mode);
            Form.required("occurredAt", occurredAt);
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
}
