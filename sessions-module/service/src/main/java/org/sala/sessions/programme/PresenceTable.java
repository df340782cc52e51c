package org.sala.sessions.programme;

import java.util.Map;
import java.util.Optional;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Presences} in PostgreSQL, whose unique index admits each person to one running session. */
public final class PresenceTable implements Presences {

    private final JdbcClient database;

    public PresenceTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void enter(ParticipantId participant, SessionId session, AttendanceMode mode) {
        // who was in it before comes again
        database.sql("delete from presence where session = :session and participant = :participant and not running")
                .param("session", session.value())
                .param("participant", participant.value())
                .update();
        while (!entered(participant, session, mode)) {
            // that other session may have ended in between: then there is none to name, and room to enter
            whereIs(participant).ifPresent(other -> {
                throw refusal(session, other);
            });
        }
    }

    /** A person who is found in this very session joined it on another node this moment: decided anew, it is a repeat. */
    private static RuntimeException refusal(SessionId session, String whereabouts) {
        return whereabouts.equals(session.toString())
                ? new CannotAcquireLockException("session " + session + " is being joined elsewhere")
                : new SessionsRejected(Reason.IN_ANOTHER_SESSION, Map.of("session", whereabouts));
    }

    private boolean entered(ParticipantId participant, SessionId session, AttendanceMode mode) {
        return database.sql("""
                                insert into presence (session, participant, mode)
                                values (:session, :participant, :mode)
                                on conflict (participant) where running do nothing""")
                        .param("session", session.value())
                        .param("participant", participant.value())
                        .param("mode", mode.name())
                        .update()
                == 1;
    }

    private Optional<String> whereIs(ParticipantId participant) {
        return database.sql("select session::text from presence where participant = :participant and running")
                .param("participant", participant.value())
                .query(String.class)
                .optional();
    }

    @Override
    public void leave(ParticipantId participant, SessionId session) {
        database.sql("""
                        update presence set running = false
                        where session = :session and participant = :participant and running""")
                .param("session", session.value())
                .param("participant", participant.value())
                .update();
    }

    @Override
    public void leave(SessionId session) {
        database.sql("update presence set running = false where session = :session and running")
                .param("session", session.value())
                .update();
    }
}
