package org.sala.registration.seats;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationQueries.SeatCount;
import org.sala.registration.api.SummitDay;
import org.sala.registration.api.SummitId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seats and waiting lists in PostgreSQL. Takes part in whatever transaction it is called in. */
public final class SeatTables implements Seats {

    /**
     * Who waits and could have a seat now: somebody whose organisation holds less than its share of the day. Needs the
     * waiting row as {@code w} and the day's as {@code d}.
     */
    private static final String MAY_HAVE_ONE = """
            (w.organization is null or d.per_organization is null or d.per_organization > (
                select count(*) from seat_holder h
                where h.summit = w.summit and h.day = w.day and h.organization = w.organization))
            """;

    private final JdbcClient database;

    public SeatTables(JdbcClient database) {
        this.database = database;
    }

    /**
     * Makes the seats of a summit what its days say; what is taken stays taken. Takes days and modes away that are said
     * no more, which must be empty.
     */
    public void enter(SummitId summit, List<SummitDay> days) {
        for (var day : days) {
            database.sql("""
                            insert into summit_day (summit, day, date, cohorts, roles, per_organization)
                            values (:summit, :day, :date, :cohorts, :roles, :most)
                            on conflict (summit, day) do update
                                set date = excluded.date, cohorts = excluded.cohorts, roles = excluded.roles,
                                    per_organization = excluded.per_organization
                            """)
                    .param("summit", summit.value())
                    .param("day", day.number())
                    .param("date", day.date())
                    .param("cohorts", names(day.admits().cohorts()))
                    .param("roles", names(day.admits().roles()))
                    .param("most", day.perOrganization())
                    .update();
            day.seats()
                    .forEach((mode, seats) -> database.sql("""
                            insert into seat (summit, day, mode, seats) values (:summit, :day, :mode, :seats)
                            on conflict (summit, day, mode) do update set seats = excluded.seats
                            """)
                            .param("summit", summit.value())
                            .param("day", day.number())
                            .param("mode", mode.name())
                            .param("seats", seats)
                            .update());
            database.sql("delete from seat where summit = :summit and day = :day and not mode = any(:modes)")
                    .param("summit", summit.value())
                    .param("day", day.number())
                    .param("modes", names(day.seats().keySet()))
                    .update();
        }
        for (var table : List.of("seat", "summit_day")) {
            database.sql("delete from " + table + " where summit = :summit and day > :last")
                    .param("summit", summit.value())
                    .param("last", days.size())
                    .update();
        }
    }

    private static String[] names(Iterable<? extends Enum<?>> constants) {
        var names = new ArrayList<String>();
        constants.forEach(constant -> names.add(constant.name()));
        return names.toArray(String[]::new);
    }

    /** How full a summit is, by day and mode; empty where there is no such summit. */
    public List<SeatCount> counts(SummitId summit) {
        return counts(summit, "");
    }

    @Override
    public List<SeatCount> locked(SummitId summit) {
        return counts(summit, "for update");
    }

    private List<SeatCount> counts(SummitId summit, String locking) {
        return database.sql("""
                        select day, mode, seats, taken, waiting from seat where summit = :summit order by day, mode
                        """ + locking)
                .param("summit", summit.value())
                .query((row, number) -> new SeatCount(
                        row.getInt("day"),
                        AttendanceMode.valueOf(row.getString("mode")),
                        row.getInt("seats"),
                        row.getInt("taken"),
                        row.getInt("waiting")))
                .list();
    }

    @Override
    public void lockShare(OrganizationId organization) {
        database.sql("select 1 from organization where organization = :organization for no key update")
                .param("organization", organization.value())
                .query((row, number) -> true)
                .optional();
    }

    @Override
    public SortedMap<Integer, Outcome> take(
            Seeker seeker, Map<Integer, AttendanceMode> modes, Map<Integer, Integer> mostByDay) {
        var outcomes = new TreeMap<Integer, Outcome>();
        var entered = enter(seeker, modes);
        modes.keySet().forEach(day -> outcomes.put(day, Outcome.TAKEN));
        new TreeMap<>(entered).forEach((day, counted) -> {
            var mode = Objects.requireNonNull(modes.get(day));
            outcomes.put(day, settled(seeker, day, mode, counted, mostByDay.get(day)));
        });
        return outcomes;
    }

