package org.sala.sessions.signup;

import java.time.Instant;
import java.util.Set;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.Waiver;
import org.sala.sessions.programme.Programme;

/** Seats and queues of sessions: what no sign-up can know by itself. Everything happens in the command's transaction. */
public interface Seats {

    /** Gives a seat, where one is left that nobody waits for; else a place in the queue. */
    Given take(
            Programme.Entry session,
            AttendanceMode mode,
            ParticipantId participant,
            Set<Waiver.Rule> waived,
            Instant now);

    /** Takes back what somebody has. */
    void release(SessionId session, ParticipantId participant);

    /** Gives a seat that is free to who waits; false where none is, or it isn't their turn. */
    boolean promote(SessionId session, ParticipantId participant);

    /** What somebody was given. */
    enum Given {
        SEAT,
        PLACE_IN_QUEUE
    }
}
