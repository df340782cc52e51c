package org.sala.sessions.programme;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.sessions.api.Affected;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionId;

/** Who has a seat in a session or waits for one, as far as the session asks. */
public interface Audience {

    /** Everybody who has a seat or waits for one, by id. */
    List<ParticipantId> everybody(SessionId session);

    /** Who has a seat in a mode. */
    Set<ParticipantId> seated(SessionId session, AttendanceMode mode);

    /** How many seats are taken, by mode; where people wait, they count too. Nobody takes a seat until this transaction ends. */
    Map<AttendanceMode, Integer> locked(SessionId session);

    /** Whose seat can't stay as it is, as sessions and registrations stand now; by person. */
    List<Affected> inConflict(SessionId session);
}
