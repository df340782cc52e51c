package org.sala.ui.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sala.ui.shell.Summit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** Asks the history. */
@Repository
public class Timeline {

    private static final String COLUMNS = """
            id, context, position, type, subject, sequence, time, untimed, correlation, causation, actor, role,
            payload, taken_at""";

    private final JdbcClient database;
    private final Catalogue catalogue;
    private final FigureEvidence evidence;

    Timeline(JdbcClient database, Catalogue catalogue, FigureEvidence evidence) {
        this.database = database;
        this.catalogue = catalogue;
        this.evidence = evidence;
    }

    /**
     * One event for a reader who wants what happened and not where it is written.
     *
     * @param event decoded; {@link org.sala.eventing.intake.Fact.Unknown} where the type isn't known here
     */
    public record Happening(UUID id, String type, Object event) {
        @Override
        public String toString() {
            return "Happening[" + id + "]";
        }
    }

    /**
     * How far one context's history is taken in.
     *
     * @param taken how many events
     * @param through the last position before which none is missing
     */
    public record Reached(String context, long taken, long through) {}

    /** The last events of a summit, newest first. */
    public List<Happening> latest(UUID summit, int count) {
        return database.sql("""
                        select id, type, payload from timeline where summit = :summit
                        order by time desc, context, position desc limit :count""")
                .param("summit", summit)
                .param("count", count)
                .query((row, n) -> new Happening(
                        row.getObject("id", UUID.class),
                        row.getString("type"),
                        catalogue.read(row.getString("type"), row.getString("payload"))))
                .list();
    }

    /** Ids of the events of some types that were stored since. */
    public Set<UUID> ofTypes(Set<String> types, Instant since) {
        return database.sql("select id from timeline where time >= :since and type = any(:types)")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("types", types.toArray(String[]::new))
                .query((row, n) -> row.getObject("id", UUID.class))
                .set();
    }

    /**
     * An event in which somebody's id stands, without what is personal in it.
     *
     * @param time no finer than the day where nobody may know better
     */
    public record Mention(UUID event, String context, String type, Instant time, JsonNode content) {
        @Override
        public String toString() {
            return "Mention[" + event + "]";
        }
    }

    /** Every event of every context in which that id stands, oldest first. Looks at all events. */
    public List<Mention> mentionsOf(UUID id) {
        return database.sql("select " + COLUMNS + """
                         from timeline where subject = :id or position(:id in payload) > 0
                        order by time, context, position""").param("id", id.toString()).query(Timeline::entry).list().stream()
                .map(entry -> new Mention(
                        entry.id(),
                        entry.context(),
                        entry.type(),
                        entry.time(),
                        catalogue.withoutPersonal(entry.type(), entry.payload())))
                .toList();
    }

    /** How far each context is taken in. */
    public List<Reached> reached() {
        return database.sql("""
                        select context, count(*) as taken, case when count(*) = max(position) then max(position) else (
                          select coalesce(min(here.position), 0) from timeline here
                          where here.context = timeline.context and not exists (
                            select 1 from timeline next
                            where next.context = here.context and next.position = here.position + 1)) end as through
                        from timeline group by context order by context""")
                .query((row, n) -> new Reached(row.getString("context"), row.getLong("taken"), row.getLong("through")))
                .list();
    }

    /** A condition and what fills it. */
    private record Condition(String sql, Map<String, Object> parameters) {}

    private Condition condition(Summit summit, Filter filter) {
        var sql = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        // an event that tells no summit may belong to any, and must not be missing from all
        sql.add("(summit = :summit or summit is null)");
        parameters.put("summit", summit.id());
        equal(sql, parameters, "context", filter.context());
        equal(sql, parameters, "type", filter.type());
        equal(sql, parameters, "subject", filter.subject());
        equal(sql, parameters, "correlation", filter.correlation());
        if (filter.from() != null) {
            sql.add("time >= :from");
            parameters.put("from", filter.from().atZone(summit.zone()).toOffsetDateTime());
        }
        if (filter.until() != null) {
            sql.add("time < :until");
            parameters.put("until", filter.until().atZone(summit.zone()).toOffsetDateTime());
        }
        if (filter.figure() != null) {
            sql.add("id = any(:figure)");
            parameters.put(
                    "figure", evidence.events(summit.id(), filter.figure()).toArray(UUID[]::new));
        }
        return new Condition(String.join(" and ", sql), parameters);
    }

    private static void equal(List<String> sql, Map<String, Object> parameters, String column, @Nullable String value) {
        if (value != null) {
            sql.add(column + " = :" + column);
            parameters.put(column, value);
        }
    }

    List<Entry> page(Summit summit, Filter filter, int offset, int limit) {
        var condition = condition(summit, filter);
        return database.sql("select " + COLUMNS + " from timeline where " + condition.sql()
                        + " order by time desc, context, position desc limit :limit offset :offset")
                .params(condition.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query(Timeline::entry)
                .list();
    }

    int count(Summit summit, Filter filter) {
        var condition = condition(summit, filter);
        return database.sql("select count(*) from timeline where " + condition.sql())
                .params(condition.parameters())
                .query(Integer.class)
                .single();
    }

    /** Hands out every event of a filter, newest first, without holding them all. */
    void each(Summit summit, Filter filter, Consumer<Entry> taker) {
        var page = 1_000;
        for (var offset = 0; ; offset += page) {
            var entries = page(summit, filter, offset, page);
            entries.forEach(taker);
            if (entries.size() < page) {
                return;
            }
        }
    }

    Optional<Entry> find(UUID event) {
        return database.sql("select " + COLUMNS + " from timeline where id = :id")
                .param("id", event)
                .query(Timeline::entry)
                .optional();
    }

    /** Events of one context after a position, in the order of positions. */
    List<Entry> after(String context, long position, int limit) {
        return database.sql("select " + COLUMNS + """
                         from timeline where context = :context and position > :position
                        order by position limit :limit""")
                .param("context", context)
                .param("position", position)
                .param("limit", limit)
                .query(Timeline::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        var takenAt = row.getObject("taken_at", OffsetDateTime.class);
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("context"),
                row.getLong("position"),
                row.getString("type"),
                row.getString("subject"),
                row.getLong("sequence"),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                row.getBoolean("untimed"),
                row.getString("correlation"),
                row.getString("causation"),
                row.getString("actor"),
                row.getString("role"),
                row.getString("payload"),
                takenAt == null ? null : takenAt.toInstant());
    }
}
