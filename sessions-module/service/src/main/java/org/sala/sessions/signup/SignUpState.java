package org.sala.sessions.signup;

import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.SessionsEvent.SeatPromoted;
import org.sala.sessions.api.SessionsEvent.SeatReleased;
import org.sala.sessions.api.SessionsEvent.SeatTaken;
import org.sala.sessions.api.SessionsEvent.SeatWaitlisted;
import org.sala.sessions.api.SessionsEvent.SignUpEvent;
import org.sala.sessions.api.SummitId;

/** What somebody has in a session, as their events tell. */
sealed interface SignUpState {

    record Nothing() implements SignUpState {}

    record Seated(SummitId summit, AttendanceMode mode) implements SignUpState {}

    record Waiting(SummitId summit, AttendanceMode mode) implements SignUpState {}

    default SignUpState evolve(SignUpEvent event) {
        return switch (event) {
            case SeatTaken taken -> new Seated(taken.summit(), taken.mode());
            case SeatWaitlisted waitlisted -> new Waiting(waitlisted.summit(), waitlisted.mode());
            case SeatPromoted promoted -> new Seated(promoted.summit(), promoted.mode());
            case SeatReleased _ -> new Nothing();
        };
    }
}
