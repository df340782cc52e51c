package org.sala.eventing.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an application could not take in: subjects whose events wait, in order, until they are tried again. */
public final class DeadLetters {

    private final JdbcClient database;
    private final Map<String, Inbox> inboxes;

    DeadLetters(DataSource dataSource, Map<String, Inbox> inboxes) {
        this.database = JdbcClient.create(dataSource);
        this.inboxes = Map.copyOf(inboxes);
    }

    /**
     * A subject whose events are parked.
     *
     * @param type wire name of the first
     * @param cause why the first cannot be taken; no content of the event
     * @param events how many wait, the first included
     * @param attempts how often the first was tried
     */
    public record ParkedSubject(
            String intake,
            String context,
            String subject,
            String type,
            String cause,
            int events,
            int attempts,
            Instant since) {}

    /** All parked subjects, the longest waiting first. */
    public List<ParkedSubject> parked() {
        return database
                .sql("""
                        select distinct on (intake, context, subject) intake, context, subject, type, cause, attempts,
                            count(*) over (partition by intake, context, subject) as events,
                            min(parked_at) over (partition by intake, context, subject) as since
                        from parked_event order by intake, context, subject, sequence""")
                .query((row, n) -> new ParkedSubject(
                        row.getString("intake"),
                        row.getString("context"),
                        row.getString("subject"),
                        row.getString("type"),
                        row.getString("cause"),
                        row.getInt("events"),
                        row.getInt("attempts"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .sorted(Comparator.comparing(ParkedSubject::since))
                .toList();
    }

    /** Ids of the events of some types that wait, whatever their subject. */
    public Set<UUID> ofTypes(Set<String> types) {
        return database.sql("select headers ->> 'ce_id' as id from parked_event where type = any(:types)")
                .param("types", types.toArray(String[]::new))
                .query((row, n) -> UUID.fromString(row.getString("id")))
                .set();
    }

    /**
     * Tries a subject's events again, in order, up to the first that still cannot be taken.
     *
     * @return how many were taken in
     * @throws IllegalArgumentException where this application has no such intake
     */
    public int retry(String intake, String context, String subject) {
        var inbox = inboxes.get(intake);
        if (inbox == null) {
            throw new IllegalArgumentException("no intake " + intake);
        }
        return inbox.retry(context, subject);
    }
}
