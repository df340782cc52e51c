package org.sala.ui.setup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.SummitDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How a summit is, as its staff set it up. */
@Repository
public class SetupQueries {

    private final JdbcClient database;

    SetupQueries(JdbcClient database) {
        this.database = database;
    }

    /** What people agree to, as it is now; empty for a summit that there is not. */
    public Optional<Terms> terms(UUID summit) {
        return database.sql("select consent_version, consent_km, consent_en from summit where id = :summit")
                .param("summit", summit)
                .query((row, n) -> new Terms(
                        row.getString("consent_version"),
                        new org.sala.ui.shell.Summit.Text(row.getString("consent_km"), row.getString("consent_en"))))
                .optional();
    }

    /**
     * Whether people may register by themselves.
     *
     * @param until when that ends; null where somebody ends it
     * @param closed whether the summit is over
     */
    record Registration(boolean open, @Nullable Instant until, boolean closed) {}

    Registration registration(UUID summit) {
        return database.sql("select registration_open, registration_until, closed from summit where id = :summit")
                .param("summit", summit)
                .query((row, n) -> {
                    var until = row.getObject("registration_until", OffsetDateTime.class);
                    return new Registration(
                            row.getBoolean("registration_open"),
                            until == null ? null : until.toInstant(),
                            row.getBoolean("closed"));
                })
                .single();
    }

    /** The days in every particular, as a revision has to say them again. */
    List<SummitDay> days(UUID summit) {
        return database.sql("""
                        select number, date, venue_km, venue_en, seats_in_person, seats_online, cohorts, roles,
                          per_organization
                        from summit_day where summit = :summit order by number""")
                .param("summit", summit)
                .query((row, n) -> day(row))
                .list();
    }

    private static SummitDay day(ResultSet row) throws SQLException {
        var seats = new EnumMap<AttendanceMode, Integer>(AttendanceMode.class);
        var inPerson = row.getObject("seats_in_person", Integer.class);
        var online = row.getObject("seats_online", Integer.class);
        if (inPerson != null) {
            seats.put(AttendanceMode.IN_PERSON, inPerson);
        }
        if (online != null) {
            seats.put(AttendanceMode.ONLINE, online);
        }
        return new SummitDay(
                row.getInt("number"),
                row.getObject("date", LocalDate.class),
                new BilingualText(row.getString("venue_km"), row.getString("venue_en")),
                seats,
                new SummitDay.Admission(constants(row, "cohorts", Cohort::valueOf), roles(row)),
                row.getObject("per_organization", Integer.class));
    }

    private static Set<ParticipantRole> roles(ResultSet row) throws SQLException {
        return constants(row, "roles", ParticipantRole::valueOf);
    }

    private static <T> Set<T> constants(ResultSet row, String column, Function<String, T> constant)
            throws SQLException {
        var names = (String[]) Objects.requireNonNull(row.getArray(column)).getArray();
        return Arrays.stream(names).map(constant).collect(Collectors.toSet());
    }
}
