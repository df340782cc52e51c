package org.sala.ui.lists;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.SummitDay.Admission;
import org.sala.ui.setup.Organizations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lists are compared with: the organisations of a summit, and its rules. */
@Repository
class ListRules {

    private final JdbcClient database;
    private final Organizations organizations;

    ListRules(JdbcClient database, Organizations organizations) {
        this.database = database;
        this.organizations = organizations;
    }

    /** Every organisation of a summit, by its English name. */
    List<Organization> organizations(UUID summit) {
        return organizations.of(summit).stream()
                .map(each -> new Organization(
                        each.id(),
                        each.name().km(),
                        each.name().en(),
                        each.kind(),
                        each.size(),
                        Optional.ofNullable(each.province()),
                        each.cohort(),
                        each.language(),
                        each.sectors()))
                .toList();
    }

    /**
     * What a list is held to.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException for a summit that isn't there
     */
    Rules of(UUID summit) {
        var days = database.sql("""
                        select number, date, seats_in_person is not null as in_person, seats_online is not null as online,
                               cohorts, roles
                        from summit_day where summit = :summit order by number""")
                .param("summit", summit)
                .query((row, n) -> new Rules.Day(
                        row.getInt("number"),
                        row.getObject("date", java.time.LocalDate.class),
                        modes(row.getBoolean("in_person"), row.getBoolean("online")),
                        new Admission(
                                Set.copyOf(constants(Cohort.class, (String[])
                                        row.getArray("cohorts").getArray())),
                                Set.copyOf(constants(ParticipantRole.class, (String[])
                                        row.getArray("roles").getArray())))))
                .list();
        return database.sql("select zone, consent_version, closed from summit where id = :summit")
                .param("summit", summit)
                .query((row, n) -> new Rules(
                        summit,
                        java.time.ZoneId.of(row.getString("zone")),
                        row.getString("consent_version"),
                        row.getBoolean("closed"),
                        days))
                .single();
    }

    private static Set<AttendanceMode> modes(boolean inPerson, boolean online) {
        if (inPerson) {
            return online ? Set.of(AttendanceMode.values()) : Set.of(AttendanceMode.IN_PERSON);
        }
        return online ? Set.of(AttendanceMode.ONLINE) : Set.of();
    }

    private static <E extends Enum<E>> List<E> constants(Class<E> type, String[] names) {
        return Arrays.stream(names).map(name -> Enum.valueOf(type, name)).toList();
    }
}
