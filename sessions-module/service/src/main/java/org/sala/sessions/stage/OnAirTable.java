package org.sala.sessions.stage;

import java.util.Map;
import org.sala.sessions.api.InterviewId;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.SummitId;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link OnAir} in PostgreSQL, where a summit has one row. */
public final class OnAirTable implements OnAir {

    private final JdbcClient database;

    public OnAirTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void take(SummitId summit, SessionId session, InterviewId interview) {
        var entered = database.sql("""
                        insert into on_air (summit, session, interview) values (:summit, :session, :interview)
                        on conflict do nothing""")
                .param("summit", summit.value())
                .param("session", session.value())
                .param("interview", interview.value())
                .update();
        if (entered == 0) {
            throw taken(summit, interview);
        }
    }

    private RuntimeException taken(SummitId summit, InterviewId interview) {
        return database.sql("select session::text, interview::text from on_air where summit = :summit")
                .param("summit", summit.value())
                .query((row, _) -> Map.of("session", row.getString("session"), "interview", row.getString("interview")))
                .optional()
                .filter(other -> !interview.toString().equals(other.get("interview")))
                .<RuntimeException>map(other -> new SessionsRejected(Reason.ON_AIR, other))
                // it went off air this moment, or is being started on another node: decided anew, it may go
                .orElseGet(() -> new CannotAcquireLockException("the stage of " + summit + " changes this moment"));
    }

    @Override
    public void leave(SummitId summit, InterviewId interview) {
        database.sql("delete from on_air where summit = :summit and interview = :interview")
                .param("summit", summit.value())
                .param("interview", interview.value())
                .update();
    }
}
