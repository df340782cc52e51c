package org.sala.sessions.registered;

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
import org.sala.sessions.api.Cohort;
import org.sala.sessions.api.OrganizationId;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.ParticipantRole;
import org.sala.sessions.api.SummitId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what {@link RegistrationFacts} took in. */
public final class RegisteredTables implements Registered {

    private final JdbcClient database;

    public RegisteredTables(JdbcClient database) {
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
        return database.sql("""
                        select p.summit, p.days, p.organization, p.role, o.cohort
                        from known_participant p left join known_organization o using (organization)
                        where p.participant = :participant""")
                .param("participant", participant.value())
                .query((row, _) -> person(row))
                .optional();
    }

    @Override
    public boolean knows(SummitId summit, OrganizationId organization) {
        return database.sql("""
                        select exists (select 1 from known_organization
                        where summit = :summit and organization = :organization)""")
                .param("summit", summit.value())
                .param("organization", organization.value())
                .query(Boolean.class)
                .single();
    }

    private static Person person(ResultSet row) throws SQLException {
        var organization = row.getObject("organization", UUID.class);
        var cohort = row.getString("cohort");
        var role = row.getString("role");
        return new Person(
                new SummitId(row.getObject("summit", UUID.class)),
                days(row),
                organization == null ? null : new OrganizationId(organization),
                // an organisation that registration has not told of yet has no cohort that anybody could count on
                cohort == null ? Cohort.OTHER : Cohort.valueOf(cohort),
                role == null ? ParticipantRole.CSO_MEMBER : ParticipantRole.valueOf(role));
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
