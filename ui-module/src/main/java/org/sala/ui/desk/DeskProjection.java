package org.sala.ui.desk;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.Projection;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationEvent.AttendanceModeChanged;
import org.sala.registration.api.RegistrationEvent.BadgeIssued;
import org.sala.registration.api.RegistrationEvent.BadgeRevoked;
import org.sala.registration.api.RegistrationEvent.CheckInDisputed;
import org.sala.registration.api.RegistrationEvent.CheckInRepeated;
import org.sala.registration.api.RegistrationEvent.CheckInResolved;
import org.sala.registration.api.RegistrationEvent.ConsentGiven;
import org.sala.registration.api.RegistrationEvent.ConsentWithdrawn;
import org.sala.registration.api.RegistrationEvent.DayDropped;
import org.sala.registration.api.RegistrationEvent.DuplicateDismissed;
import org.sala.registration.api.RegistrationEvent.DuplicateMerged;
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
import org.sala.registration.api.RegistrationEvent.TicketIssued;
import org.sala.registration.api.SummitId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has a seat or waits for one, who is here since when, and what is disputed: by ids, and by when it happened. */
@Component
@Order(61)
class DeskProjection implements Projection {

    @Override
    public String name() {
        return "desk";
    }

    @Override
    public List<String> tables() {
        return List.of("desk_person", "desk_place", "desk_presence", "desk_dispute");
    }

    @Override
    public void fold(Fact fact, JdbcClient database) {
        if (fact.event() instanceof ParticipantEvent event) {
            fold(event, database);
        }
    }

    private static void fold(ParticipantEvent event, JdbcClient database) {
        switch (event) {
            case ParticipantRegistered registered -> {
                person(registered.participant(), registered.summit(), registered.organization(), database);
                registered.days().forEach((day, mode) -> place(registered, day, mode, false, database));
            }
            case ParticipantRevised revised ->
                person(revised.participant(), revised.summit(), revised.organization(), database);
            case ParticipantWaitlisted waits -> place(waits, waits.day(), waits.mode(), true, database);
            case ParticipantConfirmed confirmed -> place(confirmed, confirmed.day(), confirmed.mode(), false, database);
            case AttendanceModeChanged changed -> place(changed, changed.day(), changed.to(), false, database);
            case RegistrationReinstated reinstated ->
                reinstated.days().forEach((day, mode) -> place(reinstated, day, mode, false, database));
            case DayDropped dropped ->
                database.sql("delete from desk_place where participant = :participant and day = :day")
                        .param("participant", dropped.participant().value())
                        .param("day", dropped.day())
                        .update();
            case RegistrationCancelled cancelled -> forget("desk_place", cancelled.participant(), database);
            case DuplicateMerged merged -> {
                forget("desk_place", merged.participant(), database);
                forget("desk_presence", merged.participant(), database);
                forget("desk_dispute", merged.participant(), database);
                // whatever is told of it later is told again under the registration that stays
                database.sql("""
                                insert into desk_person (participant, summit, merged)
                                values (:participant, :summit, true)
                                on conflict (participant) do update set merged = true""")
                        .param("participant", merged.participant().value())
                        .param("summit", merged.summit().value())
                        .update();
            }
            case ParticipantCheckedIn in -> in(in, in.day(), in.mode(), in.occurredAt(), in.scan() == null, database);
            case CheckInRepeated again -> in(again, again.day(), again.mode(), again.occurredAt(), false, database);
            case ParticipantCheckedOut out -> out(out, database);
            case CheckInDisputed disputed -> disputed(disputed, database);
            case CheckInResolved resolved -> resolved(resolved, database);
            case ConsentGiven _,
                    ConsentWithdrawn _,
                    TicketIssued _,
                    BadgeIssued _,
                    BadgeRevoked _,
                    DuplicateDismissed _,
                    PersonalDataForgotten _,
                    PersonalDataDisclosed _,
                    ParticipantErased _ -> {}
        }
    }

    private static void person(
            ParticipantId participant, SummitId summit, @Nullable OrganizationId organization, JdbcClient database) {
        database.sql("""
                        insert into desk_person (participant, summit, organization)
                        values (:participant, :summit, :organization)
                        on conflict (participant) do update set organization = excluded.organization""")
                .param("participant", participant.value())
                .param("summit", summit.value())
                .param("organization", organization == null ? null : organization.value(), Types.OTHER)
                .update();
    }

