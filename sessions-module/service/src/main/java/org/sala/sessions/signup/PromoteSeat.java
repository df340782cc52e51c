package org.sala.sessions.signup;

import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SignUpId;

/** Asked by sessions of itself: gives a seat that came free to who waits for it. */
public record PromoteSeat(SessionId session, ParticipantId participant) {

    public SignUpId signUp() {
        return SignUpId.of(session, participant);
    }
}
