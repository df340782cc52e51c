package org.sala.sessions;

import java.text.Normalizer;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionPlan;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.SummitId;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@link Bookings} in PostgreSQL, whose exclusion constraint refuses a second session in the same slot, whichever
 * command comes first and on whichever node. Keeps the seats of each session too, for the query.
 */
final class PostgresBookings implements Bookings {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final JdbcClient database;

    PostgresBookings(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void book(SessionId session, SummitId summit, SessionPlan plan) {
        // in one order for every session, so that two that want the same things wait for each other only one way round
        var wanted = new TreeMap<String, Resource>();
        var room = plan.place().room();
        if (room != null) {
            wanted.put("room:" + summit + ":" + normalized(room), new Room());
        }
        plan.facilitators().forEach(who -> wanted.put("facilitator:" + who, new Facilitator(who)));
        wanted.forEach((name, resource) -> {
            if (!booked(session, name, plan)) {
                throw refusal(session, resource, holder(name, plan));
            }
        });
        plan.seats().forEach((mode, seats) -> seat(session, mode, seats));
    }

    /** A session that finds its own booking was scheduled on another node this moment: decided anew, it is a repeat. */
    private static RuntimeException refusal(SessionId session, Resource resource, String holder) {
        return holder.equals(session.toString())
                ? new CannotAcquireLockException("session " + session + " is being scheduled elsewhere")
                : resource.takenBy(holder);
    }

    private boolean booked(SessionId session, String resource, SessionPlan plan) {
        return database.sql("""
                                insert into booking (session, resource, slot)
                                values (:session, :resource, tstzrange(:start, :end))
                                on conflict do nothing""")
                        .param("session", session.value())
                        .param("resource", resource)
                        .param("start", plan.slot().start().atOffset(ZoneOffset.UTC))
                        .param("end", plan.slot().end().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private String holder(String resource, SessionPlan plan) {
        return database.sql("""
                        select session::text from booking
                        where resource = :resource and slot && tstzrange(:start, :end)
                        order by slot limit 1""")
                .param("resource", resource)
                .param("start", plan.slot().start().atOffset(ZoneOffset.UTC))
                .param("end", plan.slot().end().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .single();
    }

    private void seat(SessionId session, AttendanceMode mode, int seats) {
        var entered = database.sql("""
                        insert into session_seats (session, mode, seats) values (:session, :mode, :seats)
                        on conflict do nothing""")
                .param("session", session.value())
                .param("mode", mode.name())
                .param("seats", seats)
                .update();
        if (entered == 0) {
            throw new CannotAcquireLockException("session " + session + " is being scheduled elsewhere");
        }
    }

    /** People write the name of a room as it comes: the same room whatever its capitals, spaces and composition. */
    private static String normalized(String room) {
        var composed = Normalizer.normalize(room.strip(), Normalizer.Form.NFC);
        return SPACES.matcher(composed).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    private sealed interface Resource {
        SessionsRejected takenBy(String session);
    }

    private record Room() implements Resource {
        @Override
        public SessionsRejected takenBy(String session) {
            return new SessionsRejected(Reason.ROOM_TAKEN, Map.of("session", session));
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
