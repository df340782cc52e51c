package org.sala.ui.programme;

import static org.sala.ui.shell.Columns.moment;
import static org.sala.ui.shell.Columns.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.ChallengeCategory;
import org.sala.sessions.api.Cohort;
import org.sala.sessions.api.Language;
import org.sala.sessions.api.Method;
import org.sala.sessions.api.ParticipantRole;
import org.sala.sessions.api.SessionKind;
import org.sala.ui.programme.Programme.Fullness;
import org.sala.ui.programme.Programme.Round;
import org.sala.ui.programme.Programme.State;
import org.sala.ui.programme.Programme.Table;
import org.sala.ui.shell.Summit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is on the programme of a summit. */
@Repository
class ProgrammeQueries {

    private final JdbcClient database;

    ProgrammeQueries(JdbcClient database) {
        this.database = database;
    }

    /** How many people are in a session, or were, in a mode. */
    private record InMode(UUID session, AttendanceMode mode) {}

    private record Seats(int taken, int waiting) {

        static final Seats NONE = new Seats(0, 0);
    }

    private record Present(int here, int attended) {

        static final Present NOBODY = new Present(0, 0);
    }

    Programme programme(UUID summit) {
        var seats = seats(summit);
        var present = present(summit);
        var rounds = rounds(summit);
        var challenges = challenges(summit);
        return new Programme(
                database.sql("select * from programme_session where summit = :summit order by starts_at, room, session")
                        .param("summit", summit)
                        .query((row, n) -> session(row, seats, present, rounds, challenges))
                        .list());
    }

    private static Programme.Session session(
            ResultSet row,
            Map<InMode, Seats> seats,
            Map<InMode, Present> present,
            Map<UUID, List<Round>> rounds,
            Map<UUID, Map<ChallengeCategory, Integer>> challenges)
            throws SQLException {
        var id = row.getObject("session", UUID.class);
        var km = strings(row, "prompts_km");
        var en = strings(row, "prompts_en");
        return new Programme.Session(
                id,
                row.getInt("day"),
                text(row, "title"),
                SessionKind.valueOf(row.getString("kind")),
                Method.valueOf(row.getString("method")),
                List.of((Integer[]) array(row, "objectives")),
                Objects.requireNonNull(moment(row, "starts_at")),
                Objects.requireNonNull(moment(row, "ends_at")),
                row.getString("room"),
                row.getString("link"),
                modes(row, id, seats, present),
                List.of((UUID[]) array(row, "facilitators")),
                constants(row, "languages", Language::valueOf),
                constants(row, "interpretation", Language::valueOf),
                IntStream.range(0, km.size())
                        .mapToObj(i -> new Summit.Text(km.get(i), en.get(i)))
                        .toList(),
                constants(row, "cohorts", Cohort::valueOf),
                constants(row, "roles", ParticipantRole::valueOf),
                row.getBoolean("sign_up"),
                State.valueOf(row.getString("state")),
                moment(row, "started_at"),
                moment(row, "ended_at"),
                row.getString("why_en") == null ? null : text(row, "why"),
                rounds.getOrDefault(id, List.of()),
                challenges.getOrDefault(id, Map.of()));
    }

    private static Map<AttendanceMode, Fullness> modes(
            ResultSet row, UUID session, Map<InMode, Seats> seats, Map<InMode, Present> present) throws SQLException {
        var modes = new EnumMap<AttendanceMode, Fullness>(AttendanceMode.class);
        for (var mode : AttendanceMode.values()) {
            var offered = row.getObject(
                    switch (mode) {
                        case IN_PERSON -> "seats_in_person";
                        case ONLINE -> "seats_online";
                    },
                    Integer.class);
            var there = present.getOrDefault(new InMode(session, mode), Present.NOBODY);
            // a report may tell of people in a mode that was not offered
            if (offered != null || there.attended() > 0) {
                var taken = seats.getOrDefault(new InMode(session, mode), Seats.NONE);
                modes.put(
                        mode,
                        new Fullness(
                                offered == null ? 0 : offered,
                                taken.taken(),
                                taken.waiting(),
                                there.here(),
                                there.attended()));
            }
        }
        return modes;
    }

    private Map<InMode, Seats> seats(UUID summit) {
        var seats = new HashMap<InMode, Seats>();
        database.sql("""
                        select session, mode, count(*) filter (where not waits) as taken,
                          count(*) filter (where waits) as waiting
                        from programme_seat where summit = :summit group by session, mode""").param("summit", summit).query(row -> {
            seats.put(inMode(row), new Seats(row.getInt("taken"), row.getInt("waiting")));
        });
        return seats;
    }

    /** Somebody is in a session in the mode in which they came last, until they leave it or it is over. */
    private Map<InMode, Present> present(UUID summit) {
        var present = new HashMap<InMode, Present>();
        database.sql("""
                        select l.session, l.mode, count(*) filter (where l.came and s.state = 'RUNNING') as here,
                          count(*) as attended
                        from (select distinct on (session, participant) session, mode, came from programme_move
                          where summit = :summit order by session, participant, at desc, came) l
                          join programme_session s using (session)
                        group by l.session, l.mode""").param("summit", summit).query(row -> {
            present.put(inMode(row), new Present(row.getInt("here"), row.getInt("attended")));
        });
        return present;
    }

    private static InMode inMode(ResultSet row) throws SQLException {
        return new InMode(row.getObject("session", UUID.class), AttendanceMode.valueOf(row.getString("mode")));
    }

    private Map<UUID, List<Round>> rounds(UUID summit) {
        var tables = new HashMap<UUID, Map<Integer, List<Table>>>();
        database.sql("""
                        select g.session, g.round, g."table", cardinality(g.people) as people, g.languages,
                          g.interpretation, s.summary is not null as summed
                        from programme_group g left join programme_summary s using (session, round, "table")
                        where g.summit = :summit order by 1, 2, 3""").param("summit", summit).query(row -> {
            tables.computeIfAbsent(row.getObject("session", UUID.class), key -> new java.util.TreeMap<>())
                    .computeIfAbsent(row.getInt("round"), key -> new ArrayList<>())
                    .add(new Table(
                            row.getInt("table"),
                            row.getInt("people"),
                            constants(row, "languages", Language::valueOf),
                            constants(row, "interpretation", Language::valueOf),
                            row.getBoolean("summed")));
        });
        var rounds = new HashMap<UUID, List<Round>>();
        tables.forEach((session, byNumber) -> rounds.put(
                session,
                byNumber.entrySet().stream()
                        .map(round -> new Round(round.getKey(), round.getValue()))
                        .toList()));
        return rounds;
    }

    private Map<UUID, Map<ChallengeCategory, Integer>> challenges(UUID summit) {
        var challenges = new HashMap<UUID, Map<ChallengeCategory, Integer>>();
        database.sql("""
                        select session, category, count(*) as times
                        from programme_summary, unnest(challenges) category
                        where summit = :summit group by session, category""").param("summit", summit).query(row -> {
            challenges
                    .computeIfAbsent(
                            row.getObject("session", UUID.class), key -> new EnumMap<>(ChallengeCategory.class))
                    .put(ChallengeCategory.valueOf(row.getString("category")), row.getInt("times"));
        });
        return challenges;
    }

    private static Object[] array(ResultSet row, String column) throws SQLException {
        return (Object[]) Objects.requireNonNull(row.getArray(column)).getArray();
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) array(row, column));
    }

    private static <E extends Enum<E>> List<E> constants(ResultSet row, String column, Function<String, E> named)
            throws SQLException {
        return strings(row, column).stream().map(named).toList();
    }
}
