package org.sala.sessions;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.Projection;
import org.sala.registration.api.RegistrationEvent;
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedIn;
import org.sala.registration.api.RegistrationEvent.ParticipantErased;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.sala.registration.api.RegistrationEvent.PersonalDataDisclosed;
import org.sala.registration.api.RegistrationEvent.PersonalDataForgotten;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.SummitDay;
import org.sala.registration.api.SummitId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes in from registration which days a summit has and who is registered for them: ids, and nothing personal. */
final class RegistrationFacts implements Projection {

    @Override
    public String name() {
        return "registration-facts";
    }

    @Override
    public List<String> tables() {
        return List.of("known_summit_day", "known_participant");
    }

    @Override
    public void fold(Fact fact, JdbcClient database) {
        if (fact.event() instanceof RegistrationEvent event) {
            switch (event) {
                case SummitAnnounced announced ->
                    announced.days().forEach(day -> know(announced.summit(), announced.zone(), day, database));
                case ParticipantRegistered registered -> know(registered, database);
                // of an erased person nothing is known here but the id, by which attendance is counted
                case PersonalDataForgotten _, PersonalDataDisclosed _ -> {}
                case OrganizationEnrolled _, ParticipantCheckedIn _, ParticipantErased _ -> {}
            }
        }
    }

    private static void know(SummitId summit, ZoneId zone, SummitDay day, JdbcClient database) {
        database.sql("""
                        insert into known_summit_day (summit, day, starts, ends, modes)
                        values (:summit, :day, :starts, :ends, :modes)
                        on conflict (summit, day) do update
                        set starts = excluded.starts, ends = excluded.ends, modes = excluded.modes""")
                .param("summit", summit.value())
                .param("day", day.number())
                .param("starts", midnight(day, 0, zone))
                .param("ends", midnight(day, 1, zone))
                .param("modes", day.seats().keySet().stream().map(Enum::name).toArray(String[]::new))
                .update();
    }

    private static Object midnight(SummitDay day, int later, ZoneId zone) {
        return day.date().plusDays(later).atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
    }

    private static void know(ParticipantRegistered registered, JdbcClient database) {
        database.sql("""
                        insert into known_participant (participant, summit, days) values (:participant, :summit, :days)
                        on conflict (participant) do update set summit = excluded.summit, days = excluded.days""")
                .param("participant", registered.participant().value())
                .param("summit", registered.summit().value())
                .param("days", registered.days().keySet().toArray(Integer[]::new))
                .update();
    }
}
