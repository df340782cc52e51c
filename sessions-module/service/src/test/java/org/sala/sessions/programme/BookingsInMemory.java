package org.sala.sessions.programme;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionPlan;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.Slot;
import org.sala.sessions.api.SummitId;

/** Every room and person has one session, whatever the slot: enough to see what is done when a booking is refused. */
public final class BookingsInMemory implements Bookings {

    private final Map<SessionId, String> rooms = new LinkedHashMap<>();
    private final Map<ParticipantId, SessionId> people = new HashMap<>();

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

    @Override
    public void move(SessionId session, SummitId summit, SessionPlan plan) {
        rooms.remove(session);
        book(session, summit, plan);
    }

    @Override
    public void free(SessionId session) {
        rooms.remove(session);
        people.values().removeIf(session::equals);
    }

    @Override
    public Optional<SessionId> book(SessionId session, Slot slot, ParticipantId participant) {
        return Optional.ofNullable(people.putIfAbsent(participant, session));
    }

    @Override
    public void bookRegardless(SessionId session, Slot slot, ParticipantId participant) {
        people.put(participant, session);
    }

    @Override
    public void free(SessionId session, ParticipantId participant) {
        people.remove(participant, session);
    }

    public Map<SessionId, String> rooms() {
        return rooms;
    }

    public Map<ParticipantId, SessionId> people() {
        return people;
    }
}
