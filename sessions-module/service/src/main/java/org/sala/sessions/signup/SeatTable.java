package org.sala.sessions.signup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.sessions.api.Affected;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.ReleaseReason;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionsQueries.AgendaEntry;
import org.sala.sessions.api.SessionsQueries.SeatCount;
import org.sala.sessions.api.SessionsQueries.SeatInConflict;
import org.sala.sessions.api.SessionsQueries.SignedUp;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.Slot;
import org.sala.sessions.api.SummitId;
import org.sala.sessions.api.Waiver;
import org.sala.sessions.programme.Audience;
import org.sala.sessions.programme.Programme;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seats and queues in PostgreSQL. Takes part in whatever transaction it is called in. */
public final class SeatTable implements Seats, Audience {

    /**
     * What can't stay as it is, of seats in sessions that are still to come. A rule that staff waived stands in nobody's
     * way.
     */
    private static final String CONFLICTS = """
            select * from (
                select u.session, u.participant, s.summit,
                    case
                        when not 'OVERLAP' = any(u.waived) and o.session is not null then 'OVERLAP'
                        when not 'DAY' = any(u.waived) and not coalesce(s.day = any(p.days), false) then 'NOT_EXPECTED'
                        when not 'ELIGIBILITY' = any(u.waived) and cardinality(s.cohorts) > 0
                            and not coalesce(k.cohort, 'OTHER') = any(s.cohorts)
                            and not coalesce(p.role, '') = any(s.roles) then 'NOT_ELIGIBLE'
                    end as conflict,
                    case when not 'OVERLAP' = any(u.waived) then o.session end as other
                from sign_up u
                    join session s on s.session = u.session and s.state = 'SCHEDULED'
                    left join known_participant p on p.participant = u.participant and p.summit = s.summit
                    left join known_organization k on k.organization = p.organization
                    left join lateral (
                        select b.session from booking b
                        where b.resource = 'person:' || u.participant and b.session <> u.session and b.slot && s.slot
                        order by b.slot, b.session limit 1) o on true) c
            where c.conflict is not null and\s""";

    private final JdbcClient database;

