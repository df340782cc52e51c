package org.sala.sessions.signup;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.Waiver;
import org.sala.sessions.programme.Programme;

/** Seats of which there are enough or none, by word of the test. */
final class SeatsInMemory implements Seats {

    boolean full;
    Set<Waiver.Rule> waived = Set.of();

    @Nullable
    ParticipantId released;

    @Override
    public Given take(
            Programme.Entry session,
            AttendanceMode mode,
            ParticipantId participant,
            Set<Waiver.Rule> rules,
            Instant now) {
        waived = rules;
        return full ? Given.PLACE_IN_QUEUE : Given.SEAT;
    }

    @Override
    public void release(SessionId session, ParticipantId participant) {
        released = participant;
    }

    @Override
    public boolean promote(SessionId session, ParticipantId participant) {
        return !full;
    }
}