    /**
     * Enters a person for seats, and counts those that nobody waits for: all in one statement, since everybody who comes
     * second waits from here on. Locks by the days' numbers, also what it doesn't count.
     *
     * @return whether each was counted, by the day's number; without days on which the person had a seat before
     */
    private Map<Integer, Boolean> enter(Seeker seeker, Map<Integer, AttendanceMode> modes) {
        var days = modes.keySet().stream().sorted().toList();
        var entered = new HashMap<Integer, Boolean>();
        database.sql("""
                        with holder as (
                            insert into seat_holder (summit, participant, day, mode, organization)
                            select :summit, :participant, day, mode, :organization
                            from unnest(:days, :modes) as wanted (day, mode)
                            on conflict (summit, participant, day) do nothing
                            returning day, mode
                        ), locked as (
                            select day, mode from seat join holder using (day, mode) where summit = :summit
                            order by day for no key update of seat
                        ), counted as (
                            update seat set taken = taken + 1 from locked
                            where seat.summit = :summit and seat.day = locked.day and seat.mode = locked.mode
                                and taken < seats and waiting = 0
                            returning seat.day
                        )
                        select day, counted.day is not null as counted from holder left join counted using (day)
                        """)
                .param("summit", seeker.summit().value())
                .param("participant", seeker.participant().value())
                .param("organization", value(seeker.organization()), Types.OTHER)
                .param("days", days.toArray(Integer[]::new))
                .param(
                        "modes",
                        days.stream()
                                .map(day ->
                                        Objects.requireNonNull(modes.get(day)).name())
                                .toArray(String[]::new))
                .query(row -> {
                    entered.put(row.getInt("day"), row.getBoolean("counted"));
                });
        return entered;
    }

    private Outcome settled(Seeker seeker, int day, AttendanceMode mode, boolean counted, @Nullable Integer most) {
        if (!counted && !countForNewcomer(seeker.summit(), day, mode)) {
            forget(seeker, day);
            return Outcome.NONE_LEFT;
        }
        if (isBeyondShare(seeker, day, most)) {
            count(seeker.summit(), day, mode, -1, 0);
            forget(seeker, day);
            return Outcome.SHARE_TAKEN;
        }
        return Outcome.TAKEN;
    }

    /** A seat that none of those who wait would lose. */
    private boolean countForNewcomer(SummitId summit, int day, AttendanceMode mode) {
        lock(summit, day, mode);
        return database.sql("""
                        update seat s set taken = taken + 1
                        where s.summit = :summit and s.day = :day and s.mode = :mode and s.seats - s.taken > (
                            select count(*)
                            from waiting w join summit_day d using (summit, day)
                            where w.summit = :summit and w.day = :day and w.mode = :mode and
                        """ + MAY_HAVE_ONE + ")")
                        .param("summit", summit.value())
                        .param("day", day)
                        .param("mode", mode.name())
                        .update()
                == 1;
    }

    /** Counted with the seeker's own seat, after it was entered. */
    private boolean isBeyondShare(Seeker seeker, int day, @Nullable Integer most) {
        var organization = seeker.organization();
        return organization != null && most != null && held(seeker.summit(), organization, day) > most;
    }

