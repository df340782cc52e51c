package org.sala.ui.shell;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The summits that there are. */
@Repository
public class Summits {

    private final JdbcClient database;

    Summits(JdbcClient database) {
        this.database = database;
    }

    /** All of them, the one that begins last first. */
    public List<Summit> all() {
        return database.sql("""
                        select s.id from summit s join summit_day d on d.summit = s.id
                        group by s.id order by min(d.date) desc, s.id""").query((row, n) -> row.getObject("id", UUID.class)).list().stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** Whether it was closed, after which nobody registers any more. */
    public boolean isClosed(UUID id) {
        return database.sql("select closed from summit where id = :summit")
                .param("summit", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    public Optional<Summit> find(UUID id) {
        var days = database.sql("""
                        select number, date, venue_km, venue_en, seats_in_person, seats_online
                        from summit_day where summit = :summit order by number""")
                .param("summit", id)
                .query((row, n) -> new Summit.Day(
                        row.getInt("number"),
                        row.getObject("date", LocalDate.class),
                        Columns.text(row, "venue"),
                        Optional.ofNullable(row.getObject("seats_in_person", Integer.class)),
                        Optional.ofNullable(row.getObject("seats_online", Integer.class))))
                .list();
        return database.sql("select title_km, title_en, zone from summit where id = :summit")
                .param("summit", id)
                .query((row, n) -> new Summit(id, Columns.text(row, "title"), ZoneId.of(row.getString("zone")), days))
                .optional();
    }
}
