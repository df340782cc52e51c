package org.sala.ui.today;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.sala.registration.api.AttendanceMode;
import org.sala.ui.audit.Timeline;
import org.sala.ui.shell.Columns;
import org.sala.ui.shell.Summit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what Today shows. */
@Repository
class TodayQueries {

    /** Who was here, without second registrations of anybody. */
    private static final String PRESENT = """
            select summit, day, mode from today_present p
            where here and not exists (select from today_person t where t.participant = p.participant and t.merged)""";

    private static final int NEXT = 4;
    private static final int NOTES = 12;
    private static final int LINES = 30;
    private static final int FACTS = 300;

    private final JdbcClient database;
    private final Timeline timeline;

    TodayQueries(JdbcClient database, Timeline timeline) {
        this.database = database;
        this.timeline = timeline;
    }

    /**
     * The summit as it is now.
     *
     * @param day which day; where none is said, the last on which anybody was here or a session ran, or the first
     */
    Snapshot snapshot(Summit summit, OptionalInt day) {
        var shown = day.isPresent() ? day.getAsInt() : present(summit.id());
        var sessions = sessions(summit.id(), shown);
        var boards = boards(summit.id());
        var organizations = names(
                "select organization, name_km, name_en from today_organization where summit = :summit", summit.id());
        var feed = new Feed(
                organizations,
                organizationOf(summit.id()),
                names("select session, title_km, title_en from today_session where summit = :summit", summit.id()),
                names("select board, prompt_km, prompt_en from today_board where summit = :summit", summit.id()));
        return new Snapshot(
                shown,
                attendance(summit, shown),
                organizations(summit.id(), shown),
                sessions.stream()
                        .filter(session -> session.state().equals("RUNNING"))
                        .map(Stated::session)
                        .toList(),
                sessions.stream()
                        .filter(session -> session.state().equals("SCHEDULED"))
                        .map(Stated::session)
                        .limit(NEXT)
                        .toList(),
                sessions.reversed().stream()
                        .filter(session -> session.state().equals("ENDED"))
                        .map(Stated::session)
                        .toList(),
                trades(summit.id()),
                boards,
                notes(summit.id()),
                feed.lines(timeline.latest(summit.id(), FACTS), LINES));
    }

    private int present(UUID summit) {
        return database.sql("select coalesce(greatest((select max(day) from (" + PRESENT + """
                          ) present where summit = :summit),
                          (select max(day) from today_session where summit = :summit and state <> 'SCHEDULED')), 1) as day""")
                .param("summit", summit)
                .query((row, n) -> row.getInt("day"))
                .single();
    }

    private List<Snapshot.Attendance> attendance(Summit summit, int day) {
        var expected = byMode("today_expected", summit.id(), day);
        var present = byMode("(" + PRESENT + ") present", summit.id(), day);
        var attendance = new ArrayList<Snapshot.Attendance>();
        for (var mode : AttendanceMode.values()) {
            var seats = summit.day(day).flatMap(one -> switch (mode) {
                case IN_PERSON -> one.inPerson();
                case ONLINE -> one.online();
            });
            var expectedHere = expected.getOrDefault(mode.name(), 0L);
            var presentHere = present.getOrDefault(mode.name(), 0L);
            if (seats.isPresent() || expectedHere + presentHere > 0) {
                attendance.add(new Snapshot.Attendance(mode.name(), expectedHere, presentHere, seats.orElse(null)));
            }
        }
        return List.copyOf(attendance);
    }

    private Map<String, Long> byMode(String table, UUID summit, int day) {
        var counts = new HashMap<String, Long>();
        database.sql("select mode, count(*) as people from " + table
                        + " where summit = :summit and day = :day group by mode")
                .param("summit", summit)
                .param("day", day)
                .query(row -> {
                    counts.put(row.getString("mode"), row.getLong("people"));
                });
        return counts;
    }

    private int organizations(UUID summit, int day) {
        return database.sql("""
                        select count(distinct organization) as organizations
                        from today_expected e join today_person using (participant)
                        where e.summit = :summit and day = :day""")
                .param("summit", summit)
                .param("day", day)
                .query((row, n) -> row.getInt("organizations"))
                .single();
    }

    private record Stated(String state, Snapshot.Session session) {}

    private List<Stated> sessions(UUID summit, int day) {
        return database.sql("""
                        select session, title_km, title_en, starts_at, ends_at, room, online, seats, state,
                          (select count(*) from today_attendance a where a.session = s.session) as present
                        from today_session s where summit = :summit and day = :day
                        order by starts_at, title_en, session""")
                .param("summit", summit)
                .param("day", day)
                .query((row, n) -> new Stated(
                        row.getString("state"),
                        new Snapshot.Session(
                                row.getObject("session", UUID.class),
                                Columns.text(row, "title"),
                                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                                row.getString("room"),
                                row.getBoolean("online"),
                                row.getInt("seats"),
                                row.getLong("present"))))
                .list();
    }

    private Snapshot.Trades trades(UUID summit) {
        return database.sql("""
                        select (select count(*) from today_offer where summit = :summit) as offers,
                          (select count(*) from today_trade where summit = :summit) as proposed,
                          (select count(*) from today_trade where summit = :summit and state = 'AGREED') as agreed""")
                .param("summit", summit)
                .query((row, n) ->
                        new Snapshot.Trades(row.getLong("offers"), row.getLong("proposed"), row.getLong("agreed")))
                .single();
    }

    private List<Snapshot.Board> boards(UUID summit) {
        return database.sql("""
                        select board, kind, prompt_km, prompt_en, open,
                          (select count(*) from today_note n where n.board = b.board) as notes
                        from today_board b where summit = :summit order by kind, prompt_en, board""")
                .param("summit", summit)
                .query((row, n) -> new Snapshot.Board(
                        row.getObject("board", UUID.class),
                        row.getString("kind"),
                        Columns.text(row, "prompt"),
                        row.getBoolean("open"),
                        row.getLong("notes")))
                .list();
    }

    private List<Snapshot.Note> notes(UUID summit) {
        return database.sql("""
                        select n.note, n.language, n.source, b.prompt_km, b.prompt_en
                        from today_note n join today_board b on b.board = n.board
                        where n.summit = :summit order by n.position desc limit :notes""")
                .param("summit", summit)
                .param("notes", NOTES)
                .query((row, n) -> new Snapshot.Note(
                        row.getObject("note", UUID.class),
                        Columns.text(row, "prompt"),
                        row.getString("language").toLowerCase(Locale.ROOT),
                        row.getString("source")))
                .list();
    }

    private Map<UUID, Summit.Text> names(String sql, UUID summit) {
        var names = new HashMap<UUID, Summit.Text>();
        database.sql(sql).param("summit", summit).query((ResultSet row) -> put(names, row));
        return names;
    }

    private static void put(Map<UUID, Summit.Text> names, ResultSet row) throws SQLException {
        names.put(row.getObject(1, UUID.class), new Summit.Text(row.getString(2), row.getString(3)));
    }

    private Map<UUID, UUID> organizationOf(UUID summit) {
        var organizationOf = new HashMap<UUID, UUID>();
        database.sql("""
                        select participant, organization from today_person
                        where summit = :summit and organization is not null""").param("summit", summit).query(row -> {
            organizationOf.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
        });
        return organizationOf;
    }
}
