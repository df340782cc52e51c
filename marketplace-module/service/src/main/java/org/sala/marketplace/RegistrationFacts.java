package org.sala.marketplace;

import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.Projection;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.RegistrationEvent;
import org.sala.registration.api.RegistrationEvent.DuplicateMerged;
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.sala.registration.api.RegistrationEvent.OrganizationEvent;
import org.sala.registration.api.RegistrationEvent.OrganizationRevised;
import org.sala.registration.api.RegistrationEvent.ParticipantErased;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.sala.registration.api.RegistrationEvent.ParticipantRevised;
import org.sala.registration.api.RegistrationEvent.RegistrationCancelled;
import org.sala.registration.api.RegistrationEvent.RegistrationReinstated;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.RegistrationEvent.SummitEvent;
import org.sala.registration.api.RegistrationEvent.SummitRevised;
import org.sala.registration.api.SummitDay;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes in from registration which organisations belong to a summit, when it ends, and for which organisation somebody may
 * act: ids and days, and nothing personal.
 */
final class RegistrationFacts implements Projection {

    @Override
    public String name() {
        return "registration-facts";
    }

    @Override
    public List<String> tables() {
        return List.of("enrolment", "summit", "member");
    }

    @Override
    public void fold(Fact fact, JdbcClient database) {
        if (fact.event() instanceof RegistrationEvent event) {
            switch (event) {
                case SummitAnnounced announced ->
                    ends(announced.summit().value(), announced.days(), announced.zone(), database);
                case SummitRevised revised -> ends(revised.summit().value(), revised.days(), revised.zone(), database);
                case OrganizationEnrolled enrolled ->
                    enrol(enrolled.summit().value(), enrolled.organization().value(), enrolled.size(), database);
                case OrganizationRevised revised ->
                    enrol(revised.summit().value(), revised.organization().value(), revised.size(), database);
                case ParticipantRegistered registered ->
                    belongs(
                            registered.participant().value(),
                            registered.summit().value(),
                            registered.organization(),
                            database);
                case ParticipantRevised revised ->
                    belongs(revised.participant().value(), revised.summit().value(), revised.organization(), database);
                case RegistrationCancelled cancelled ->
                    comes(cancelled.participant().value(), false, database);
                case RegistrationReinstated reinstated ->
                    comes(reinstated.participant().value(), true, database);
                case DuplicateMerged merged -> forget(merged.participant().value(), database);
                case ParticipantErased erased -> forget(erased.participant().value(), database);
                // who acts for an organisation, and until when, is all that is asked
                case SummitEvent _, OrganizationEvent _, ParticipantEvent _ -> {}
            }
        }
    }

    private static void ends(UUID summit, List<SummitDay> days, ZoneId zone, JdbcClient database) {
        var last = days.stream().map(SummitDay::date).max(LocalDate::compareTo);
        last.ifPresent(day -> database.sql("""
                        insert into summit (summit, ends) values (:summit, :ends)
                        on conflict (summit) do update set ends = excluded.ends
                        """)
                .param("summit", summit)
                .param("ends", day.plusDays(1).atStartOfDay(zone).toOffsetDateTime())
                .update());
    }

    private static void enrol(UUID summit, UUID organization, OrganizationSize size, JdbcClient database) {
        database.sql("""
                        insert into enrolment (summit, organization, small) values (:summit, :organization, :small)
                        on conflict (summit, organization) do update set small = excluded.small
                        """)
                .param("summit", summit)
                .param("organization", organization)
                .param("small", size == OrganizationSize.SMALL)
                .update();
    }

    private static void belongs(
            UUID participant, UUID summit, @Nullable OrganizationId organization, JdbcClient database) {
        database.sql("""
                        insert into member (participant, summit, organization) values (:participant, :summit, :organization)
                        on conflict (participant) do update set organization = excluded.organization
                        """)
                .param("participant", participant)
                .param("summit", summit)
                .param("organization", organization == null ? null : organization.value(), Types.OTHER)
                .update();
    }

    private static void comes(UUID participant, boolean comes, JdbcClient database) {
        database.sql("update member set comes = :comes where participant = :participant")
                .param("participant", participant)
                .param("comes", comes)
                .update();
    }

    private static void forget(UUID participant, JdbcClient database) {
        database.sql("delete from member where participant = :participant")
                .param("participant", participant)
                .update();
    }
}
