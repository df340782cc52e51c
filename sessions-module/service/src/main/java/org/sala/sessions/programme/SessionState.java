package org.sala.sessions.programme;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.sala.sessions.api.SessionsEvent.ParticipantJoinedSession;
import org.sala.sessions.api.SessionsEvent.ParticipantLeftSession;
import org.sala.sessions.api.SessionsEvent.SessionCancelled;
import org.sala.sessions.api.SessionsEvent.SessionEnded;
import org.sala.sessions.api.SessionsEvent.SessionEvent;
import org.sala.sessions.api.SessionsEvent.SessionRescheduled;
import org.sala.sessions.api.SessionsEvent.SessionScheduled;
import org.sala.sessions.api.SessionsEvent.SessionStarted;
import org.sala.sessions.api.SessionsEvent.SignUpOpened;
import org.sala.sessions.attendance.Attendance;
import org.sala.sessions.attendance.Mark;

/** Where a session stands, as its events tell. Snapshots hold it as JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "unscheduled", value = SessionState.Unscheduled.class),
    @JsonSubTypes.Type(name = "scheduled", value = SessionState.Scheduled.class),
    @JsonSubTypes.Type(name = "running", value = SessionState.Running.class),
    @JsonSubTypes.Type(name = "ended", value = SessionState.Ended.class),
    @JsonSubTypes.Type(name = "cancelled", value = SessionState.Cancelled.class)
})
sealed interface SessionState {

    record Unscheduled() implements SessionState {}

    /** It will be held as it was last planned. */
    record Scheduled(Plans plans, boolean signUpOpen) implements SessionState {}

    record Running(Plans plans, Instant startedAt, Attendance attendance) implements SessionState {

        Running with(Mark mark) {
            return new Running(plans, startedAt, attendance.with(mark));
        }
    }

    record Ended(Plans plans, Instant startedAt, Instant endedAt, Attendance attendance) implements SessionState {

        Ended with(Mark mark) {
            return new Ended(plans, startedAt, endedAt, attendance.with(mark));
        }
    }

    record Cancelled(Plans plans) implements SessionState {}

    /**
     * How a session was planned.
     *
     * @param first by which a repeated command is told
     * @param latest what holds
     */
    record Plans(SessionScheduled first, SessionScheduled latest) {

        static Plans of(SessionScheduled scheduled) {
            return new Plans(scheduled, scheduled);
        }

        Plans with(SessionRescheduled event) {
            return new Plans(first, new SessionScheduled(event.session(), event.summit(), event.day(), event.plan()));
        }
    }

    /** The state after one more event. An event that can't follow this state changes nothing. */
    default SessionState evolve(SessionEvent event) {
        return switch (event) {
            case SessionScheduled scheduled ->
                this instanceof Unscheduled ? new Scheduled(Plans.of(scheduled), false) : this;
            case SessionRescheduled rescheduled ->
                this instanceof Scheduled(var plans, var open) ? new Scheduled(plans.with(rescheduled), open) : this;
            case SessionCancelled _ -> this instanceof Scheduled(var plans, var _) ? new Cancelled(plans) : this;
            case SignUpOpened _ -> this instanceof Scheduled(var plans, var _) ? new Scheduled(plans, true) : this;
            case SessionStarted started ->
                this instanceof Scheduled(var plans, var _)
                        ? new Running(plans, started.occurredAt(), Attendance.NOBODY)
                        : this;
            case ParticipantJoinedSession joined ->
                marked(new Mark(joined.participant(), joined.mode(), true, joined.occurredAt()));
            case ParticipantLeftSession left ->
                marked(new Mark(left.participant(), left.mode(), false, left.occurredAt()));
            case SessionEnded ended ->
                this instanceof Running(var plans, var startedAt, var attendance)
                        ? new Ended(plans, startedAt, ended.occurredAt(), attendance)
                        : this;
        };
    }

    private SessionState marked(Mark mark) {
        return switch (this) {
            case Running running -> running.with(mark);
            case Ended ended -> ended.with(mark);
            case Unscheduled _, Scheduled _, Cancelled _ -> this;
        };
    }
}
