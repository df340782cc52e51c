package org.sala.sessions;

import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionPlan;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SummitId;

/** Which session has a room or a facilitator in which slot: what no session can know by itself. */
interface Bookings {

    /**
     * Books the plan's room and facilitators for its slot, in the command's transaction.
     *
     * @throws SessionsRejected {@code ROOM_TAKEN}, {@code FACILITATOR_TAKEN}, naming the session that has them
     */
    void book(SessionId session, SummitId summit, SessionPlan plan);
}
