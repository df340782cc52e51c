package org.sala.ui.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.Projection;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.SummitDay;
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
        if (fact.event() instanceof SummitAnnounced announced) {
            database.sql("""
                            insert into summit (id, title_km, title_en, zone) values (:id, :km, :en, :zone)
                            on conflict (id) do update
                            set title_km = excluded.title_km, title_en = excluded.title_en, zone = excluded.zone""")
                    .param("id", announced.summit().value())
                    .param("km", announced.title().km())
                    .param("en", announced.title().en())
                    .param("zone", announced.zone().getId())
                    .update();
            announced.days().forEach(day -> fold(announced, day, database));
        }
    }

    private static void fold(SummitAnnounced announced, SummitDay day, JdbcClient database) {
        database.sql("""
                        insert into summit_day
                          (summit, number, date, venue_km, venue_en, seats_in_person, seats_online)
                        values (:summit, :number, :date, :km, :en, :inPerson, :online)
                        on conflict (summit, number) do update
                        set date = excluded.date, venue_km = excluded.venue_km, venue_en = excluded.venue_en,
                            seats_in_person = excluded.seats_in_person, seats_online = excluded.seats_online""")
                .param("summit", announced.summit().value())
                .param("number", day.number())
                .param("date", day.date())
                .param("km", day.venue().km())
                .param("en", day.venue().en())
                .param("inPerson", seats(day, AttendanceMode.IN_PERSON), java.sql.Types.INTEGER)
                .param("online", seats(day, AttendanceMode.ONLINE), java.sql.Types.INTEGER)
                .update();
    }

    private static @Nullable Integer seats(SummitDay day, AttendanceMode mode) {
        return day.seats().get(mode);
    }
}
