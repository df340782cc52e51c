package org.sala.sessions.programme;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.Place;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionPlan;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.Slot;
import org.sala.sessions.api.SummitId;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@link Bookings} in PostgreSQL, whose exclusion constraint refuses a second session in the same slot, whichever
 * command comes first and on whichever node.
 */
public final class BookingTable implements Bookings {

    /** Whether nothing else of this resource, here {@code b}, lies in its slot. */
    private static final String ALONE = """
            not exists (select from booking o
                where o.resource = b.resource and o.session <> b.session and o.slot && b.slot)
            """;

    private final JdbcClient database;

    public BookingTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void book(SessionId session, SummitId summit, SessionPlan plan) {
        // in one order for every session, so that two that want the same things wait for each other only one way round
        var wanted = new TreeMap<String, Resource>();
        var room = plan.place().room();
        if (room != null) {
            wanted.put("room:" + summit + ":" + Place.sameRoom(room), new Room());
        }
        plan.facilitators().forEach(who -> wanted.put(person(who), new Facilitator(who)));
        wanted.forEach((name, resource) -> {
            if (!booked(session, name, plan.slot(), true, true)) {
                throw refusal(session, resource, holder(name, plan.slot()));
            }
        });
    }

    @Override
    public void move(SessionId session, SummitId summit, SessionPlan plan) {
        database.sql("delete from booking where session = :session and leads")
                .param("session", session.value())
                .update();
        slot(database.sql("""
                        update booking set slot = tstzrange(:start, :end), binds = false where session = :session"""), plan.slot()).param("session", session.value()).update();
        book(session, summit, plan);
        bindAgain("b.session = :id", session.value());
    }

    @Override
    public void free(SessionId session) {
        database.sql("delete from booking where session = :session")
                .param("session", session.value())
                .update();
    }

    @Override
    public Optional<SessionId> book(SessionId session, Slot slot, ParticipantId participant) {
        return booked(session, person(participant), slot, false, true)
                ? Optional.empty()
                : Optional.of(new SessionId(UUID.fromString(holder(person(participant), slot))));
    }

    @Override
    public void bookRegardless(SessionId session, Slot slot, ParticipantId participant) {
        booked(session, person(participant), slot, false, false);
    }

    @Override
    public void free(SessionId session, ParticipantId participant) {
        database.sql("delete from booking where session = :session and resource = :resource and not leads")
                .param("session", session.value())
                .param("resource", person(participant))
                .update();
        bindAgain("b.resource = 'person:' || :id", participant.value());
    }

    /** What stood in the way of a booking may be gone: then it binds again. */
    private void bindAgain(String which, UUID id) {
        try {
            database.sql("update booking b set binds = true where not b.binds and " + which + " and " + ALONE)
                    .param("id", id)
                    .update();
        } catch (DataIntegrityViolationException raced) {
            throw new CannotAcquireLockException("a booking was made in the same slot this moment", raced);
        }
    }

    /** A session that finds its own booking was scheduled on another node this moment: decided anew, it is a repeat. */
    private static RuntimeException refusal(SessionId session, Resource resource, String holder) {
        return holder.equals(session.toString())
                ? new CannotAcquireLockException("session " + session + " is being scheduled elsewhere")
                : resource.takenBy(holder);
    }

    private boolean booked(SessionId session, String resource, Slot slot, boolean leads, boolean binds) {
        return slot(database.sql("""
                                insert into booking (session, resource, slot, leads, binds)
                                values (:session, :resource, tstzrange(:start, :end), :leads, :binds)
                                on conflict do nothing"""), slot)
                        .param("session", session.value())
                        .param("resource", resource)
                        .param("leads", leads)
                        .param("binds", binds)
                        .update()
                == 1;
    }

    private String holder(String resource, Slot slot) {
        return slot(database.sql("""
                        select session::text from booking
                        where resource = :resource and slot && tstzrange(:start, :end)
                        order by binds desc, slot limit 1"""), slot)
                .param("resource", resource)
                .query(String.class)
                .optional()
                // whoever had it let it go this moment
                .orElseThrow(() -> new CannotAcquireLockException("what was booked came free this moment"));
    }

    private static JdbcClient.StatementSpec slot(JdbcClient.StatementSpec statement, Slot slot) {
        return statement
                .param("start", slot.start().atOffset(ZoneOffset.UTC))
                .param("end", slot.end().atOffset(ZoneOffset.UTC));
    }

    private static String person(ParticipantId participant) {
        return "person:" + participant;
    }

    private sealed interface Resource {
        SessionsRejected takenBy(String session);
    }

    private record Room() implements Resource {
        @Override
        public SessionsRejected takenBy(String session) {
            return SessionsRejected.of(Reason.ROOM_TAKEN, "session", session);
        }
    }

    private record Facilitator(ParticipantId participant) implements Resource {
        @Override
        public SessionsRejected takenBy(String session) {
            return new SessionsRejected(
                    Reason.FACILITATOR_TAKEN, Map.of("session", session, "participant", participant.toString()));
        }
    }
}
