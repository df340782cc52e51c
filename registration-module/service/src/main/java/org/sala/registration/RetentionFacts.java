package org.sala.registration;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.sala.registration.api.RegistrationEvent.ParticipantErased;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.SummitDay;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What retention goes by: since when a summit's time runs, and whose data are of it. Follows registration's events. */
final class RetentionFacts {

    private final JdbcClient database;

    RetentionFacts(JdbcClient database) {
        this.database = database;
    }

    /** From the end of the last day; of a summit that was entered later, a past one say, from then on. */
    @EventHandler
    void on(SummitAnnounced event, @Timestamp Instant announced) {
        var over = event.days().stream()
                .map(SummitDay::date)
                .max(Comparator.naturalOrder())
                .map(last -> last.plusDays(1).atStartOfDay(event.zone()).toInstant())
                .filter(end -> end.isAfter(announced))
                .orElse(announced);
        database.sql("""
                        insert into retention_summit (summit, since) values (:summit, :since)
                        on conflict (summit) do update set since = excluded.since""")
                .param("summit", event.summit().value())
                .param("since", time(over))
                .update();
    }

    @EventHandler
    void on(ParticipantRegistered event) {
        database.sql("""
                        insert into retention_person (participant, summit) values (:participant, :summit)
                        on conflict (participant) do nothing""")
                .param("participant", event.participant().value())
                .param("summit", event.summit().value())
                .update();
    }

    @EventHandler
    void on(ParticipantErased event) {
        database.sql("delete from retention_person where participant = :participant")
                .param("participant", event.participant().value())
                .update();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
