package org.sala.registration.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationQueries.Filter;
import org.sala.registration.api.RegistrationQueries.Line;
import org.sala.registration.api.SummitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everybody who is registered, summit by summit. A line is written in the transaction of the event that changes it, and
 * read back into memory, where names are searched, before each question: whoever was registered a moment ago, here or in
 * another process, is found.
 */
public final class People {

    private final JdbcClient database;
    private final Seal seal;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<SummitId, Roster> rosters = new ConcurrentHashMap<>();

    /**
     * @param key 32 bytes that names are sealed with at rest
     */
    public People(JdbcClient database, byte[] key) {
        this.database = database;
        this.seal = new Seal(key);
    }

    /** Enters a person, or what has changed of them. */
    public void enter(SummitId summit, Line line) {
        write(summit, line.participant(), seal.close(line.participant(), json.writeValueAsBytes(line)));
    }

    /** Forgets a person; that there was somebody stays, so that every process forgets them. */
    public void forget(SummitId summit, ParticipantId participant) {
        write(summit, participant, null);
    }

    private void write(SummitId summit, ParticipantId participant, byte @Nullable [] sealed) {
        database.sql("""
                        insert into person (participant, summit, sealed) values (:participant, :summit, :sealed)
                        on conflict (participant) do update
                            set sealed = excluded.sealed, changed = pg_current_xact_id()
                        """)
                .param("participant", participant.value())
                .param("summit", summit.value())
                .param("sealed", sealed)
                .update();
    }

    /** Everybody whom a filter lets through, in the order of their names. */
    public List<Line> find(SummitId summit, Filter filter) {
        return roster(summit).find(wanted(filter));
    }

    /** Everybody, in the order of their names. */
    public List<Line> everybody(SummitId summit) {
        return find(summit, Filter.EVERYBODY);
    }

    /** Those of them who have these ids. */
    public Map<ParticipantId, Line> lines(SummitId summit, Iterable<ParticipantId> participants) {
        var roster = roster(summit);
        var found = new HashMap<ParticipantId, Line>();
        participants.forEach(id -> roster.line(id).ifPresent(line -> found.put(id, line)));
        return found;
    }

    /** Who has a contact and no line here: registered before there were lines. */
    public List<ParticipantId> missing() {
        return database.sql("""
                        select distinct participant from contact
                        where not exists (select from person where person.participant = contact.participant)
                        """)
                .query((row, number) -> new ParticipantId(row.getObject("participant", UUID.class)))
                .list();
    }

    private static Predicate<Roster.Row> wanted(Filter filter) {
        var words = filter.text() == null
                ? List.<String>of()
                : List.of(Folded.of(filter.text()).split(" "));
        return row -> {
            var line = row.line();
            return (filter.status() == null || line.status() == filter.status())
                    && (filter.organization() == null || filter.organization().equals(line.organization()))
                    && (filter.day() == null || isThere(line, filter.day(), filter.here()))
                    && words.stream().allMatch(row.folded()::contains);
        };
    }

    private static boolean isThere(Line line, int day, @Nullable Boolean here) {
        var place = line.days().get(day);
        return place != null && (here == null || here != place.here().isEmpty());
    }

    private Roster roster(SummitId summit) {
        var roster = rosters.computeIfAbsent(summit, _ -> new Roster());
        roster.refresh(since -> changedSince(summit, since));
        return roster;
    }

    /**
     * What may have changed since: everything of transactions that were not over then. A number that counts changes would
     * not do, since they don't become visible in its order (decision 0003).
     */
    private Roster.Changes changedSince(SummitId summit, long since) {
        var lines = new HashMap<ParticipantId, Optional<Line>>();
        var seen = new ArrayList<Long>();
        database.sql("""
                        select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as seen, participant, sealed
                        from (select) as always
                            left join person on summit = :summit and changed >= :since::text::xid8
                        """)
                .param("summit", summit.value())
                .param("since", Long.toString(since))
                .query(row -> {
                    seen.add(row.getLong("seen"));
                    var id = row.getObject("participant", UUID.class);
                    if (id != null) {
                        var participant = new ParticipantId(id);
                        lines.put(
                                participant,
                                Optional.ofNullable(row.getBytes("sealed"))
                                        .map(bytes -> json.readValue(seal.open(participant, bytes), Line.class)));
                    }
                });
        return new Roster.Changes(
                lines, seen.stream().min(Comparator.naturalOrder()).orElse(since));
    }
}
