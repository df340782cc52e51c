package org.sala.sessions.signup;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionsCommand.TakeSeat;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.Waiver;
import org.sala.sessions.programme.Programme;
import org.sala.sessions.registered.Registered;
import org.sala.sessions.signup.SignUpState.Nothing;
import org.sala.sessions.signup.SignUpState.Seated;
import org.sala.sessions.signup.SignUpState.Waiting;

/** The rules of who may have a seat in a session. */
final class SignUpPolicy {

    private SignUpPolicy() {}

    /** Whether somebody has what they ask for: a seat, or a place in the queue of that mode. */
    static boolean isRepeat(SignUpState state, TakeSeat command) {
        return switch (state) {
            case Nothing() -> false;
            case Seated(var _, var mode) -> sameMode(mode, command);
            case Waiting(var _, var mode) -> sameMode(mode, command);
        };
    }

    private static boolean sameMode(AttendanceMode mode, TakeSeat command) {
        if (mode != command.mode()) {
            throw new SessionsRejected(Reason.SIGNED_UP_OTHERWISE);
        }
        return true;
    }

    static void seatsAreTakenWhileSignUpIsOpen(Programme.Entry session) {
        switch (session.stage()) {
            case SCHEDULED -> {
                if (!session.signUpOpen()) {
                    throw new SessionsRejected(Reason.SIGN_UP_NOT_OPEN);
                }
            }
            case RUNNING -> throw new SessionsRejected(Reason.STARTED);
            case ENDED -> throw new SessionsRejected(Reason.ENDED);
            case CANCELLED -> throw new SessionsRejected(Reason.CANCELLED);
        }
    }

    /**
     * Which rules stand in the way, of those that staff can waive.
     *
     * @param elsewhere the session that has the person in that slot; empty: none
     * @throws SessionsRejected where one does and is not waived, or the person leads the session
     */
    static Set<Waiver.Rule> rulesInTheWay(
            TakeSeat command, Programme.Entry session, Registered.Person person, Optional<SessionId> elsewhere) {
        var rules = EnumSet.noneOf(Waiver.Rule.class);
        var waiving = command.waiving() != null;
        if (!person.days().contains(session.day())) {
            rules.add(waived(Waiver.Rule.DAY, waiving, SessionsRejected.of(Reason.NOT_EXPECTED, "day", session.day())));
        }
        if (!session.isFor(person.cohort(), person.role())) {
            rules.add(waived(Waiver.Rule.ELIGIBILITY, waiving, new SessionsRejected(Reason.NOT_ELIGIBLE)));
        }
        elsewhere.ifPresent(other -> {
            if (other.equals(session.session())) {
                throw new SessionsRejected(Reason.FACILITATES);
            }
            rules.add(waived(Waiver.Rule.OVERLAP, waiving, SessionsRejected.of(Reason.OVERLAPS, "session", other)));
        });
        return rules;
    }

    private static Waiver.Rule waived(Waiver.Rule rule, boolean waiving, SessionsRejected refusal) {
        if (!waiving) {
            throw refusal;
        }
        return rule;
    }

    /** What somebody has to give back; absent where they have nothing. */
    static @Nullable AttendanceMode had(SignUpState state) {
        return switch (state) {
            case Nothing() -> null;
            case Seated(var _, var mode) -> mode;
            case Waiting(var _, var mode) -> mode;
        };
    }
}
