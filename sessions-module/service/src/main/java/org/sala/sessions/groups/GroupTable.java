package org.sala.sessions.groups;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.programme.Programme;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link GroupBook} in PostgreSQL. */
public final class GroupTable implements GroupBook {

    private final JdbcClient database;

    public GroupTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<ParticipantId> people(Programme.Entry session) {
        return Set.copyOf(database.sql("""
                        select participant from sign_up where session = :session and seated
                        union select substr(resource, length('person:') + 1)::uuid from booking
                            where session = :session and leads and resource like 'person:%'
                        union select participant from attendance_mark where session = :session and came
                        union select participant from known_participant
                            where :anybody and summit = :summit and :day = any(days)""")
                .param("session", session.session().value())
                .param("summit", session.summit().value())
                .param("day", session.day())
                .param("anybody", session.stage() == Programme.Stage.SCHEDULED && !session.signUpOpen())
                .query((row, _) -> new ParticipantId(row.getObject(1, UUID.class)))
                .list());
    }

    @Override
    public void enter(SessionId session, int round) {
        database.sql("insert into group_round (session, round) values (:session, :round) on conflict do nothing")
                .param("session", session.value())
                .param("round", round)
                .update();
    }

    @Override
    public List<Integer> rounds(SessionId session) {
        return database.sql("select round from group_round where session = :session order by round")
                .param("session", session.value())
                .query((row, _) -> row.getInt("round"))
                .list();
    }
}
