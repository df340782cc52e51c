package org.sala.sessions.programme;

import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionsRejected;

/** Who is in which running session: what no session can know by itself. */
public interface Presences {

    /**
     * Puts a person into a running session, in the command's transaction.
     *
     * @throws SessionsRejected {@code IN_ANOTHER_SESSION}, naming it
     */
    void enter(ParticipantId participant, SessionId session, AttendanceMode mode);

    /** Frees somebody who is in a running session, in the command's transaction. */
    void leave(ParticipantId participant, SessionId session);

    /** Frees everybody who is in the session, in the command's transaction. */
    void leave(SessionId session);
}
