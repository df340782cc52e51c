package org.sala.sessions;

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

/** Where a session stands, as its events tell. Snapshots hold it as JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "unscheduled", value = SessionState.Unscheduled.class),
    @JsonSubTypes.Type(name = "scheduled", value = SessionState.Scheduled.class),
    @JsonSubTypes.Type(name = "running", value = SessionState.Running.class),
    @JsonSubTypes.Type(name = "ended", value = SessionState.Ended.class)
})
sealed interface SessionState {

    record Unscheduled() implements SessionState {}

    record Scheduled(SessionScheduled schedule) implements SessionState {}

    record Running(SessionScheduled schedule, Instant startedAt, Attendance attendance) implements SessionState {}

    record Ended(SessionScheduled schedule, Instant startedAt, Attendance attendance) implements SessionState {}

    /** The state after one more event. An event that can't follow this state changes nothing. */
    default SessionState evolve(SessionEvent event) {
        return switch (event) {
            case SessionScheduled scheduled -> new Scheduled(scheduled);
            case SessionStarted started ->
                this instanceof Scheduled(var schedule)
                        ? new Running(schedule, started.occurredAt(), Attendance.NOBODY)
                        : this;
            case ParticipantJoinedSession joined ->
                this instanceof Running(var schedule, var startedAt, var attendance)
                        ? new Running(schedule, startedAt, attendance.with(joined.participant(), joined.mode()))
                        : this;
            case SessionEnded ended ->
                this instanceof Running(var schedule, var startedAt, var attendance)
                        ? new Ended(schedule, startedAt, attendance)
                        : this;
            case SessionRescheduled _, SessionCancelled _, SignUpOpened _, ParticipantLeftSession _ -> this;
        };
    }
}
