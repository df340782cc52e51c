package org.sala.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sala.sessions.SessionState.Ended;
import org.sala.sessions.SessionState.Running;
import org.sala.sessions.SessionState.Scheduled;
import org.sala.sessions.SessionState.Unscheduled;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionPlan;
import org.sala.sessions.api.SessionsCommand.EndSession;
import org.sala.sessions.api.SessionsCommand.JoinSession;
import org.sala.sessions.api.SessionsCommand.ScheduleSession;
import org.sala.sessions.api.SessionsCommand.StartSession;
import org.sala.sessions.api.SessionsEvent.ParticipantJoinedSession;
import org.sala.sessions.api.SessionsEvent.SessionEnded;
import org.sala.sessions.api.SessionsEvent.SessionScheduled;
import org.sala.sessions.api.SessionsEvent.SessionStarted;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.SummitId;

/**
 * The rules of a session. Each decision is a function of the state, the command, what registration has told, and the
 * time; empty: the command was a repeat and changes nothing.
 */
final class SessionPolicy {

    /** How far a device's clock may be ahead. */
    static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(2);

    /** How long before the start people may already have come in. */
    static final Duration DOORS_OPEN_BEFORE = Duration.ofMinutes(15);

    private SessionPolicy() {}

    static Optional<SessionScheduled> decide(SessionState state, ScheduleSession command, Registered registered) {
        return switch (state) {
            case Unscheduled() -> {
                var day = dayOfKnownSummit(command.summit(), command.day(), registered);
                slotLiesWithinTheDay(command, day);
                everyModeIsOfferedThatDay(command, day);
                facilitatorsAreRegistered(command, registered);
                yield Optional.of(
                        new SessionScheduled(command.session(), command.summit(), command.day(), command.plan()));
            }
            case Scheduled(var schedule) -> sameAsBefore(schedule, command);
            case Running running -> sameAsBefore(running.schedule(), command);
            case Ended ended -> sameAsBefore(ended.schedule(), command);
        };
    }

    static Optional<SessionStarted> decide(SessionState state, StartSession command, Instant now) {
        return switch (state) {
            case Unscheduled() -> throw new SessionsRejected(Reason.SESSION_UNKNOWN);
            case Scheduled(var schedule) -> {
                notInTheFuture(command.occurredAt(), now);
                yield Optional.of(new SessionStarted(command.session(), schedule.summit(), command.occurredAt(), now));
            }
            // whoever presses the button second has what they wanted
            case Running _ -> Optional.empty();
            case Ended ended -> {
                if (command.occurredAt().equals(ended.startedAt())) {
                    yield Optional.empty();
                }
                throw new SessionsRejected(Reason.ENDED);
            }
        };
    }

    static Optional<ParticipantJoinedSession> decide(
            SessionState state, JoinSession command, Registered registered, Instant now) {
        return switch (state) {
            case Unscheduled() -> throw new SessionsRejected(Reason.SESSION_UNKNOWN);
            case Scheduled _ -> throw new SessionsRejected(Reason.NOT_STARTED);
            case Running running -> {
                if (isRepeat(running.attendance(), command)) {
                    yield Optional.empty();
                }
                notInTheFuture(command.occurredAt(), now);
                notBefore(running.startedAt().minus(DOORS_OPEN_BEFORE), command.occurredAt());
                expectedThatDay(command.participant(), running.schedule(), registered);
                aSeatIsLeft(running.schedule().plan(), command.mode(), running.attendance());
                yield Optional.of(new ParticipantJoinedSession(
                        command.session(),
                        running.schedule().summit(),
                        command.participant(),
                        command.mode(),
                        command.occurredAt(),
                        now));
            }
            case Ended ended -> {
                if (isRepeat(ended.attendance(), command)) {
                    yield Optional.empty();
                }
                throw new SessionsRejected(Reason.ENDED);
            }
        };
    }

