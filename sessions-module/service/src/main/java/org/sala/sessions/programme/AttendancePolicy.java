package org.sala.sessions.programme;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.AttendanceSource;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionsCommand.JoinSession;
import org.sala.sessions.api.SessionsCommand.LeaveSession;
import org.sala.sessions.api.SessionsCommand.RecordAttendance;
import org.sala.sessions.api.SessionsEvent.ParticipantJoinedSession;
import org.sala.sessions.api.SessionsEvent.ParticipantLeftSession;
import org.sala.sessions.api.SessionsEvent.SessionEvent;
import org.sala.sessions.api.SessionsEvent.SessionScheduled;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.Stay;
import org.sala.sessions.attendance.Attendance;
import org.sala.sessions.attendance.Mark;
import org.sala.sessions.programme.SessionState.Cancelled;
import org.sala.sessions.programme.SessionState.Ended;
import org.sala.sessions.programme.SessionState.Running;
import org.sala.sessions.programme.SessionState.Scheduled;
import org.sala.sessions.programme.SessionState.Unscheduled;
import org.sala.sessions.registered.Registered;

/**
 * The rules of who is in a session. At the door somebody sees the answer, so what is wrong is refused; what a sheet or a
 * report tells afterwards is a fact, and is refused only where it can't be of this session's people.
 */
final class AttendancePolicy {

    /** How long before the start people may already have come in. */
    static final Duration DOORS_OPEN_BEFORE = Duration.ofMinutes(15);

    /** How long into a session a seat is kept for whoever signed up. */
    static final Duration SEATS_ARE_KEPT_FOR = Duration.ofMinutes(10);

    private AttendancePolicy() {}

    static Optional<ParticipantJoinedSession> decide(
            SessionState state, JoinSession command, Registered registered, Audience audience, Instant now) {
        return switch (state) {
            case Running running -> {
                if (isRepeat(running.attendance(), command)) {
                    yield Optional.empty();
                }
                Moments.notInTheFuture(command.occurredAt(), now);
                Moments.notBefore(running.startedAt().minus(DOORS_OPEN_BEFORE), command.occurredAt());
                inOrder(running.attendance(), command.participant(), command.mode(), command.occurredAt());
                var schedule = running.plans().latest();
                mayTakePart(command.participant(), schedule, registered, audience);
                aSeatIsLeft(running, command, audience);
                yield Optional.of(new ParticipantJoinedSession(
                        command.session(),
                        schedule.summit(),
                        command.participant(),
                        command.mode(),
                        command.occurredAt(),
                        now,
                        command.source()));
            }
            case Ended ended -> {
                if (isRepeat(ended.attendance(), command)) {
                    yield Optional.empty();
                }
                throw new SessionsRejected(Reason.ENDED);
            }
            case Unscheduled _, Scheduled _, Cancelled _ -> throw notHeld(state);
        };
    }

    static Optional<ParticipantLeftSession> decide(SessionState state, LeaveSession command, Instant now) {
        return switch (state) {
            case Running running -> {
                if (isRepeat(running.attendance(), command)) {
                    yield Optional.empty();
                }
                Moments.notInTheFuture(command.occurredAt(), now);
                inOrder(running.attendance(), command.participant(), command.mode(), command.occurredAt());
                yield Optional.of(new ParticipantLeftSession(
                        command.session(),
                        running.plans().latest().summit(),
                        command.participant(),
                        command.mode(),
                        command.occurredAt(),
                        now,
                        command.source()));
            }
            // whoever was in it left with everybody
            case Ended _ -> Optional.empty();
            case Unscheduled _, Scheduled _, Cancelled _ -> throw notHeld(state);
        };
    }

    /** What was not told before, each once, in the order in which it is told. */
    static List<SessionEvent> decide(SessionState state, RecordAttendance command, Registered registered, Instant now) {
        return switch (state) {
            case Running running -> told(running.plans().latest(), running.attendance(), command, registered, now);
            case Ended ended -> told(ended.plans().latest(), ended.attendance(), command, registered, now);
            case Unscheduled _, Scheduled _, Cancelled _ -> throw notHeld(state);
        };
    }

