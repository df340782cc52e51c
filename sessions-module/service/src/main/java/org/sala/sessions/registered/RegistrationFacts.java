package org.sala.sessions.registered;

import java.sql.Types;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.Erasures;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.Projection;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.RegistrationEvent;
import org.sala.registration.api.RegistrationEvent.AttendanceModeChanged;
import org.sala.registration.api.RegistrationEvent.BadgeIssued;
import org.sala.registration.api.RegistrationEvent.BadgeRevoked;
import org.sala.registration.api.RegistrationEvent.CheckInDisputed;
import org.sala.registration.api.RegistrationEvent.CheckInRepeated;
import org.sala.registration.api.RegistrationEvent.CheckInResolved;
import org.sala.registration.api.RegistrationEvent.CohortAssigned;
import org.sala.registration.api.RegistrationEvent.ConsentGiven;
import org.sala.registration.api.RegistrationEvent.ConsentWithdrawn;
import org.sala.registration.api.RegistrationEvent.ContactsTaken;
import org.sala.registration.api.RegistrationEvent.DayDropped;
import org.sala.registration.api.RegistrationEvent.DuplicateDismissed;
import org.sala.registration.api.RegistrationEvent.DuplicateMerged;
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.sala.registration.api.RegistrationEvent.OrganizationRevised;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedIn;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedOut;
import org.sala.registration.api.RegistrationEvent.ParticipantConfirmed;
import org.sala.registration.api.RegistrationEvent.ParticipantErased;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.sala.registration.api.RegistrationEvent.ParticipantRevised;
import org.sala.registration.api.RegistrationEvent.ParticipantWaitlisted;
import org.sala.registration.api.RegistrationEvent.PersonalDataDisclosed;
import org.sala.registration.api.RegistrationEvent.PersonalDataForgotten;
import org.sala.registration.api.RegistrationEvent.RegistrationCancelled;
import org.sala.registration.api.RegistrationEvent.RegistrationClosed;
import org.sala.registration.api.RegistrationEvent.RegistrationOpened;
import org.sala.registration.api.RegistrationEvent.RegistrationReinstated;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.RegistrationEvent.SummitClosed;
import org.sala.registration.api.RegistrationEvent.SummitRevised;
import org.sala.registration.api.RegistrationEvent.TicketIssued;
import org.sala.registration.api.RegistrationEvent.TieDeclared;
import org.sala.registration.api.SummitDay;
import org.sala.registration.api.SummitId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes in from registration which days a summit has, who is registered for them, as what, and for which organisation: ids,
 * and nothing personal. Whom registration erases is erased here too.
 */
public final class RegistrationFacts implements Projection {

    private final Erasures erasures;

    public RegistrationFacts(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public String name() {
        return "registration-facts";
    }

    @Override
    public List<String> tables() {
        return List.of("known_summit_day", "known_participant", "known_organization");
    }

    @Override
    public void fold(Fact fact, JdbcClient database) {
        if (fact.event() instanceof RegistrationEvent event) {
            switch (event) {
                case SummitAnnounced announced ->
                    know(announced.summit(), announced.zone(), announced.days(), database);
                case SummitRevised revised -> know(revised.summit(), revised.zone(), revised.days(), database);
                case RegistrationOpened _, RegistrationClosed _, SummitClosed _, ContactsTaken _ -> {}
                case OrganizationEnrolled enrolled ->
                    isOf(enrolled.organization(), enrolled.summit(), enrolled.cohort(), database);
                case CohortAssigned assigned ->
                    isOf(assigned.organization(), assigned.summit(), assigned.cohort(), database);
                case OrganizationRevised _, TieDeclared _ -> {}
                // what the person said can't be read any more; that they said it still counts
                case ParticipantErased erased ->
                    erasures.destroy(erased.participant().toString());
                case ParticipantEvent ofPerson -> fold(ofPerson, database);
            }
        }
    }

    /** Events of one person come in order. Of an erased person nothing is known here but the id, which is counted by. */
    private static void fold(ParticipantEvent event, JdbcClient database) {
        switch (event) {
            case ParticipantRegistered registered -> {
                comes(
                        registered.participant(),
                        registered.summit(),
                        registered.days().keySet(),
                        database);
                isAs(registered.participant(), registered.organization(), registered.role(), database);
            }
            case ParticipantRevised revised ->
                isAs(revised.participant(), revised.organization(), revised.role(), database);
            case RegistrationReinstated reinstated ->
                comes(
                        reinstated.participant(),
                        reinstated.summit(),
                        reinstated.days().keySet(),
                        database);
            case ParticipantConfirmed confirmed ->
                database.sql("""
                                update known_participant set days = array_append(array_remove(days, :day), :day)
                                where participant = :participant""")
                        .param("participant", confirmed.participant().value())
                        .param("day", confirmed.day())
                        .update();
            case DayDropped dropped ->
                database.sql("""
                                update known_participant set days = array_remove(days, :day)
                                where participant = :participant""")
                        .param("participant", dropped.participant().value())
                        .param("day", dropped.day())
                        .update();
            case RegistrationCancelled cancelled ->
                comes(cancelled.participant(), cancelled.summit(), Set.of(), database);
            case DuplicateMerged merged -> comes(merged.participant(), merged.summit(), Set.of(), database);
            case ParticipantWaitlisted _,
                    AttendanceModeChanged _,
                    ConsentGiven _,
                    ConsentWithdrawn _,
                    TicketIssued _,
                    BadgeIssued _,
                    BadgeRevoked _,
                    ParticipantCheckedIn _,
                    CheckInRepeated _,
                    ParticipantCheckedOut _,
                    CheckInDisputed _,
                    CheckInResolved _,
                    DuplicateDismissed _,
                    PersonalDataForgotten _,
                    PersonalDataDisclosed _,
                    ParticipantErased _ -> {}
        }
    }

    private static void isOf(OrganizationId organization, SummitId summit, Cohort cohort, JdbcClient database) {
        database.sql("""
                        insert into known_organization (organization, summit, cohort)
                        values (:organization, :summit, :cohort)
                        on conflict (organization) do update set cohort = excluded.cohort""")
                .param("organization", organization.value())
                .param("summit", summit.value())
                .param("cohort", cohort.name())
                .update();
    }

    private static void isAs(
            ParticipantId participant,
            @Nullable OrganizationId organization,
            ParticipantRole role,
            JdbcClient database) {
        database.sql("""
                        update known_participant set organization = :organization, role = :role
                        where participant = :participant""")
                .param("participant", participant.value())
                .param("organization", organization == null ? null : organization.value(), Types.OTHER)
                .param("role", role.name())
                .update();
    }

    private static void know(SummitId summit, ZoneId zone, List<SummitDay> days, JdbcClient database) {
        database.sql("delete from known_summit_day where summit = :summit and day > :days")
                .param("summit", summit.value())
                .param("days", days.size())
                .update();
        days.forEach(day -> know(summit, zone, day, database));
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

    private static void comes(ParticipantId participant, SummitId summit, Set<Integer> days, JdbcClient database) {
        database.sql("""
                        insert into known_participant (participant, summit, days) values (:participant, :summit, :days)
                        on conflict (participant) do update set summit = excluded.summit, days = excluded.days""")
                .param("participant", participant.value())
                .param("summit", summit.value())
                .param("days", days.toArray(Integer[]::new))
                .update();
    }
}
