package org.sala.sessions;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionPlan;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.SummitId;

/** Every room has one session, whatever the slot: enough to see what a session does when it is refused. */
final class BookingsInMemory implements Bookings {

    private final Map<SessionId, String> rooms = new LinkedHashMap<>();

    @Override
    public void book(SessionId session, SummitId summit, SessionPlan plan) {
        var room = String.valueOf(plan.place().room());
        rooms.forEach((holder, taken) -> {
            if (taken.equals(room)) {
                throw new SessionsRejected(Reason.ROOM_TAKEN, Map.of("session", holder.toString()));
            }
        });
        rooms.put(session, room);
    }

    Map<SessionId, String> rooms() {
        return rooms;
    }
}
