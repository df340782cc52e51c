package org.sala.marketplace;

import java.util.List;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.Projection;
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes in from registration which organisations belong to a summit; the marketplace needs no other fact of it. */
final class RegistrationFacts implements Projection {

    @Override
    public String name() {
        return "registration-facts";
    }

    @Override
    public List<String> tables() {
        return List.of("enrolment");
    }

    @Override
    public void fold(Fact fact, JdbcClient database) {
        if (fact.event() instanceof OrganizationEnrolled enrolled) {
            database.sql("""
                            insert into enrolment (summit, organization) values (:summit, :organization)
                            on conflict do nothing
                            """)
                    .param("summit", enrolled.summit().value())
                    .param("organization", enrolled.organization().value())
                    .update();
        }
    }
}
