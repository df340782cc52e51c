package org.sala.ui.registering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.SummitId;
import org.sala.ui.registering.OpenSummit.Day;
import org.sala.ui.registering.OpenSummit.Organization;
import org.sala.ui.shell.Summit.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Summits that people can register for, or could: what of them is public. */
@Repository
class OpenSummits {

    private final JdbcClient database;

    OpenSummits(JdbcClient database) {
        this.database = database;
    }

    Optional<OpenSummit> find(UUID id) {
        return database.sql("""
                        select title_km, title_en, zone, consent_version, consent_km, consent_en, registration_open,
                          registration_until, closed
                        from summit where id = :summit""")
                .param("summit", id)
                .query((row, n) -> {
                    var until = row.getObject("registration_until", OffsetDateTime.class);
                    return new OpenSummit(
                            new SummitId(id),
                            text(row, "title"),
                            ZoneId.of(row.getString("zone")),
                            List.of(),
                            row.getString("consent_version"),
                            text(row, "consent"),
                            row.getBoolean("registration_open"),
                            until == null ? null : until.toInstant(),
                            row.getBoolean("closed"),
                            List.of());
                })
                .optional()
                // only now, with the connection given back: pages that hold one and want another wait for each other
                .map(summit -> summit.with(days(id), organizations(id)));
    }

    private List<Day> days(UUID summit) {
        return database.sql("""
                        select number, date, venue_km, venue_en, seats_in_person, seats_online,
                          cardinality(cohorts) > 0 as for_some
                        from summit_day where summit = :summit order by number""")
                .param("summit", summit)
                .query((row, n) -> new Day(
                        row.getInt("number"),
                        row.getObject("date", LocalDate.class),
                        text(row, "venue"),
                        modes(row),
                        row.getBoolean("for_some")))
                .list();
    }

    private static List<AttendanceMode> modes(ResultSet row) throws SQLException {
        var modes = new ArrayList<AttendanceMode>(2);
        if (row.getObject("seats_in_person") != null) {
            modes.add(AttendanceMode.IN_PERSON);
        }
        if (row.getObject("seats_online") != null) {
            modes.add(AttendanceMode.ONLINE);
        }
        return modes;
    }

    private List<Organization> organizations(UUID summit) {
        return database.sql("""
                        select organization, name_km, name_en from today_organization
                        where summit = :summit order by organization""")
                .param("summit", summit)
                .query((row, n) -> new Organization(row.getObject("organization", UUID.class), text(row, "name")))
                .list();
    }

    private static Text text(ResultSet row, String column) throws SQLException {
        return new Text(row.getString(column + "_km"), row.getString(column + "_en"));
    }
}
