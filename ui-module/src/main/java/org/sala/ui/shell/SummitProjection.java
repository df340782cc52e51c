package org.sala.ui.shell;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.Projection;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.RegistrationEvent.ContactsTaken;
import org.sala.registration.api.RegistrationEvent.RegistrationClosed;
import org.sala.registration.api.RegistrationEvent.RegistrationOpened;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.RegistrationEvent.SummitClosed;
import org.sala.registration.api.RegistrationEvent.SummitEvent;
import org.sala.registration.api.RegistrationEvent.SummitRevised;
import org.sala.registration.api.SummitDay;
import org.sala.registration.api.SummitId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which summits there are, with their days and seats. */
@Component
@Order(10)
class SummitProjection implements Projection {

    @Override
    public String name() {
        return "summits";
    }

    @Override
    public List<String> tables() {
        return List.of("summit", "summit_day");
    }

    @Override
    public void fold(Fact fact, JdbcClient database) {
        if (fact.event() instanceof SummitEvent event) {
            switch (event) {
                case SummitAnnounced said ->
                    fold(
                            said.summit(),
                            said.title(),
                            said.zone(),
                            said.days(),
                            said.consentVersion(),
                            said.consentText(),
                            database);
                case SummitRevised said ->
                    fold(
                            said.summit(),
                            said.title(),
                            said.zone(),
                            said.days(),
                            said.consentVersion(),
                            said.consentText(),
                            database);
                case RegistrationOpened opened -> registration(opened.summit(), true, opened.until(), database);
                case RegistrationClosed closed -> registration(closed.summit(), false, null, database);
                case ContactsTaken _ -> {
                    // says nothing of the summit
                }
                case SummitClosed closed ->
                    database.sql("update summit set registration_open = false, closed = true where id = :id")
                            .param("id", closed.summit().value())
                            .update();
            }
        }
    }

    private static void fold(
            SummitId summit,
            BilingualText title,
            ZoneId zone,
            List<SummitDay> days,
            String consentVersion,
            BilingualText consentText,
            JdbcClient database) {
        database.sql("""
                        insert into summit (id, title_km, title_en, zone, consent_version, consent_km, consent_en)
                        values (:id, :km, :en, :zone, :consentVersion, :consentKm, :consentEn)
                        on conflict (id) do update
                        set title_km = excluded.title_km, title_en = excluded.title_en, zone = excluded.zone,
                            consent_version = excluded.consent_version, consent_km = excluded.consent_km,
                            consent_en = excluded.consent_en""")
                .param("id", summit.value())
                .param("km", title.km())
                .param("en", title.en())
                .param("zone", zone.getId())
                .param("consentVersion", consentVersion)
                .param("consentKm", consentText.km())
                .param("consentEn", consentText.en())
                .update();
        database.sql("delete from summit_day where summit = :summit and number > :days")
                .param("summit", summit.value())
                .param("days", days.size())
                .update();
        days.forEach(day -> fold(summit, day, database));
    }

    private static void registration(SummitId summit, boolean open, @Nullable Instant until, JdbcClient database) {
        database.sql("update summit set registration_open = :open, registration_until = :until where id = :id")
                .param("open", open)
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", summit.value())
                .update();
    }

    private static void fold(SummitId summit, SummitDay day, JdbcClient database) {
        database.sql("""
                        insert into summit_day
                          (summit, number, date, venue_km, venue_en, seats_in_person, seats_online, cohorts, roles,
                           per_organization)
                        values (:summit, :number, :date, :km, :en, :inPerson, :online, :cohorts, :roles,
                          :perOrganization)
                        on conflict (summit, number) do update
                        set date = excluded.date, venue_km = excluded.venue_km, venue_en = excluded.venue_en,
                            seats_in_person = excluded.seats_in_person, seats_online = excluded.seats_online,
                            cohorts = excluded.cohorts, roles = excluded.roles,
                            per_organization = excluded.per_organization""")
                .param("summit", summit.value())
                .param("number", day.number())
                .param("date", day.date())
                .param("km", day.venue().km())
                .param("en", day.venue().en())
                .param("inPerson", seats(day, AttendanceMode.IN_PERSON), Types.INTEGER)
                .param("online", seats(day, AttendanceMode.ONLINE), Types.INTEGER)
                .param("cohorts", names(day.admits().cohorts()))
                .param("roles", names(day.admits().roles()))
                .param("perOrganization", day.perOrganization(), Types.INTEGER)
                .update();
    }

    private static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }

    private static @Nullable Integer seats(SummitDay day, AttendanceMode mode) {
        return day.seats().get(mode);
    }
}
