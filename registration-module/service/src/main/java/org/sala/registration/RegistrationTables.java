package org.sala.registration;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.RegistrationQueries.SeatCount;
import org.sala.registration.api.SummitDay.Admission;
import org.sala.registration.api.SummitId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The book in PostgreSQL. Takes part in whatever transaction it is called in. */
final class RegistrationTables implements RegistrationBook {

    private final JdbcClient database;

    RegistrationTables(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void enter(SummitAnnounced summit) {
        var entered = database.sql("""
                        insert into summit (summit, consent_version) values (:summit, :consentVersion)
                        on conflict (summit) do nothing
                        """)
                .param("summit", summit.summit().value())
                .param("consentVersion", summit.consentVersion())
                .update();
        if (entered == 0) {
            return;
        }
        for (var day : summit.days()) {
            database.sql("""
                            insert into summit_day (summit, day, cohorts, roles)
                            values (:summit, :day, :cohorts, :roles)
                            """)
                    .param("summit", summit.summit().value())
                    .param("day", day.number())
                    .param("cohorts", names(day.admits().cohorts()))
                    .param("roles", names(day.admits().roles()))
                    .update();
            day.seats()
                    .forEach((mode, seats) -> database.sql("""
                            insert into seat (summit, day, mode, seats) values (:summit, :day, :mode, :seats)
                            """)
                            .param("summit", summit.summit().value())
                            .param("day", day.number())
                            .param("mode", mode.name())
                            .param("seats", seats)
                            .update());
        }
    }

    @Override
    public Optional<SummitEntry> summit(SummitId summit) {
        var rows = database.sql("""
                        select consent_version, day, cohorts, roles, mode, seats
                        from summit join summit_day using (summit) join seat using (summit, day)
                        where summit = :summit
                        """)
                .param("summit", summit.value())
                .query(SeatRow::of)
                .list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var seats = new TreeMap<Integer, Map<AttendanceMode, Integer>>();
        var admits = new TreeMap<Integer, Admission>();
        for (var row : rows) {
            seats.computeIfAbsent(row.day(), _ -> new EnumMap<>(AttendanceMode.class))
                    .put(row.mode(), row.seats());
            admits.put(row.day(), row.admits());
        }
        var days = new TreeMap<Integer, DayEntry>();
        admits.forEach((day, admission) -> days.put(day, new DayEntry(seats.getOrDefault(day, Map.of()), admission)));
        return Optional.of(new SummitEntry(rows.getFirst().consentVersion(), days));
    }

    @Override
    public void enter(OrganizationEnrolled organization) {
        database.sql("""
                        insert into organization (organization, summit, cohort)
                        values (:organization, :summit, :cohort)
                        on conflict (organization) do nothing
                        """)
                .param("organization", organization.organization().value())
                .param("summit", organization.summit().value())
                .param("cohort", organization.cohort().name())
                .update();
    }

    @Override
    public Optional<OrganizationEntry> organization(OrganizationId organization) {
        return database.sql("select summit, cohort from organization where organization = :organization")
                .param("organization", organization.value())
                .query((row, number) -> new OrganizationEntry(
                        new SummitId(row.getObject("summit", UUID.class)), Cohort.valueOf(row.getString("cohort"))))
                .optional();
    }

    @Override
    public boolean reserveContacts(SummitId summit, ParticipantId participant, SortedSet<ContactKey> contacts) {
        for (var contact : contacts) {
            var reserved = database.sql("""
                            insert into contact (summit, key, participant) values (:summit, :key, :participant)
                            on conflict (summit, key) do nothing
                            """)
                    .param("summit", summit.value())
                    .param("key", contact.digest())
                    .param("participant", participant.value())
                    .update();
            if (reserved == 0 && !isOf(summit, contact, participant)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void releaseContacts(ParticipantId participant) {
        database.sql("delete from contact where participant = :participant")
                .param("participant", participant.value())
                .update();
    }

    @Override
    public Optional<ParticipantId> holderOf(SummitId summit, ContactKey contact) {
        return database.sql("select participant from contact where summit = :summit and key = :key")
                .param("summit", summit.value())
                .param("key", contact.digest())
                .query((row, number) -> new ParticipantId(row.getObject("participant", UUID.class)))
                .optional();
    }

    /** Two processes may be told to register the same person: the later has to find itself, and then its event. */
    private boolean isOf(SummitId summit, ContactKey contact, ParticipantId participant) {
        return holderOf(summit, contact).filter(participant::equals).isPresent();
    }

    @Override
    public boolean takeSeat(SummitId summit, ParticipantId participant, int day, AttendanceMode mode) {
        var held = database.sql("""
                        insert into seat_holder (summit, participant, day, mode)
                        values (:summit, :participant, :day, :mode)
                        on conflict (summit, participant, day) do nothing
                        """)
                .param("summit", summit.value())
                .param("participant", participant.value())
                .param("day", day)
                .param("mode", mode.name())
                .update();
        if (held == 0) {
            return true;
        }
        // whoever comes second waits here for the first, and then reads what the first left behind
        return database.sql("""
                        update seat set taken = taken + 1
                        where summit = :summit and day = :day and mode = :mode and taken < seats
                        """)
                        .param("summit", summit.value())
                        .param("day", day)
                        .param("mode", mode.name())
                        .update()
                == 1;
    }

    @Override
    public List<SeatCount> seats(SummitId summit) {
        return database.sql("""
                        select day, mode, seats, taken from seat where summit = :summit order by day, mode
                        """)
                .param("summit", summit.value())
                .query((row, number) -> new SeatCount(
                        row.getInt("day"),
                        AttendanceMode.valueOf(row.getString("mode")),
                        row.getInt("seats"),
                        row.getInt("taken")))
                .list();
    }

    private static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }

    private record SeatRow(String consentVersion, int day, Admission admits, AttendanceMode mode, int seats) {

        static SeatRow of(ResultSet row, int number) throws SQLException {
            return new SeatRow(
                    row.getString("consent_version"),
                    row.getInt("day"),
                    new Admission(
                            constants(Cohort.class, row.getArray("cohorts")),
                            constants(ParticipantRole.class, row.getArray("roles"))),
                    AttendanceMode.valueOf(row.getString("mode")),
                    row.getInt("seats"));
        }

        private static <E extends Enum<E>> Set<E> constants(Class<E> type, Array names) throws SQLException {
            var constants = EnumSet.noneOf(type);
            for (var name : (String[]) names.getArray()) {
                constants.add(Enum.valueOf(type, name));
            }
            return constants;
        }
    }
}
