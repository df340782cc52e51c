package org.sala.feedback;

import java.util.List;
import org.sala.eventing.Erasures;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes in from registration which summits there are and who is registered: ids, and nothing personal. Whom registration erases is
 * erased here too.
 */
final class RegistrationFacts implements Projection {

    private final Erasures erasures;

    RegistrationFacts(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public String name() {
        return "registration-facts";
    }

    @Override
    public List<String> tables() {
        return List.of("known_summit", "known_participant");
    }

    @Override
    public void fold(Fact fact, JdbcClient database) {
        if (fact.event() instanceof RegistrationEvent event) {
            switch (event) {
                case SummitAnnounced announced -> know(announced, database);
                case ParticipantRegistered registered -> know(registered, database);
                // what the person signed can't be read any more; the notes still count
                case ParticipantErased erased ->
                    erasures.destroy(erased.participant().toString());
                // of contacts and needs nothing is known here
                case PersonalDataForgotten _, PersonalDataDisclosed _ -> {}
                case OrganizationEnrolled _, ParticipantCheckedIn _ -> {}
            }
        }
    }

    private static void know(SummitAnnounced announced, JdbcClient database) {
        database.sql("insert into known_summit (summit) values (:summit) on conflict do nothing")
                .param("summit", announced.summit().value())
                .update();
    }

    private static void know(ParticipantRegistered registered, JdbcClient database) {
        database.sql("""
                        insert into known_participant (participant, summit) values (:participant, :summit)
                        on conflict (participant) do update set summit = excluded.summit""")
                .param("participant", registered.participant().value())
                .param("summit", registered.summit().value())
                .update();
    }
}