    public SeatTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Given take(
            Programme.Entry session,
            AttendanceMode mode,
            ParticipantId participant,
            Set<Waiver.Rule> waived,
            Instant now) {
        // counted before it is written down: whoever comes second waits here, and places come in the order of coming
        var given = database.sql("""
                        update session_seats
                        set taken = taken + case when taken < seats and waiting = 0 then 1 else 0 end,
                            waiting = waiting + case when taken < seats and waiting = 0 then 0 else 1 end
                        where session = :session and mode = :mode and open and revision = :revision
                        returning waiting > 0""")
                .param("session", session.session().value())
                .param("mode", mode.name())
                .param("revision", session.revision())
                .query(Boolean.class)
                .optional()
                .map(waits -> waits ? Given.PLACE_IN_QUEUE : Given.SEAT)
                .orElseThrow(() -> noSeats(session, mode));
        database.sql("""
                        insert into sign_up (session, participant, mode, seated, waived, since)
                        values (:session, :participant, :mode, :seated, :waived, :since)""")
                .param("session", session.session().value())
                .param("participant", participant.value())
                .param("mode", mode.name())
                .param("seated", given == Given.SEAT)
                .param("waived", waived.stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("since", now.atOffset(ZoneOffset.UTC))
                .update();
        return given;
    }

    /** It has no such seats; or it was planned anew, started or called off since it was read, and is decided anew. */
    private RuntimeException noSeats(Programme.Entry session, AttendanceMode mode) {
        var offered = counts(session.session()).stream().anyMatch(count -> count.mode() == mode);
        return offered
                ? new CannotAcquireLockException("session " + session.session() + " is another this moment")
                : new SessionsRejected(Reason.NO_SEATS_IN_MODE);
    }

    @Override
    public void release(SessionId session, ParticipantId participant) {
        // the seat's row first, as everybody does
        database.sql("""
                        select 1 from session_seats where session = :session and mode = (
                            select mode from sign_up where session = :session and participant = :participant)
                        for no key update""").params(key(session, participant)).query().listOfRows();
        database.sql("""
                        with gone as (
                            delete from sign_up where session = :session and participant = :participant
                            returning mode, seated
                        )
                        update session_seats s
                        set taken = taken - case when gone.seated then 1 else 0 end,
                            waiting = waiting - case when gone.seated then 0 else 1 end
                        from gone where s.session = :session and s.mode = gone.mode""").params(key(session, participant)).update();
    }

    @Override
    public boolean promote(SessionId session, ParticipantId participant) {
        var counted = database.sql("""
                        update session_seats s set taken = taken + 1, waiting = waiting - 1
                        where s.session = :session and taken < seats
                            and s.mode = (select mode from sign_up
                                where session = :session and participant = :participant and not seated)""").params(key(session, participant)).update();
        if (counted == 0) {
            return false;
        }
        // whose turn it is, is known now that nobody else's seat can be given in between
        var seated = database.sql("""
                        update sign_up u set seated = true
                        where session = :session and participant = :participant and not seated
                            and not exists (select from sign_up before
                                where before.session = u.session and before.mode = u.mode and not before.seated
                                    and before.place < u.place)""").params(key(session, participant)).update();
        if (seated == 0) {
            throw new CannotAcquireLockException("it is somebody else's turn in session " + session);
        }
        return true;
    }

    private static Map<String, Object> key(SessionId session, ParticipantId participant) {
        return Map.of("session", session.value(), "participant", participant.value());
    }

    /** Whose turn it is, where a seat is free; empty where none is, or nobody waits. */
    public Optional<PromoteSeat> next(SessionId session) {
        return database.sql("""
                        select u.participant from sign_up u join session_seats s using (session, mode)
                        where u.session = :session and not u.seated and s.taken < s.seats
                        order by u.place limit 1""")
                .param("session", session.value())
                .query((row, _) -> new PromoteSeat(session, participant(row)))
                .optional();
    }

    /** Seats in sessions to come of people whom registration expects on no day any more. */
    List<GiveUpSeat> ofWhoDoesNotCome() {
        return database.sql("""
                        select u.session, u.participant
                        from sign_up u join session s using (session) join known_participant p using (participant)
                        where s.state = 'SCHEDULED' and p.days = '{}' and cardinality(u.waived) = 0
                        order by u.place limit 1000""")
                .query((row, _) -> new GiveUpSeat(session(row, "session"), participant(row), ReleaseReason.NOT_COMING))
                .list();
    }

    @Override
    public List<ParticipantId> everybody(SessionId session) {
        return database.sql("select participant from sign_up where session = :session order by participant")
                .param("session", session.value())
                .query((row, _) -> participant(row))
                .list();
    }

    @Override
    public Set<ParticipantId> seated(SessionId session, AttendanceMode mode) {
        return Set.copyOf(database.sql("""
                        select participant from sign_up where session = :session and mode = :mode and seated""")
                .param("session", session.value())
                .param("mode", mode.name())
                .query((row, _) -> participant(row))
                .list());
    }

    @Override
    public Map<AttendanceMode, Integer> locked(SessionId session) {
        var taken = new EnumMap<AttendanceMode, Integer>(AttendanceMode.class);
        database.sql("""
                        select mode, taken, waiting from session_seats where session = :session
                        order by mode for no key update""").param("session", session.value()).query(row -> {
            // a queue needs its mode, and as many seats as are taken
            var needed = Math.max(row.getInt("taken"), row.getInt("waiting") > 0 ? 1 : 0);
            taken.put(AttendanceMode.valueOf(row.getString("mode")), needed);
        });
        return taken;
    }

    @Override
    public List<Affected> inConflict(SessionId session) {
        return database.sql(CONFLICTS + "c.session = :id order by c.participant")
                .param("id", session.value())
                .query((row, _) -> affected(row))
                .list();
    }

    /** The same of a whole summit, by session. */
    public List<SeatInConflict> inConflict(SummitId summit) {
        return database.sql(CONFLICTS + "c.summit = :id order by c.session, c.participant")
                .param("id", summit.value())
                .query((row, _) -> new SeatInConflict(session(row, "session"), affected(row)))
                .list();
    }

    /** How full a session is, by mode. */
    public List<SeatCount> counts(SessionId session) {
        return database.sql("""
                        select z.mode, z.seats, z.taken, z.waiting,
                            case when s.state = 'ENDED' then (select count(distinct m.participant)
                                from attendance_mark m where m.session = z.session and m.mode = z.mode and m.came)
                            else (select count(*) from presence p
                                where p.session = z.session and p.mode = z.mode and p.running) end::int as present
                        from session_seats z join session s using (session)
                        where z.session = :session order by z.mode""")
                .param("session", session.value())
                .query((row, _) -> new SeatCount(
                        mode(row),
                        row.getInt("seats"),
                        row.getInt("present"),
                        row.getInt("taken"),
                        row.getInt("waiting")))
                .list();
    }

    /** Who has a seat in a session, and then who waits, each in the order in which they came. */
    public List<SignedUp> signUps(SessionId session) {
        return database.sql("""
                        select participant, mode, since, case when not seated then
                            row_number() over (partition by mode, seated order by place) end as turn
                        from sign_up where session = :session order by seated desc, place""")
                .param("session", session.value())
                .query((row, _) -> new SignedUp(participant(row), mode(row), turn(row), moment(row, "since")))
                .list();
    }

    /** What somebody has a seat in, waits for or leads, by when it begins. */
    public List<AgendaEntry> agenda(ParticipantId participant) {
        return database.sql("""
                        select b.session, s.summit, s.day, lower(s.slot) as starts, upper(s.slot) as ends, u.mode, b.leads,
                            case when not u.seated then (select count(*) from sign_up v
                                where v.session = u.session and v.mode = u.mode and not v.seated
                                    and v.place <= u.place) end as turn,
                            exists (select from (%s true) x
                                where x.session = b.session and x.participant = :participant) as conflict
                        from booking b join session s using (session)
                            left join sign_up u on u.session = b.session and u.participant = :participant
                        where b.resource = 'person:' || :participant and s.state <> 'CANCELLED'
                        order by starts, b.session""".formatted(CONFLICTS))
                .param("participant", participant.value())
                .query((row, _) -> new AgendaEntry(
                        session(row, "session"),
                        new SummitId(row.getObject("summit", UUID.class)),
                        row.getInt("day"),
                        new Slot(moment(row, "starts"), moment(row, "ends")),
                        row.getString("mode") == null ? null : mode(row),
                        turn(row),
                        row.getBoolean("leads"),
                        row.getBoolean("conflict")))
                .list();
    }

    private static Affected affected(ResultSet row) throws SQLException {
        var conflict = Affected.Conflict.valueOf(row.getString("conflict"));
        return new Affected(
                participant(row), conflict, conflict == Affected.Conflict.OVERLAP ? session(row, "other") : null);
    }

    private static @Nullable Integer turn(ResultSet row) throws SQLException {
        return row.getObject("turn") == null ? null : row.getInt("turn");
    }

    private static ParticipantId participant(ResultSet row) throws SQLException {
        return new ParticipantId(row.getObject("participant", UUID.class));
    }

    private static SessionId session(ResultSet row, String column) throws SQLException {
        return new SessionId(row.getObject(column, UUID.class));
    }

    private static AttendanceMode mode(ResultSet row) throws SQLException {
        return AttendanceMode.valueOf(row.getString("mode"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
