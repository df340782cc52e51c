package org.sala.ui.lists;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which lists were imported, by whom and with what outcome: numbers, and nobody's name. */
@Repository
class ImportLog {

    private final JdbcClient database;
    private final Clock clock;

    ImportLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
        // what ran when this process ended ran in it; in another process it will say how it ended all the same
        database.sql("update list_import set state = 'LOST' where state = 'RUNNING'")
                .update();
    }

    /** How an import stands. */
    enum State {
        RUNNING,
        DONE,
        CANCELLED,
        STOPPED,
        /** Its process ended before it did. */
        LOST
    }

    /**
     * An import.
     *
     * @param rows that were to be sent
     */
    record Line(
            UUID id,
            String kind,
            String actor,
            OffsetDateTime began,
            @Nullable OffsetDateTime ended,
            State state,
            int rows,
            int added,
            int changed,
            int refused) {}

    void began(WorkingList list, int rows) {
        database.sql("""
                        insert into list_import
                          (id, summit, kind, actor, consent_taken, began_at, state, rows, added, changed, refused)
                        values (:id, :summit, :kind, :actor, :taken, :now, 'RUNNING', :rows, 0, 0, 0)
                        on conflict (id) do update set state = 'RUNNING', ended_at = null, rows = excluded.rows""")
                .param("id", list.id())
                .param("summit", list.summit())
                .param("kind", list.choices().kind().name())
                .param("actor", list.account().id().toString())
                .param(
                        "taken",
                        list.choices().defaults().taken().map(Enum::name).orElse(null),
                        Types.VARCHAR)
                .param("now", now())
                .param("rows", rows)
                .update();
    }

    void ended(WorkingList list, Stage.How how, Sending sending) {
        database.sql("""
                        update list_import set state = :state, ended_at = :now, added = :added, changed = :changed,
                          refused = :refused
                        where id = :id""")
                .param("state", how.name())
                .param("now", now())
                .param("added", sending.added())
                .param("changed", sending.changed())
                .param("refused", sending.refused())
                .param("id", list.id())
                .update();
    }

    /** The last imports of a summit, latest first. */
    List<Line> latest(UUID summit, int most) {
        return database.sql("""
                        select id, kind, actor, began_at, ended_at, state, rows, added, changed, refused
                        from list_import where summit = :summit order by began_at desc, id limit :most""")
                .param("summit", summit)
                .param("most", most)
                .query((row, n) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("actor"),
                        row.getObject("began_at", OffsetDateTime.class),
                        row.getObject("ended_at", OffsetDateTime.class),
                        State.valueOf(row.getString("state")),
                        row.getInt("rows"),
                        row.getInt("added"),
                        row.getInt("changed"),
                        row.getInt("refused")))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
