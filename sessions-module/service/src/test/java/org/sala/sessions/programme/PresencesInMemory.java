package org.sala.sessions.programme;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;

/** Who is where, in a map. */
final class PresencesInMemory implements Presences {

    private final Map<ParticipantId, SessionId> whereabouts = new LinkedHashMap<>();

    @Override
    public void enter(ParticipantId participant, SessionId session, AttendanceMode mode) {
        var other = whereabouts.putIfAbsent(participant, session);
        if (other != null) {
            throw new SessionsRejected(Reason.IN_ANOTHER_SESSION, Map.of("session", other.toString()));
        }
    }

    @Override
    public void leave(ParticipantId participant, SessionId session) {
        whereabouts.remove(participant, session);
    }

    @Override
    public void leave(SessionId session) {
        whereabouts.values().removeIf(session::equals);
    }

    Map<ParticipantId, SessionId> whereabouts() {
        return whereabouts;
    }
}
