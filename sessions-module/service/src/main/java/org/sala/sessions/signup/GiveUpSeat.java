package org.sala.sessions.signup;

import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.ReleaseReason;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SignUpId;

/** Asked by sessions of itself: takes back what somebody has, for a reason. */
public record GiveUpSeat(SessionId session, ParticipantId participant, ReleaseReason reason) {

    public SignUpId signUp() {
        return SignUpId.of(session, participant);
    }
}
