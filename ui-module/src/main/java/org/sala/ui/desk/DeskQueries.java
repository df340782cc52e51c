package org.sala.ui.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.ParticipantId;
import org.sala.ui.shell.Summit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the desk shows of many people at once; who they are, registration is asked. */
@Repository
class DeskQueries {

    private final JdbcClient database;

    DeskQueries(JdbcClient database) {
        this.database = database;
    }

    /** A day as it is now. */
    Numbers numbers(Summit summit, int day) {
        return new Numbers(
                modes(summit, day), organizations(summit.id(), day), waiting(summit.id()), disputes(summit.id()));
    }

    private record Places(int expected, int waiting) {}

    private List<Numbers.OfMode> modes(Summit summit, int day) {
        var places = new EnumMap<AttendanceMode, Places>(AttendanceMode.class);
        database.sql("""
                        select mode, count(*) filter (where not waiting) as expected,
                          count(*) filter (where waiting) as waiting
                        from desk_place where summit = :summit and day = :day group by mode""").param("summit", summit.id()).param("day", day).query(row -> {
            places.put(
                    AttendanceMode.valueOf(row.getString("mode")),
                    new Places(row.getInt("expected"), row.getInt("waiting")));
        });
        var stays = new EnumMap<AttendanceMode, int[]>(AttendanceMode.class);
        database.sql("""
                        select mode, count(*) filter (where last_out is null or last_out < last_in) as here,
                          count(*) filter (where last_out >= last_in) as gone
                        from desk_presence
                        where summit = :summit and day = :day and not denied and first_in is not null
                        group by mode""").param("summit", summit.id()).param("day", day).query(row -> {
            stays.put(
                    AttendanceMode.valueOf(row.getString("mode")), new int[] {row.getInt("here"), row.getInt("gone")});
        });
        var modes = new ArrayList<Numbers.OfMode>();
        for (var mode : AttendanceMode.values()) {
            var seats = summit.day(day).flatMap(one -> switch (mode) {
                case IN_PERSON -> one.inPerson();
                case ONLINE -> one.online();
            });
            var place = places.getOrDefault(mode, new Places(0, 0));
            var stay = stays.getOrDefault(mode, new int[2]);
            if (seats.isPresent() || place.expected() + place.waiting() + stay[0] + stay[1] > 0) {
                modes.add(new Numbers.OfMode(
                        mode,
                        place.expected(),
                        stay[0],
                        stay[1],
                        place.waiting(),
                        seats.map(all -> Math.max(0, all - place.expected())).orElse(null)));
            }
        }
        return modes;
    }

    private List<Numbers.OfOrganization> organizations(UUID summit, int day) {
        return database.sql("""
                        select of.organization, o.name_km, o.name_en, sum(expected) as expected, sum(here) as here,
                          sum(waiting) as waiting
                        from (
                          select participant, case when waiting then 0 else 1 end as expected, 0 as here,
                            case when waiting then 1 else 0 end as waiting
                          from desk_place where summit = :summit and day = :day
                          union all
                          select distinct participant, 0, 1, 0
                          from desk_presence
                          where summit = :summit and day = :day and not denied and first_in is not null
                            and (last_out is null or last_out < last_in)
                        ) each join desk_person of using (participant)
                        left join organization o on o.id = of.organization
                        group by of.organization, o.name_km, o.name_en
                        order by sum(expected) - sum(here) desc, sum(expected) desc, o.name_en, of.organization""")
                .param("summit", summit)
                .param("day", day)
                .query((row, n) -> new Numbers.OfOrganization(
                        row.getObject("organization", UUID.class),
                        name(row),
                        row.getInt("expected"),
                        row.getInt("here"),
                        row.getInt("waiting")))
                .list();
    }

    private static Summit.@Nullable Text name(ResultSet row) throws SQLException {
        var english = row.getString("name_en");
        return english == null ? null : new Summit.Text(row.getString("name_km"), english);
    }

    private int waiting(UUID summit) {
        return database.sql("select count(*) from desk_place where summit = :summit and waiting")
                .param("summit", summit)
                .query(Integer.class)
                .single();
    }

    private int disputes(UUID summit) {
        return database.sql("select count(*) from desk_dispute where summit = :summit and open")
                .param("summit", summit)
                .query(Integer.class)
                .single();
    }

    /**
     * When somebody came on a day, and left, in whichever mode they were last.
     *
     * @param left null for whoever is still here
     */
    record Stay(
            AttendanceMode mode, Instant since, @Nullable Instant left) {}

    /** The stays of these people on a day; who was not here is not in it. */
    Map<ParticipantId, Stay> stays(Collection<ParticipantId> people, int day) {
        var stays = new HashMap<ParticipantId, Stay>();
        if (people.isEmpty()) {
            return stays;
        }
        database.sql("""
                        select participant, mode, first_in, case when last_out >= last_in then last_out end as gone
                        from desk_presence
                        where participant in (:people) and day = :day and not denied and first_in is not null
                        order by last_in""")
                .param("people", people.stream().map(ParticipantId::value).toList())
                .param("day", day)
                .query(row -> {
                    stays.put(
                            new ParticipantId(row.getObject("participant", UUID.class)),
                            new Stay(
                                    AttendanceMode.valueOf(row.getString("mode")),
                                    row.getObject("first_in", OffsetDateTime.class)
                                            .toInstant(),
                                    instant(row)));
                });
        return stays;
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        var gone = row.getObject("gone", OffsetDateTime.class);
        return gone == null ? null : gone.toInstant();
    }
}
