package org.sala.sessions.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.sessions.api.Cohort;
import org.sala.sessions.api.Eligibility;
import org.sala.sessions.api.ParticipantRole;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionKind;
import org.sala.sessions.api.SessionPlan;
import org.sala.sessions.api.SessionsEvent.ParticipantJoinedSession;
import org.sala.sessions.api.SessionsEvent.ParticipantLeftSession;
import org.sala.sessions.api.SessionsEvent.SessionCancelled;
import org.sala.sessions.api.SessionsEvent.SessionEnded;
import org.sala.sessions.api.SessionsEvent.SessionEvent;
import org.sala.sessions.api.SessionsEvent.SessionRescheduled;
import org.sala.sessions.api.SessionsEvent.SessionScheduled;
import org.sala.sessions.api.SessionsEvent.SessionStarted;
import org.sala.sessions.api.SessionsEvent.SignUpOpened;
import org.sala.sessions.api.Slot;
import org.sala.sessions.api.SummitId;
import org.sala.sessions.attendance.AttendanceTable;
import org.sala.sessions.attendance.Mark;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The programme in PostgreSQL: sessions, how many seats each has, and who was in it when. */
public final class ProgrammeTable implements Programme {

    private final JdbcClient database;
    private final AttendanceTable attendance;

    public ProgrammeTable(JdbcClient database) {
        this.database = database;
        this.attendance = new AttendanceTable(database);
    }

    @Override
    public Optional<Entry> find(SessionId session) {
        return database.sql("""
                        select s.*, lower(slot) as starts, upper(slot) as ends,
                            (select max(revision) from session_seats z where z.session = s.session) as revision
                        from session s where session = :session""")
                .param("session", session.value())
                .query((row, _) -> entry(row))
                .optional();
    }

    @Override
    public void tell(SessionEvent event) {
        switch (event) {
            case SessionScheduled scheduled -> enter(scheduled);
            case SessionRescheduled rescheduled -> revise(rescheduled);
            case SessionCancelled cancelled -> cancel(cancelled.session());
            case SignUpOpened opened -> signUp(opened.session(), true);
            case SessionStarted started -> {
                signUp(started.session(), false);
                stage(started.session(), Stage.RUNNING, "started_at", started.occurredAt());
            }
            case ParticipantJoinedSession joined ->
                attendance.tell(
                        joined.session(), new Mark(joined.participant(), joined.mode(), true, joined.occurredAt()));
            case ParticipantLeftSession left ->
                attendance.tell(left.session(), new Mark(left.participant(), left.mode(), false, left.occurredAt()));
            case SessionEnded ended -> stage(ended.session(), Stage.ENDED, "ended_at", ended.occurredAt());
        }
    }

    private void enter(SessionScheduled scheduled) {
        var entered = written("""
                insert into session (session, summit, day, kind, slot, state, cohorts, roles)
                values (:session, :summit, :day, :kind, tstzrange(:start, :end), 'SCHEDULED', :cohorts, :roles)
                on conflict do nothing""", scheduled.session(), scheduled.day(), scheduled.plan())
                .param("summit", scheduled.summit().value())
                .update();
        if (entered == 0) {
            // scheduled on another node this moment: decided anew, it is a repeat
            throw new CannotAcquireLockException("session " + scheduled.session() + " is being scheduled elsewhere");
        }
        seats(scheduled.session(), scheduled.plan());
    }

    private void revise(SessionRescheduled rescheduled) {
        written("""
                update session set day = :day, kind = :kind, slot = tstzrange(:start, :end), cohorts = :cohorts,
                    roles = :roles
                where session = :session""", rescheduled.session(), rescheduled.day(), rescheduled.plan())
                .update();
        database.sql("delete from session_seats where session = :session and not mode = any(:modes)")
                .param("session", rescheduled.session().value())
                .param("modes", names(rescheduled.plan().seats().keySet()))
                .update();
        seats(rescheduled.session(), rescheduled.plan());
        database.sql("""
                        update session_seats
                        set revision = (select max(revision) + 1 from session_seats where session = :session)
                        where session = :session""").param("session", rescheduled.session().value()).update();
    }

    private JdbcClient.StatementSpec written(String sql, SessionId session, int day, SessionPlan plan) {
        var eligibility = plan.eligibility() == null ? Eligibility.EVERYBODY : plan.eligibility();
        return database.sql(sql)
                .param("session", session.value())
                .param("day", day)
                .param("kind", plan.kind().name())
                .param("start", plan.slot().start().atOffset(ZoneOffset.UTC))
                .param("end", plan.slot().end().atOffset(ZoneOffset.UTC))
                .param("cohorts", names(eligibility.cohorts()))
                .param("roles", names(eligibility.roles()));
    }

    private void seats(SessionId session, SessionPlan plan) {
        plan.seats()
                .forEach((mode, seats) -> database.sql("""
                                insert into session_seats (session, mode, seats, open)
                                select session, :mode, :seats, sign_up_open from session where session = :session
                                on conflict (session, mode) do update set seats = excluded.seats""")
                        .param("session", session.value())
                        .param("mode", mode.name())
                        .param("seats", seats)
                        .update());
    }

    private void signUp(SessionId session, boolean open) {
        for (var sql : new String[] {
            "update session_seats set open = :open where session = :session",
            "update session set sign_up_open = :open where session = :session"
        }) {
            database.sql(sql)
                    .param("session", session.value())
                    .param("open", open)
                    .update();
        }
    }

    private void cancel(SessionId session) {
        for (var sql : new String[] {
            "update session_seats set open = false, taken = 0, waiting = 0 where session = :session",
            "delete from sign_up where session = :session",
            "update session set state = 'CANCELLED', sign_up_open = false where session = :session"
        }) {
            database.sql(sql).param("session", session.value()).update();
        }
    }

    private void stage(SessionId session, Stage stage, String column, Instant at) {
        database.sql("update session set state = :state, %s = :at where session = :session".formatted(column))
                .param("session", session.value())
                .param("state", stage.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new SessionId(row.getObject("session", UUID.class)),
                new SummitId(row.getObject("summit", UUID.class)),
                row.getInt("day"),
                SessionKind.valueOf(row.getString("kind")),
                new Slot(moment(row, "starts"), moment(row, "ends")),
                Stage.valueOf(row.getString("state")),
                row.getBoolean("sign_up_open"),
                new Eligibility(set(row, "cohorts", Cohort::valueOf), set(row, "roles", ParticipantRole::valueOf)),
                maybe(row, "started_at"),
                maybe(row, "ended_at"),
                row.getInt("revision"));
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : moment(row, column);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static <T> Set<T> set(ResultSet row, String column, Function<String, T> read) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(read)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }
}
