package org.sala.sessions.programme;

import java.util.Optional;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionPlan;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.Slot;
import org.sala.sessions.api.SummitId;

/**
 * Which session has a room, or a person, in which slot: what no session can know by itself. A person is booked who leads a
 * session, has a seat in it, or waits for one.
 */
public interface Bookings {

    /**
     * Books the plan's room and facilitators for its slot, in the command's transaction.
     *
     * @throws SessionsRejected {@code ROOM_TAKEN}, {@code FACILITATOR_TAKEN}, naming the session that has them
     */
    void book(SessionId session, SummitId summit, SessionPlan plan);

    /**
     * Books them anew, for a session that was planned otherwise; who is signed up is taken along, and doesn't hinder it.
     *
     * @throws SessionsRejected as in {@link #book}
     */
    void move(SessionId session, SummitId summit, SessionPlan plan);

    /** Frees the room, and everybody. */
    void free(SessionId session);

    /**
     * Books somebody who signs up.
     *
     * @return the session that has them in that slot, which may be the same one; empty: they are booked
     */
    Optional<SessionId> book(SessionId session, Slot slot, ParticipantId participant);

    /** Books somebody who signs up, whatever session has them in that slot. */
    void bookRegardless(SessionId session, Slot slot, ParticipantId participant);

    /** Frees somebody who was signed up. */
    void free(SessionId session, ParticipantId participant);
}
