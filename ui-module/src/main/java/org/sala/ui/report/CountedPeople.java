package org.sala.ui.report;

import java.sql.Types;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Gender;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
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

/**
 * Folds the organisations and people that indicators count, each row with the event that says what it says now. Who
 * cancelled is counted where they had been, and no more where they had not.
 */
final class CountedPeople {

    private CountedPeople() {}

    static void fold(RegistrationEvent event, UUID id, JdbcClient database) {
        switch (event) {
            case SummitEvent _ -> {}
            case OrganizationEvent ofOrganization -> fold(ofOrganization, id, database);
            case ParticipantEvent ofPerson -> fold(ofPerson, id, database);
        }
    }

    private static void fold(OrganizationEvent event, UUID id, JdbcClient database) {
        switch (event) {
            case OrganizationEnrolled said ->
                organization(said.organization(), said.summit(), said.kind(), said.size(), id, database);
            case OrganizationRevised said ->
                organization(said.organization(), said.summit(), said.kind(), said.size(), id, database);
            // no figure is split by them yet
            case CohortAssigned _, TieDeclared _ -> {}
        }
    }

    private static void fold(ParticipantEvent event, UUID id, JdbcClient database) {
        switch (event) {
            case ParticipantRegistered said -> {
                person(said.participant(), said.summit(), said.organization(), said.gender(), id, database);
                days(said.participant(), said.days(), database);
            }
            case ParticipantRevised said ->
                person(said.participant(), said.summit(), said.organization(), said.gender(), id, database);
            case ParticipantConfirmed said -> days(said.participant(), Map.of(said.day(), said.mode()), database);
            case AttendanceModeChanged said -> days(said.participant(), Map.of(said.day(), said.to()), database);
            case RegistrationReinstated said -> {
                registered(said.participant(), true, database);
                days(said.participant(), said.days(), database);
            }
            case DayDropped said ->
                database.sql("""
                                delete from report_person_day d where participant = :participant and day = :day
                                and not exists (select from report_presence p
                                  where p.participant = d.participant and p.day = d.day and p.here)""")
                        .param("participant", said.participant().value())
                        .param("day", said.day())
                        .update();
            case RegistrationCancelled said -> ended(said.participant(), database);
            case DuplicateMerged said -> {
                database.sql("update report_person set merged = true where participant = :participant")
                        .param("participant", said.participant().value())
                        .update();
                ended(said.participant(), database);
            }
            case ParticipantCheckedIn said ->
                present(said, said.day(), said.mode(), said.scan() == null ? Boolean.TRUE : null, id, database);
            case CheckInResolved said -> {
                switch (said.resolution()) {
                    case WAS_HERE -> present(said, said.day(), said.mode(), true, id, database);
                    case WAS_NOT_HERE -> present(said, said.day(), said.mode(), false, id, database);
                    case EXPLAINED -> {}
                }
            }
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
            OrganizationId organization,
            SummitId summit,
            OrganizationKind kind,
            OrganizationSize size,
            UUID event,
            JdbcClient database) {
        database.sql("""
                        insert into report_organization (organization, summit, kind, size, event)
                        values (:organization, :summit, :kind, :size, :event)
                        on conflict (organization) do update
                        set kind = excluded.kind, size = excluded.size, event = excluded.event""")
                .param("organization", organization.value())
                .param("summit", summit.value())
                .param("kind", kind.name())
                .param("size", size.name())
                .param("event", event)
                .update();
    }

    private static void person(
            ParticipantId participant,
            SummitId summit,
            @Nullable OrganizationId organization,
            Gender gender,
            UUID event,
            JdbcClient database) {
        database.sql("""
                        insert into report_person (participant, summit, organization, gender, event)
                        values (:participant, :summit, :organization, :gender, :event)
                        on conflict (participant) do update
                        set organization = excluded.organization, gender = excluded.gender, event = excluded.event""")
                .param("participant", participant.value())
                .param("summit", summit.value())
                .param("organization", organization == null ? null : organization.value(), Types.OTHER)
                .param("gender", gender.name())
                .param("event", event)
                .update();
    }

    private static void days(ParticipantId participant, Map<Integer, AttendanceMode> days, JdbcClient database) {
        days.forEach((day, mode) -> database.sql("""
                        insert into report_person_day (participant, day, mode) values (:participant, :day, :mode)
                        on conflict (participant, day) do update set mode = excluded.mode""")
                .param("participant", participant.value())
                .param("day", day)
                .param("mode", mode.name())
                .update());
    }

    private static void registered(ParticipantId participant, boolean registered, JdbcClient database) {
        database.sql("update report_person set registered = :registered where participant = :participant")
                .param("registered", registered)
                .param("participant", participant.value())
                .update();
    }

    private static void ended(ParticipantId participant, JdbcClient database) {
        registered(participant, false, database);
        database.sql("""
                        delete from report_person_day d where participant = :participant
                        and not exists (select from report_presence p
                          where p.participant = d.participant and p.day = d.day and p.here)""").param("participant", participant.value()).update();
    }

    /**
     * @param word what a person said of it; null where a device did, which changes nothing that a person said
     * @param event the first that said so stays, unless a person said otherwise since
     */
    private static void present(
            ParticipantEvent said,
            int day,
            AttendanceMode mode,
            @Nullable Boolean word,
            UUID event,
            JdbcClient database) {
        database.sql("""
                        insert into report_presence as presence (participant, day, mode, summit, event, here, said)
                        values (:participant, :day, :mode, :summit, :event, coalesce(:word, true), :word)
                        on conflict (participant, day, mode) do update
                        set said = coalesce(excluded.said, presence.said),
                            here = coalesce(excluded.said, presence.said, true),
                            event = case when coalesce(excluded.said, presence.here) = presence.here
                              then presence.event else excluded.event end""")
                .param("participant", said.participant().value())
                .param("day", day)
                .param("mode", mode.name())
                .param("summit", said.summit().value())
                .param("event", event)
                .param("word", word, Types.BOOLEAN)
                .update();
    }
}
