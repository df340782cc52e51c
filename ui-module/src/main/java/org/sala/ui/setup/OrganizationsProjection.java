package org.sala.ui.setup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.Projection;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.RegistrationEvent.CohortAssigned;
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.sala.registration.api.RegistrationEvent.OrganizationEvent;
import org.sala.registration.api.RegistrationEvent.OrganizationRevised;
import org.sala.registration.api.RegistrationEvent.TieDeclared;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which organisations take part, as they are now, and what they have said of their ties. */
@Component
@Order(60)
class OrganizationsProjection implements Projection {

    @Override
    public String name() {
        return "organizations";
    }

    @Override
    public List<String> tables() {
        return List.of("organization", "organization_tie");
    }

    @Override
    public void fold(Fact fact, JdbcClient database) {
        if (fact.event() instanceof OrganizationEvent event) {
            switch (event) {
                case OrganizationEnrolled enrolled -> {
                    said(
                            enrolled,
                            enrolled.name(),
                            enrolled.kind(),
                            enrolled.size(),
                            enrolled.province(),
                            enrolled.workingLanguage(),
                            enrolled.sectors(),
                            database);
                    cohort(enrolled, enrolled.cohort().name(), database);
                }
                case OrganizationRevised revised ->
                    said(
                            revised,
                            revised.name(),
                            revised.kind(),
                            revised.size(),
                            revised.province(),
                            revised.workingLanguage(),
                            revised.sectors(),
                            database);
                case CohortAssigned assigned ->
                    cohort(assigned, assigned.cohort().name(), database);
                case TieDeclared declared -> tie(declared, database);
            }
        }
    }

    private static void said(
            OrganizationEvent event,
            BilingualText name,
            OrganizationKind kind,
            OrganizationSize size,
            @Nullable String province,
            Language language,
            List<String> sectors,
            JdbcClient database) {
        database.sql("""
                        insert into organization (id, summit, name_km, name_en, kind, size, province, language, sectors)
                        values (:id, :summit, :km, :en, :kind, :size, :province, :language, :sectors)
                        on conflict (id) do update
                        set name_km = excluded.name_km, name_en = excluded.name_en, kind = excluded.kind,
                            size = excluded.size, province = excluded.province, language = excluded.language,
                            sectors = excluded.sectors""")
                .param("id", event.organization().value())
                .param("summit", event.summit().value())
                .param("km", name.km())
                .param("en", name.en())
                .param("kind", kind.name())
                .param("size", size.name())
                .param("province", province, java.sql.Types.VARCHAR)
                .param("language", language.name())
                .param("sectors", sectors.toArray(String[]::new))
                .update();
    }

    private static void cohort(OrganizationEvent event, String cohort, JdbcClient database) {
        database.sql("update organization set cohort = :cohort where id = :id")
                .param("cohort", cohort)
                .param("id", event.organization().value())
                .update();
    }

    private static void tie(TieDeclared declared, JdbcClient database) {
        database.sql("""
                        insert into organization_tie (organization, other, round, summit, strength)
                        values (:organization, :other, :round, :summit, :strength)
                        on conflict (organization, other, round) do update set strength = excluded.strength""")
                .param("organization", declared.organization().value())
                .param("other", declared.with().value())
                .param("round", declared.round().name())
                .param("summit", declared.summit().value())
                .param("strength", declared.strength().name())
                .update();
    }
}
