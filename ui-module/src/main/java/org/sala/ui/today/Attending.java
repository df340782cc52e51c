package org.sala.ui.today;

import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantId;
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
import org.sala.registration.api.RegistrationEvent.DayDropped;
import org.sala.registration.api.RegistrationEvent.DuplicateDismissed;
import org.sala.registration.api.RegistrationEvent.DuplicateMerged;
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.sala.registration.api.RegistrationEvent.OrganizationEvent;
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
import org.sala.registration.api.RegistrationEvent.RegistrationReinstated;
import org.sala.registration.api.RegistrationEvent.SummitEvent;
import org.sala.registration.api.RegistrationEvent.TicketIssued;
import org.sala.registration.api.RegistrationEvent.TieDeclared;
import org.sala.registration.api.SummitId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Folds who is expected on a day, and who is here: ids and modes, no name. Events of one person come in order. */
final class Attending {

    private Attending() {}

    static void fold(RegistrationEvent event, JdbcClient database) {
        switch (event) {
            case SummitEvent _ -> {
                // the shell's
            }
            case OrganizationEvent ofOrganization -> fold(ofOrganization, database);
            case ParticipantEvent ofPerson -> fold(ofPerson, database);
        }
    }

    private static void fold(OrganizationEvent event, JdbcClient database) {
        switch (event) {
            case OrganizationEnrolled enrolled ->
                organization(enrolled.organization(), enrolled.summit(), enrolled.name(), database);
            case OrganizationRevised revised ->
                organization(revised.organization(), revised.summit(), revised.name(), database);
            case CohortAssigned _, TieDeclared _ -> {}
        }
    }

    private static void fold(ParticipantEvent event, JdbcClient database) {
        switch (event) {
            case ParticipantRegistered registered -> {
                person(registered.participant(), registered.summit(), registered.organization(), database);
                registered.days().forEach((day, mode) -> expected(registered, day, mode, database));
            }
            case ParticipantRevised revised ->
                person(revised.participant(), revised.summit(), revised.organization(), database);
            case ParticipantConfirmed confirmed -> expected(confirmed, confirmed.day(), confirmed.mode(), database);
            case AttendanceModeChanged changed -> expected(changed, changed.day(), changed.to(), database);
            case RegistrationReinstated reinstated ->
                reinstated.days().forEach((day, mode) -> expected(reinstated, day, mode, database));
            case DayDropped dropped ->
                database.sql("delete from today_expected where participant = :participant and day = :day")
                        .param("participant", dropped.participant().value())
                        .param("day", dropped.day())
                        .update();
            case RegistrationCancelled cancelled -> forget("today_expected", cancelled.participant(), database);
            case DuplicateMerged merged -> {
                forget("today_expected", merged.participant(), database);
                database.sql("""
                                insert into today_person (participant, summit, merged)
                                values (:participant, :summit, true)
                                on conflict (participant) do update set merged = true""")
                        .param("participant", merged.participant().value())
                        .param("summit", merged.summit().value())
                        .update();
            }
            case ParticipantCheckedIn checkedIn ->
                present(
                        checkedIn,
                        checkedIn.day(),
                        checkedIn.mode(),
                        checkedIn.scan() == null ? Boolean.TRUE : null,
                        database);
            case CheckInResolved resolved -> {
                switch (resolved.resolution()) {
                    case WAS_HERE -> present(resolved, resolved.day(), resolved.mode(), true, database);
                    case WAS_NOT_HERE -> present(resolved, resolved.day(), resolved.mode(), false, database);
                    case EXPLAINED -> {}
                }
            }
            // what no count of today hangs on; no table here tells who anybody is, and counts outlive an erasure
            case ParticipantWaitlisted _,
                    ConsentGiven _,
                    ConsentWithdrawn _,
                    TicketIssued _,
                    BadgeIssued _,
                    BadgeRevoked _,
                    CheckInRepeated _,
                    ParticipantCheckedOut _,
                    CheckInDisputed _,
                    DuplicateDismissed _,
                    PersonalDataForgotten _,
                    PersonalDataDisclosed _,
                    ParticipantErased _ -> {}
        }
    }

    private static void organization(
            OrganizationId organization, SummitId summit, BilingualText name, JdbcClient database) {
        database.sql("""
                        insert into today_organization (organization, summit, name_km, name_en)
                        values (:organization, :summit, :km, :en)
                        on conflict (organization) do update
                        set name_km = excluded.name_km, name_en = excluded.name_en""")
                .param("organization", organization.value())
                .param("summit", summit.value())
                .param("km", name.km())
                .param("en", name.en())
                .update();
    }

    private static void person(
            ParticipantId participant, SummitId summit, @Nullable OrganizationId organization, JdbcClient database) {
        database.sql("""
                        insert into today_person (participant, summit, organization)
                        values (:participant, :summit, :organization)
                        on conflict (participant) do update set organization = excluded.organization""")
                .param("participant", participant.value())
                .param("summit", summit.value())
                .param("organization", value(organization), Types.OTHER)
                .update();
    }

    private static @Nullable UUID value(@Nullable OrganizationId organization) {
        return organization == null ? null : organization.value();
    }

    private static void expected(ParticipantEvent event, int day, AttendanceMode mode, JdbcClient database) {
        database.sql("""
                        insert into today_expected (participant, day, summit, mode)
                        values (:participant, :day, :summit, :mode)
                        on conflict (participant, day) do update set mode = excluded.mode""")
                .param("participant", event.participant().value())
                .param("day", day)
                .param("summit", event.summit().value())
                .param("mode", mode.name())
                .update();
    }

    /** @param said what a person said of it; null where a device did, which changes nothing that a person said */
    private static void present(
            ParticipantEvent event, int day, AttendanceMode mode, @Nullable Boolean said, JdbcClient database) {
        database.sql("""
                        insert into today_present as present (participant, day, mode, summit, here, said)
                        values (:participant, :day, :mode, :summit, coalesce(:said, true), :said)
                        on conflict (participant, day, mode) do update
                        set said = coalesce(excluded.said, present.said),
                            here = coalesce(excluded.said, present.said, true)""")
                .param("participant", event.participant().value())
                .param("day", day)
                .param("mode", mode.name())
                .param("summit", event.summit().value())
                .param("said", said, Types.BOOLEAN)
                .update();
    }

    private static void forget(String table, ParticipantId participant, JdbcClient database) {
        database.sql("delete from " + table + " where participant = :participant")
                .param("participant", participant.value())
                .update();
    }
}
