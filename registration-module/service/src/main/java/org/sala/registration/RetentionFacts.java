package org.sala.registration;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.sala.registration.api.RegistrationEvent.ParticipantErased;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.RegistrationEvent.SummitRevised;
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
        var end = end(event.days(), event.zone());
        var over = end.isAfter(announced) ? end : announced;
        database.sql("""
                        insert into retention_summit (summit, since) values (:summit, :since)
                        on conflict (summit) do update set since = excluded.since""")
                .param("summit", event.summit().value())
                .param("since", time(over))
                .update();
    }

    /** A last day that moves away takes the end with it; one that comes nearer changes nothing, so that nothing goes too soon. */
    @EventHandler
    void on(SummitRevised event) {
        database.sql("update retention_summit set since = greatest(since, :end) where summit = :summit")
                .param("summit", event.summit().value())
                .param("end", time(end(event.days(), event.zone())))
                .update();
    }

    private static Instant end(List<SummitDay> days, ZoneId zone) {
        return days.getLast().date().plusDays(1).atStartOfDay(zone).toInstant();
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
