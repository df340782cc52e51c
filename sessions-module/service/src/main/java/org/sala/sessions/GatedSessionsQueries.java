package org.sala.sessions;

import java.util.List;
import java.util.Set;
import org.sala.ports.CommandGate;
import org.sala.ports.Role;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionsQueries;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers from the books that the commands write, so that what is answered is never behind what was decided. */
final class GatedSessionsQueries implements SessionsQueries {

    private static final Set<Role> WHO_MAY = Set.of(Role.STAFF, Role.FACILITATOR, Role.AUDITOR, Role.DONOR);

    private final CommandGate gate;
    private final JdbcClient database;

    GatedSessionsQueries(CommandGate gate, JdbcClient database) {
        this.gate = gate;
        this.database = database;
    }

    @Override
    public List<SeatCount> seats(SessionId session, String accessToken) {
        gate.admit(accessToken, WHO_MAY, () -> new SessionsRejected(Reason.NOT_ALLOWED));
        var seats = database.sql("""
                        select s.mode, s.seats, count(p.participant)::int as present
                        from session_seats s left join presence p on p.session = s.session and p.mode = s.mode
                        where s.session = :session
                        group by s.mode, s.seats
                        order by s.mode""")
                .param("session", session.value())
                .query((row, _) -> new SeatCount(
                        AttendanceMode.valueOf(row.getString("mode")), row.getInt("seats"), row.getInt("present")))
                .list();
        if (seats.isEmpty()) {
            throw new SessionsRejected(Reason.SESSION_UNKNOWN);
        }
        return seats;
    }
}
