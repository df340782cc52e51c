package org.sala.feedback;

import java.util.List;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.Projection;
import org.sala.sessions.api.SessionsEvent.SessionScheduled;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes in from sessions which sessions a summit has, so that a board can hang in one. */
final class SessionsFacts implements Projection {

    @Override
    public String name() {
        return "sessions-facts";
    }

    @Override
    public List<String> tables() {
        return List.of("known_session");
    }

    @Override
    public void fold(Fact fact, JdbcClient database) {
        // a board hangs where it was hung, whatever becomes of the session
        if (fact.event() instanceof SessionScheduled scheduled) {
            know(scheduled, database);
        }
    }

    private static void know(SessionScheduled scheduled, JdbcClient database) {
        database.sql("""
                        insert into known_session (session, summit) values (:session, :summit)
                        on conflict (session) do update set summit = excluded.summit""")
                .param("session", scheduled.session().value())
                .param("summit", scheduled.summit().value())
                .update();
    }
}
