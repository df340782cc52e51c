package org.sala.sessions.programme;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.sessions.api.SessionPlan;
import org.sala.sessions.api.SessionsCommand.CancelSession;
import org.sala.sessions.api.SessionsCommand.EndSession;
import org.sala.sessions.api.SessionsCommand.OpenSignUp;
import org.sala.sessions.api.SessionsCommand.RescheduleSession;
import org.sala.sessions.api.SessionsCommand.ScheduleSession;
import org.sala.sessions.api.SessionsCommand.StartSession;
import org.sala.sessions.api.SessionsEvent.SessionCancelled;
import org.sala.sessions.api.SessionsEvent.SessionEnded;
import org.sala.sessions.api.SessionsEvent.SessionRescheduled;
import org.sala.sessions.api.SessionsEvent.SessionScheduled;
import org.sala.sessions.api.SessionsEvent.SessionStarted;
import org.sala.sessions.api.SessionsEvent.SignUpOpened;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.SummitId;
import org.sala.sessions.programme.SessionState.Cancelled;
import org.sala.sessions.programme.SessionState.Ended;
import org.sala.sessions.programme.SessionState.Plans;
import org.sala.sessions.programme.SessionState.Running;
import org.sala.sessions.programme.SessionState.Scheduled;
import org.sala.sessions.programme.SessionState.Unscheduled;
import org.sala.sessions.registered.Registered;

/**
 * The rules of when a session is, and whether it is held. Each decision is a function of the state, the command, what
 * registration has told, and the time; empty: the command was a repeat and changes nothing.
 */
final class SessionPolicy {

    private SessionPolicy() {}

    static Optional<SessionScheduled> decide(SessionState state, ScheduleSession command, Registered registered) {
        return switch (state) {
            case Unscheduled() -> {
                mayBeHeld(command.summit(), command.day(), command.plan(), registered);
                yield Optional.of(
                        new SessionScheduled(command.session(), command.summit(), command.day(), command.plan()));
            }
            case Scheduled scheduled -> sameAsBefore(scheduled.plans(), command);
            case Running running -> sameAsBefore(running.plans(), command);
            case Ended ended -> sameAsBefore(ended.plans(), command);
            case Cancelled cancelled -> sameAsBefore(cancelled.plans(), command);
        };
    }

    /** Without those whom it affects, whom the books know once the session has moved. */
    static Optional<SessionRescheduled> decide(
            SessionState state, RescheduleSession command, Registered registered, Audience audience) {
        var latest = notStarted(state).plans().latest();
        if (latest.day() == command.day() && latest.plan().equals(command.plan())) {
            return Optional.empty();
        }
        mayBeHeld(latest.summit(), command.day(), command.plan(), registered);
        nobodyLosesASeat(command, audience);
        nobodyLeadsWhatTheySitIn(command, audience);
        return Optional.of(
                new SessionRescheduled(command.session(), latest.summit(), command.day(), command.plan(), List.of()));
    }

    static Optional<SessionCancelled> decide(
            SessionState state, CancelSession command, Audience audience, Instant now) {
        if (state instanceof Cancelled) {
            return Optional.empty();
        }
        var summit = notStarted(state).plans().latest().summit();
        audience.locked(command.session());
        return Optional.of(new SessionCancelled(
                command.session(), summit, command.reason(), audience.everybody(command.session()), now));
    }

    static Optional<SignUpOpened> decide(SessionState state, OpenSignUp command, Instant now) {
        var scheduled = notStarted(state);
        return scheduled.signUpOpen()
                ? Optional.empty()
                : Optional.of(new SignUpOpened(
                        command.session(), scheduled.plans().latest().summit(), now));
    }

