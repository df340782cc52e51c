package org.sala.feedback;

import org.sala.feedback.api.ParticipantId;
import org.sala.feedback.api.SessionId;
import org.sala.feedback.api.SummitId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what {@link RegistrationFacts} and {@link SessionsFacts} took in. */
final class PostgresKnown implements Known {

    private final JdbcClient database;

    PostgresKnown(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean isAnnounced(SummitId summit) {
        return database.sql("select exists (select 1 from known_summit where summit = :summit)")
                .param("summit", summit.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isRegistered(ParticipantId participant, SummitId summit) {
        return database.sql("""
                        select exists (
                            select 1 from known_participant where participant = :participant and summit = :summit)""")
                .param("participant", participant.value())
                .param("summit", summit.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isScheduled(SessionId session, SummitId summit) {
        return database.sql("select exists (select 1 from known_session where session = :session and summit = :summit)")
                .param("session", session.value())
                .param("summit", summit.value())
                .query(Boolean.class)
                .single();
    }
}
