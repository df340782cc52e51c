package org.sala.marketplace;

import java.util.Set;
import java.util.UUID;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The enrolments that {@link RegistrationFacts} took in. */
final class EnrolmentTable implements Enrolments {

    private final JdbcClient database;

    EnrolmentTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean isEnrolled(SummitId summit, OrganizationId organization) {
        return database.sql(
                        "select exists (select from enrolment where summit = :summit and organization = :organization)")
                .param("summit", summit.value())
                .param("organization", organization.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Set<OrganizationId> small(SummitId summit) {
        return database.sql("select organization from enrolment where summit = :summit and small")
                .param("summit", summit.value())
                .query((row, number) -> new OrganizationId(row.getObject("organization", UUID.class)))
                .set();
    }
}