    static Optional<SessionStarted> decide(SessionState state, StartSession command, Instant now) {
        return switch (state) {
            case Unscheduled() -> throw new SessionsRejected(Reason.SESSION_UNKNOWN);
            case Cancelled _ -> throw new SessionsRejected(Reason.CANCELLED);
            case Scheduled scheduled -> {
                Moments.notInTheFuture(command.occurredAt(), now);
                yield Optional.of(new SessionStarted(
                        command.session(), scheduled.plans().latest().summit(), command.occurredAt(), now));
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

    static Optional<SessionEnded> decide(SessionState state, EndSession command, Instant now) {
        return switch (state) {
            case Unscheduled() -> throw new SessionsRejected(Reason.SESSION_UNKNOWN);
            case Cancelled _ -> throw new SessionsRejected(Reason.CANCELLED);
            case Scheduled _ -> throw new SessionsRejected(Reason.NOT_STARTED);
            case Running running -> {
                Moments.notInTheFuture(command.occurredAt(), now);
                Moments.notBefore(running.startedAt(), command.occurredAt());
                yield Optional.of(new SessionEnded(
                        command.session(), running.plans().latest().summit(), command.occurredAt(), now));
            }
            case Ended _ -> Optional.empty();
        };
    }

    private static Scheduled notStarted(SessionState state) {
        return switch (state) {
            case Unscheduled() -> throw new SessionsRejected(Reason.SESSION_UNKNOWN);
            case Scheduled scheduled -> scheduled;
            case Running _, Ended _ -> throw new SessionsRejected(Reason.STARTED);
            case Cancelled _ -> throw new SessionsRejected(Reason.CANCELLED);
        };
    }

    private static Optional<SessionScheduled> sameAsBefore(Plans plans, ScheduleSession command) {
        var said = new SessionScheduled(command.session(), command.summit(), command.day(), command.plan());
        if (plans.first().equals(said)) {
            return Optional.empty();
        }
        throw new SessionsRejected(Reason.ID_TAKEN);
    }

    private static void mayBeHeld(SummitId summit, int number, SessionPlan plan, Registered registered) {
        var day = dayOfKnownSummit(summit, number, registered);
        slotLiesWithinTheDay(number, plan, day);
        everyModeIsOfferedThatDay(number, plan, day);
        facilitatorsAreRegistered(summit, plan, registered);
    }

    private static Registered.Day dayOfKnownSummit(SummitId summit, int day, Registered registered) {
        if (!registered.knows(summit)) {
            throw new SessionsRejected(Reason.SUMMIT_UNKNOWN);
        }
        return registered.day(summit, day).orElseThrow(() -> SessionsRejected.of(Reason.DAY_UNKNOWN, "day", day));
    }

    private static void slotLiesWithinTheDay(int number, SessionPlan plan, Registered.Day day) {
        var slot = plan.slot();
        if (slot.start().isBefore(day.starts()) || slot.end().isAfter(day.ends())) {
            throw SessionsRejected.of(Reason.OUTSIDE_DAY, "day", number);
        }
    }

    private static void everyModeIsOfferedThatDay(int number, SessionPlan plan, Registered.Day day) {
        if (!day.modes().containsAll(plan.seats().keySet())) {
            throw SessionsRejected.of(Reason.MODE_NOT_OFFERED, "day", number);
        }
    }

    private static void facilitatorsAreRegistered(SummitId summit, SessionPlan plan, Registered registered) {
        plan.facilitators().forEach(facilitator -> registered.personOf(summit, facilitator));
    }

    private static void nobodyLosesASeat(RescheduleSession command, Audience audience) {
        audience.locked(command.session()).forEach((mode, taken) -> {
            if (taken > command.plan().seats().getOrDefault(mode, 0)) {
                throw SessionsRejected.of(Reason.SEATS_TAKEN, "seats", taken);
            }
        });
    }

    private static void nobodyLeadsWhatTheySitIn(RescheduleSession command, Audience audience) {
        audience.everybody(command.session()).stream()
                .filter(command.plan().facilitators()::contains)
                .findFirst()
                .ifPresent(both -> {
                    throw new SessionsRejected(
                            Reason.FACILITATOR_TAKEN,
                            Map.of("session", command.session().toString(), "participant", both.toString()));
                });
    }
}
