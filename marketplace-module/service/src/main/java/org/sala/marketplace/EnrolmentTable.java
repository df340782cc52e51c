package org.sala.marketplace;

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
}