    private static void place(
            ParticipantEvent event, int day, AttendanceMode mode, boolean waiting, JdbcClient database) {
        database.sql("""
                        insert into desk_place (participant, day, summit, mode, waiting)
                        values (:participant, :day, :summit, :mode, :waiting)
                        on conflict (participant, day) do update
                        set mode = excluded.mode, waiting = excluded.waiting""")
                .param("participant", event.participant().value())
                .param("day", day)
                .param("summit", event.summit().value())
                .param("mode", mode.name())
                .param("waiting", waiting)
                .update();
    }

    /** @param atDesk somebody saw it, which weighs more than what was found out before; a device's scan does not */
    private static void in(
            ParticipantEvent event, int day, AttendanceMode mode, Instant at, boolean atDesk, JdbcClient database) {
        database.sql("""
                        insert into desk_presence as p (participant, day, mode, summit, first_in, last_in)
                        select :participant, :day, :mode, :summit, :at, :at
                        where not exists (
                          select from desk_person m where m.participant = :participant and m.merged)
                        on conflict (participant, day, mode) do update
                        set first_in = least(p.first_in, excluded.first_in),
                            last_in = greatest(p.last_in, excluded.last_in),
                            denied = p.denied and not :atDesk""")
                .param("participant", event.participant().value())
                .param("day", day)
                .param("mode", mode.name())
                .param("summit", event.summit().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("atDesk", atDesk)
                .update();
    }

    private static void out(ParticipantCheckedOut out, JdbcClient database) {
        database.sql("""
                        insert into desk_presence as p (participant, day, mode, summit, last_out)
                        select :participant, :day, :mode, :summit, :at
                        where not exists (
                          select from desk_person m where m.participant = :participant and m.merged)
                        on conflict (participant, day, mode) do update
                        set last_out = greatest(p.last_out, excluded.last_out)""")
                .param("participant", out.participant().value())
                .param("day", out.day())
                .param("mode", out.mode().name())
                .param("summit", out.summit().value())
                .param("at", out.occurredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static void disputed(CheckInDisputed disputed, JdbcClient database) {
        database.sql("""
                        insert into desk_dispute (dispute, participant, summit, occurred_at, open)
                        select :dispute, :participant, :summit, :at, true
                        where not exists (
                          select from desk_person m where m.participant = :participant and m.merged)
                        on conflict (dispute) do update set occurred_at = excluded.occurred_at, open = true""")
                .param("dispute", disputed.dispute().value())
                .param("participant", disputed.participant().value())
                .param("summit", disputed.summit().value())
                .param("at", disputed.occurredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static void resolved(CheckInResolved resolved, JdbcClient database) {
        switch (resolved.resolution()) {
            case WAS_HERE ->
                database.sql("""
                                insert into desk_presence as p (participant, day, mode, summit, first_in, last_in)
                                select :participant, :day, :mode, :summit, d.occurred_at, d.occurred_at
                                from (select coalesce(
                                  (select occurred_at from desk_dispute where dispute = :dispute), :recorded)
                                  as occurred_at) d
                                on conflict (participant, day, mode) do update
                                set first_in = coalesce(p.first_in, excluded.first_in),
                                    last_in = coalesce(p.last_in, excluded.last_in), denied = false""")
                        .param("participant", resolved.participant().value())
                        .param("day", resolved.day())
                        .param("mode", resolved.mode().name())
                        .param("summit", resolved.summit().value())
                        .param("dispute", resolved.dispute().value())
                        .param("recorded", resolved.recordedAt().atOffset(ZoneOffset.UTC))
                        .update();
            case WAS_NOT_HERE ->
                database.sql("""
                                insert into desk_presence (participant, day, mode, summit, denied)
                                values (:participant, :day, :mode, :summit, true)
                                on conflict (participant, day, mode) do update set denied = true""")
                        .param("participant", resolved.participant().value())
                        .param("day", resolved.day())
                        .param("mode", resolved.mode().name())
                        .param("summit", resolved.summit().value())
                        .update();
            case EXPLAINED -> {}
        }
        database.sql("update desk_dispute set open = false where dispute = :dispute")
                .param("dispute", resolved.dispute().value())
                .update();
    }

    private static void forget(String table, ParticipantId participant, JdbcClient database) {
        database.sql("delete from " + table + " where participant = :participant")
                .param("participant", participant.value())
                .update();
    }
}
