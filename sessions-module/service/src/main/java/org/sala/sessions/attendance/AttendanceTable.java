package org.sala.sessions.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.Attended;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionsQueries.Learning;
import org.sala.sessions.api.SessionsQueries.Presence;
import org.sala.sessions.api.SummitId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The marks of all sessions in PostgreSQL. Takes part in whatever transaction it is called in. */
public final class AttendanceTable {

    private final JdbcClient database;

    public AttendanceTable(JdbcClient database) {
        this.database = database;
    }

    public void tell(SessionId session, Mark mark) {
        database.sql("""
                        insert into attendance_mark (session, participant, mode, came, at)
                        values (:session, :participant, :mode, :came, :at)
                        on conflict do nothing""")
                .param("session", session.value())
                .param("participant", mark.participant().value())
                .param("mode", mark.mode().name())
                .param("came", mark.came())
                .param("at", mark.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * How long each person was in a session, by person.
     *
     * @param over whether nobody is inside any more
     */
    public List<Presence> of(SessionId session, Held held, boolean over) {
        var marks = database.sql("select * from attendance_mark where session = :session order by participant, at")
                .param("session", session.value())
                .query((row, _) -> mark(row))
                .list();
        return marks.stream()
                .collect(Collectors.groupingBy(Mark::participant, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(person -> presence(person.getKey(), person.getValue(), held, over))
                .toList();
    }

    private static Presence presence(ParticipantId participant, List<Mark> marks, Held held, boolean over) {
        return new Presence(
                participant,
                TimePresent.of(marks, held).minutes(),
                marks.stream().filter(Mark::came).map(Mark::mode).collect(Collectors.toUnmodifiableSet()),
                !over && Attendance.of(marks).modeOf(participant).isPresent());
    }

    /**
     * How long a person was in sessions that are over.
     *
     * @param summit of which; absent: of all
     */
    public Learning learning(ParticipantId participant, @Nullable SummitId summit) {
        var held = new LinkedHashMap<SessionId, Held>();
        var marks = new HashMap<SessionId, List<Mark>>();
        database.sql("""
                        select m.*, s.started_at, s.ended_at
                        from attendance_mark m join session s using (session)
                        where m.participant = :participant and s.state = 'ENDED'
                            and (:summit::uuid is null or s.summit = :summit)
                        order by s.started_at, m.session""")
                .param("participant", participant.value())
                .param("summit", summit == null ? null : summit.value(), Types.OTHER)
                .query(row -> {
                    var session = new SessionId(row.getObject("session", UUID.class));
                    held.put(session, new Held(moment(row, "started_at"), moment(row, "ended_at")));
                    marks.computeIfAbsent(session, _ -> new ArrayList<>()).add(mark(row));
                });
        var sessions = new ArrayList<Attended>();
        var all = new TimePresent(List.of());
        for (var session : held.entrySet()) {
            var present = TimePresent.of(marks.getOrDefault(session.getKey(), List.of()), session.getValue());
            all = all.and(present);
            if (present.minutes() > 0) {
                sessions.add(new Attended(session.getKey(), present.minutes()));
            }
        }
        return new Learning(sessions, all.minutes());
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(
                new ParticipantId(row.getObject("participant", UUID.class)),
                AttendanceMode.valueOf(row.getString("mode")),
                row.getBoolean("came"),
                moment(row, "at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