    private int held(SummitId summit, OrganizationId organization, int day) {
        return database.sql("""
                        select count(*) from seat_holder
                        where summit = :summit and day = :day and organization = :organization
                        """)
                .param("summit", summit.value())
                .param("day", day)
                .param("organization", organization.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public void queue(Seeker seeker, int day, AttendanceMode mode, Instant since) {
        // the seat's row first: places come in the order in which people came
        count(seeker.summit(), day, mode, 0, 1);
        database.sql("""
                        insert into waiting (summit, participant, day, mode, organization, since)
                        values (:summit, :participant, :day, :mode, :organization, :since)
                        """)
                .params(of(seeker, day, mode))
                .param("organization", value(seeker.organization()))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void giveBack(SummitId summit, ParticipantId participant, int day) {
        database.sql("""
                        with gone as (
                            delete from seat_holder
                            where summit = :summit and participant = :participant and day = :day
                            returning mode
                        )
                        update seat set taken = taken - 1 from gone
                        where seat.summit = :summit and seat.day = :day and seat.mode = gone.mode
                        """)
                .param("summit", summit.value())
                .param("participant", participant.value())
                .param("day", day)
                .update();
        leaveQueue(summit, participant, day);
    }

    private void leaveQueue(SummitId summit, ParticipantId participant, int day) {
        database.sql("""
                        with gone as (
                            delete from waiting
                            where summit = :summit and participant = :participant and day = :day
                            returning mode
                        )
                        update seat set waiting = waiting - 1 from gone
                        where seat.summit = :summit and seat.day = :day and seat.mode = gone.mode
                        """)
                .param("summit", summit.value())
                .param("participant", participant.value())
                .param("day", day)
                .update();
    }

    /**
     * Makes another's what somebody has on days on which the other has no seat: seats, and places among those who wait. Who
     * waited and is given a seat waits no more. What the other has already, is left with the first.
     */
    public void handOver(SummitId summit, ParticipantId from, ParticipantId to) {
        database.sql("""
                        select 1 from seat where summit = :summit and day in (
                            select day from seat_holder where summit = :summit and participant = :from
                            union select day from waiting where summit = :summit and participant = :from)
                        order by day, mode for no key update
                        """)
                .param("summit", summit.value())
                .param("from", from.value())
                .query((row, number) -> true)
                .list();
        held(summit, from).forEach((day, place) -> {
            if (!place.waiting()) {
                leaveQueue(summit, to, day);
            }
        });
        for (var table : List.of("seat_holder", "waiting")) {
            database.sql("update " + table + """
                             as given set participant = :to where summit = :summit and participant = :from
                                and not exists (select from seat_holder own
                                    where own.summit = :summit and own.participant = :to and own.day = given.day)
                                and not exists (select from waiting own
                                    where own.summit = :summit and own.participant = :to and own.day = given.day)
                            """)
                    .param("summit", summit.value())
                    .param("from", from.value())
                    .param("to", to.value())
                    .update();
        }
    }

    /** What somebody has, by the day's number. */
    public SortedMap<Integer, Held> held(SummitId summit, ParticipantId participant) {
        var held = new TreeMap<Integer, Held>();
        database.sql("""
                        select day, mode, false as waiting from seat_holder
                        where summit = :summit and participant = :participant
                        union all
                        select day, mode, true from waiting where summit = :summit and participant = :participant
                        """)
                .param("summit", summit.value())
                .param("participant", participant.value())
                .query(row -> {
                    held.put(
                            row.getInt("day"),
                            new Held(AttendanceMode.valueOf(row.getString("mode")), row.getBoolean("waiting")));
                });
        return held;
    }

    @Override
    public Outcome exchange(Seeker seeker, int day, AttendanceMode to, @Nullable Integer most) {
        database.sql("""
                        select 1 from seat where summit = :summit and day = :day order by mode for no key update
                        """)
                .param("summit", seeker.summit().value())
                .param("day", day)
                .query((row, number) -> true)
                .list();
        if (!countForNewcomer(seeker.summit(), day, to)) {
            return Outcome.NONE_LEFT;
        }
        var moved = database.sql("""
                        with before as (
                            select mode from seat_holder
                            where summit = :summit and participant = :participant and day = :day
                        ), moved as (
                            update seat_holder set mode = :mode
                            where summit = :summit and participant = :participant and day = :day
                        )
                        update seat set taken = taken - 1 from before
                        where seat.summit = :summit and seat.day = :day and seat.mode = before.mode
                        """).params(of(seeker, day, to)).update();
        if (moved == 1) {
            return Outcome.TAKEN;
        }
        hold(seeker, day, to);
        if (isBeyondShare(seeker, day, most)) {
            count(seeker.summit(), day, to, -1, 0);
            forget(seeker, day);
            return Outcome.SHARE_TAKEN;
        }
        leaveQueue(seeker.summit(), seeker.participant(), day);
        return Outcome.TAKEN;
    }

    @Override
    public Optional<Integer> moveTo(Seeker seeker, Map<Integer, Integer> mostByDay) {
        for (var table : List.of("seat_holder", "waiting")) {
            database.sql("update " + table
                            + " set organization = :organization where summit = :summit and participant = :participant")
                    .param("summit", seeker.summit().value())
                    .param("participant", seeker.participant().value())
                    .param("organization", value(seeker.organization()))
                    .update();
        }
        return database
                .sql("""
                        select day from seat_holder where summit = :summit and participant = :participant order by day
                        """)
                .param("summit", seeker.summit().value())
                .param("participant", seeker.participant().value())
                .query((row, number) -> row.getInt("day"))
                .list()
                .stream()
                .filter(day -> isBeyondShare(seeker, day, mostByDay.get(day)))
                .findFirst();
    }

    /** Who waits, day by day and mode by mode in the order in which they came. */
    public List<Queued> queue(SummitId summit) {
        return database.sql("""
                        select participant, day, mode, since,
                            row_number() over (partition by day, mode order by place) as place
                        from waiting where summit = :summit order by day, mode, place
                        """)
                .param("summit", summit.value())
                .query((row, number) -> new Queued(
                        new ParticipantId(row.getObject("participant", UUID.class)),
                        row.getInt("day"),
                        AttendanceMode.valueOf(row.getString("mode")),
                        row.getInt("place"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Which place a person has among those who wait, by the day's number; 1 is next. */
    public Map<Integer, Integer> places(ParticipantId participant) {
        var places = new HashMap<Integer, Integer>();
        database.sql("""
                        select w.day, (
                            select count(*) from waiting before
                            where before.summit = w.summit and before.day = w.day and before.mode = w.mode
                                and before.place <= w.place) as place
                        from waiting w where w.participant = :participant
                        """).param("participant", participant.value()).query(row -> {
            places.put(row.getInt("day"), row.getInt("place"));
        });
        return places;
    }

    /** Whose turn it is somewhere in a summit; empty where no free seat is anybody's, and once the summit is over. */
    public Optional<Promotion> next(SummitId summit) {
        return database.sql("""
                        select w.participant, w.day, w.mode
                        from seat s join waiting w using (summit, day, mode) join summit_day d using (summit, day)
                        where s.summit = :summit and s.waiting > 0 and s.taken < s.seats
                            and not exists (select from summit where summit = :summit and closed) and
                        """ + MAY_HAVE_ONE + " order by w.day, w.mode, w.place limit 1")
                .param("summit", summit.value())
                .query((row, number) -> new Promotion(
                        new ParticipantId(row.getObject("participant", UUID.class)),
                        row.getInt("day"),
                        AttendanceMode.valueOf(row.getString("mode"))))
                .optional();
    }

    /** Summits in which somebody waits. */
    public List<SummitId> waitedFor() {
        return database.sql("select distinct summit from seat where waiting > 0")
                .query((row, number) -> new SummitId(row.getObject("summit", UUID.class)))
                .list();
    }

    @Override
    public boolean promote(Seeker seeker, int day, AttendanceMode mode) {
        if (seeker.organization() != null) {
            lockShare(seeker.organization());
        }
        lock(seeker.summit(), day, mode);
        var first = database.sql("""
                        select w.participant
                        from seat s join waiting w using (summit, day, mode) join summit_day d using (summit, day)
                        where s.summit = :summit and s.day = :day and s.mode = :mode and s.taken < s.seats and
                        """ + MAY_HAVE_ONE + " order by w.place limit 1")
                .param("summit", seeker.summit().value())
                .param("day", day)
                .param("mode", mode.name())
                .query((row, number) -> new ParticipantId(row.getObject("participant", UUID.class)))
                .optional();
        if (!first.equals(Optional.of(seeker.participant()))) {
            return false;
        }
        leaveQueue(seeker.summit(), seeker.participant(), day);
        hold(seeker, day, mode);
        count(seeker.summit(), day, mode, 1, 0);
        return true;
    }

    private void hold(Seeker seeker, int day, AttendanceMode mode) {
        database.sql("""
                        insert into seat_holder (summit, participant, day, mode, organization)
                        values (:summit, :participant, :day, :mode, :organization)
                        """)
                .params(of(seeker, day, mode))
                .param("organization", value(seeker.organization()))
                .update();
    }

    private void lock(SummitId summit, int day, AttendanceMode mode) {
        database.sql("""
                        select 1 from seat where summit = :summit and day = :day and mode = :mode for no key update
                        """)
                .param("summit", summit.value())
                .param("day", day)
                .param("mode", mode.name())
                .query((row, number) -> true)
                .optional();
    }

    private void count(SummitId summit, int day, AttendanceMode mode, int taken, int waiting) {
        database.sql("""
                        update seat set taken = taken + :taken, waiting = waiting + :waiting
                        where summit = :summit and day = :day and mode = :mode
                        """)
                .param("summit", summit.value())
                .param("day", day)
                .param("mode", mode.name())
                .param("taken", taken)
                .param("waiting", waiting)
                .update();
    }

    private void forget(Seeker seeker, int day) {
        database.sql("delete from seat_holder where summit = :summit and participant = :participant and day = :day")
                .param("summit", seeker.summit().value())
                .param("participant", seeker.participant().value())
                .param("day", day)
                .update();
    }

    private static Map<String, Object> of(Seeker seeker, int day, AttendanceMode mode) {
        return Map.of(
                "summit", seeker.summit().value(),
                "participant", seeker.participant().value(),
                "day", day,
                "mode", mode.name());
    }

    private static @Nullable UUID value(@Nullable OrganizationId organization) {
        return organization == null ? null : organization.value();
    }
}
