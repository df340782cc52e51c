package org.sala.marketplace;

import java.util.Optional;
import java.util.UUID;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people that {@link RegistrationFacts} took in, by ids alone. */
final class MemberTable implements Members {

    private final JdbcClient database;

    MemberTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Membership> of(UUID participant) {
        return database.sql("""
                        select summit, organization from member
                        where participant = :participant and comes and organization is not null
                        """)
                .param("participant", participant)
                .query((row, number) -> new Membership(
                        new SummitId(row.getObject("summit", UUID.class)),
                        new OrganizationId(row.getObject("organization", UUID.class))))
                .optional();
    }
}