    static Optional<SessionEnded> decide(SessionState state, EndSession command, Instant now) {
        return switch (state) {
            case Unscheduled() -> throw new SessionsRejected(Reason.SESSION_UNKNOWN);
            case Scheduled _ -> throw new SessionsRejected(Reason.NOT_STARTED);
            case Running running -> {
                notInTheFuture(command.occurredAt(), now);
                notBefore(running.startedAt(), command.occurredAt());
                yield Optional.of(
                        new SessionEnded(command.session(), running.schedule().summit(), command.occurredAt(), now));
            }
            case Ended _ -> Optional.empty();
        };
    }

    private static Optional<SessionScheduled> sameAsBefore(SessionScheduled schedule, ScheduleSession command) {
        if (schedule.equals(new SessionScheduled(command.session(), command.summit(), command.day(), command.plan()))) {
            return Optional.empty();
        }
        throw new SessionsRejected(Reason.ID_TAKEN);
    }

    private static Registered.Day dayOfKnownSummit(SummitId summit, int day, Registered registered) {
        if (!registered.knows(summit)) {
            throw new SessionsRejected(Reason.SUMMIT_UNKNOWN);
        }
        return registered.day(summit, day).orElseThrow(() -> ofDay(Reason.DAY_UNKNOWN, day));
    }

    private static void slotLiesWithinTheDay(ScheduleSession command, Registered.Day day) {
        var slot = command.plan().slot();
        if (slot.start().isBefore(day.starts()) || slot.end().isAfter(day.ends())) {
            throw ofDay(Reason.OUTSIDE_DAY, command.day());
        }
    }

    private static void everyModeIsOfferedThatDay(ScheduleSession command, Registered.Day day) {
        if (!day.modes().containsAll(command.plan().seats().keySet())) {
            throw ofDay(Reason.MODE_NOT_OFFERED, command.day());
        }
    }

    private static void facilitatorsAreRegistered(ScheduleSession command, Registered registered) {
        command.plan().facilitators().forEach(facilitator -> registeredFor(command.summit(), facilitator, registered));
    }

    private static void expectedThatDay(ParticipantId participant, SessionScheduled schedule, Registered registered) {
        var person = registeredFor(schedule.summit(), participant, registered);
        if (!person.days().contains(schedule.day())) {
            throw ofDay(Reason.NOT_EXPECTED, schedule.day());
        }
    }

    private static Registered.Person registeredFor(SummitId summit, ParticipantId participant, Registered registered) {
        return registered
                .person(participant)
                .filter(person -> person.summit().equals(summit))
                .orElseThrow(() -> new SessionsRejected(
                        Reason.PARTICIPANT_UNKNOWN, Map.of("participant", participant.toString())));
    }

    private static boolean isRepeat(Attendance attendance, JoinSession command) {
        var before = attendance.modeOf(command.participant());
        if (before.isPresent() && before.get() != command.mode()) {
            throw new SessionsRejected(Reason.IN_OTHER_MODE);
        }
        return before.isPresent();
    }

    private static void aSeatIsLeft(SessionPlan plan, AttendanceMode mode, Attendance attendance) {
        var seats = plan.seats().get(mode);
        if (seats == null) {
            throw new SessionsRejected(Reason.NO_SEATS_IN_MODE);
        }
        if (attendance.in(mode) >= seats) {
            throw new SessionsRejected(Reason.SEATS_EXHAUSTED, Map.of("seats", Integer.toString(seats)));
        }
    }

    private static void notInTheFuture(Instant occurredAt, Instant now) {
        if (occurredAt.isAfter(now.plus(CLOCKS_DIFFER_BY))) {
            throw new SessionsRejected(Reason.IN_THE_FUTURE);
        }
    }

    private static void notBefore(Instant earliest, Instant occurredAt) {
        if (occurredAt.isBefore(earliest)) {
            throw new SessionsRejected(Reason.BEFORE_START);
        }
    }

    private static SessionsRejected ofDay(Reason reason, int day) {
        return new SessionsRejected(reason, Map.of("day", Integer.toString(day)));
    }
}