    private static List<SessionEvent> told(
            SessionScheduled schedule,
            Attendance attendance,
            RecordAttendance command,
            Registered registered,
            Instant now) {
        var events = new ArrayList<SessionEvent>();
        command.stays().forEach(stay -> {
            registered.personOf(schedule.summit(), stay.participant());
            Moments.notInTheFuture(stay.joinedAt(), now);
        });
        attendance
                .newOf(command.stays().stream().flatMap(AttendancePolicy::marks).toList())
                .forEach(mark -> events.add(event(schedule, mark, command.source(), now)));
        return events;
    }

    private static Stream<Mark> marks(Stay stay) {
        var came = new Mark(stay.participant(), stay.mode(), true, stay.joinedAt());
        return stay.leftAt() == null
                ? Stream.of(came)
                : Stream.of(came, new Mark(stay.participant(), stay.mode(), false, stay.leftAt()));
    }

    private static SessionEvent event(
            SessionScheduled schedule, Mark mark, @Nullable AttendanceSource source, Instant now) {
        return mark.came()
                ? new ParticipantJoinedSession(
                        schedule.session(), schedule.summit(), mark.participant(), mark.mode(), mark.at(), now, source)
                : new ParticipantLeftSession(
                        schedule.session(), schedule.summit(), mark.participant(), mark.mode(), mark.at(), now, source);
    }

    private static SessionsRejected notHeld(SessionState state) {
        return new SessionsRejected(
                switch (state) {
                    case Unscheduled _ -> Reason.SESSION_UNKNOWN;
                    case Scheduled _ -> Reason.NOT_STARTED;
                    case Cancelled _ -> Reason.CANCELLED;
                    case Running _, Ended _ -> throw new IllegalStateException("it is held");
                });
    }

    private static boolean isRepeat(Attendance attendance, JoinSession command) {
        if (attendance.holds(new Mark(command.participant(), command.mode(), true, command.occurredAt()))) {
            return true;
        }
        var before = attendance.modeOf(command.participant());
        if (before.isPresent() && before.get() != command.mode()) {
            throw new SessionsRejected(Reason.IN_OTHER_MODE);
        }
        return before.isPresent();
    }

    private static boolean isRepeat(Attendance attendance, LeaveSession command) {
        return attendance.holds(new Mark(command.participant(), command.mode(), false, command.occurredAt()))
                || !attendance.inside(command.mode()).contains(command.participant());
    }

    /** At the door one thing comes after the other, so that who is inside is known; what is told late is recorded. */
    private static void inOrder(
            Attendance attendance, ParticipantId participant, AttendanceMode mode, Instant occurredAt) {
        if (attendance.latestOf(participant, mode).filter(occurredAt::isBefore).isPresent()) {
            throw new SessionsRejected(Reason.OUT_OF_ORDER);
        }
    }

    /** Who has a seat was asked when they took it, and staff may have waived a rule for them. */
    private static void mayTakePart(
            ParticipantId participant, SessionScheduled schedule, Registered registered, Audience audience) {
        var person = registered.personOf(schedule.summit(), participant);
        if (audience.everybody(schedule.session()).contains(participant)) {
            return;
        }
        if (!person.days().contains(schedule.day())) {
            throw SessionsRejected.of(Reason.NOT_EXPECTED, "day", schedule.day());
        }
        if (!schedule.plan().isFor(person.cohort(), person.role())
                && !schedule.plan().facilitators().contains(participant)) {
            throw new SessionsRejected(Reason.NOT_ELIGIBLE);
        }
    }

    private static void aSeatIsLeft(Running running, JoinSession command, Audience audience) {
        var seats = running.plans().latest().plan().seats().get(command.mode());
        if (seats == null) {
            throw new SessionsRejected(Reason.NO_SEATS_IN_MODE);
        }
        var occupied = new HashSet<>(running.attendance().inside(command.mode()));
        if (command.occurredAt().isBefore(running.startedAt().plus(SEATS_ARE_KEPT_FOR))) {
            var kept = audience.seated(command.session(), command.mode());
            if (kept.contains(command.participant())) {
                return;
            }
            occupied.addAll(notSeen(kept, running.attendance(), command.mode()));
        }
        if (occupied.size() >= seats) {
            throw SessionsRejected.of(Reason.SEATS_EXHAUSTED, "seats", seats);
        }
    }

    private static List<ParticipantId> notSeen(Set<ParticipantId> seated, Attendance attendance, AttendanceMode mode) {
        var came = attendance.whoCame(mode);
        return seated.stream().filter(person -> !came.contains(person)).toList();
    }
}
