package org.sala.sessions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SummitId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what {@link RegistrationFacts} took in. */
final class PostgresRegistered implements Registered {

    private final JdbcClient database;

    PostgresRegistered(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean knows(SummitId summit) {
        return database.sql("select exists (select 1 from known_summit_day where summit = :summit)")
                .param("summit", summit.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<Day> day(SummitId summit, int number) {
        return database.sql("select starts, ends, modes from known_summit_day where summit = :summit and day = :day")
                .param("summit", summit.value())
                .param("day", number)
                .query((row, _) -> new Day(moment(row, "starts"), moment(row, "ends"), modes(row)))
                .optional();
    }

    @Override
    public Optional<Person> person(ParticipantId participant) {
        return database.sql("select summit, days from known_participant where participant = :participant")
                .param("participant", participant.value())
                .query((row, _) -> new Person(new SummitId(row.getObject("summit", UUID.class)), days(row)))
                .optional();
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Set<AttendanceMode> modes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("modes").getArray())
                .map(AttendanceMode::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Integer> days(ResultSet row) throws SQLException {
        return Set.of((Integer[]) row.getArray("days").getArray());
    }
}
