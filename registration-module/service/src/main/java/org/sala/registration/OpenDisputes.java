package org.sala.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.DisputeId;
import org.sala.registration.api.DisputeReason;
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
import org.sala.registration.api.RegistrationQueries.Dispute;
import org.sala.registration.api.ScanDirection;
import org.sala.registration.api.SummitId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What staff have to resolve, in PostgreSQL; written in the transaction that stores the events it follows from. */
final class OpenDisputes {

    private final JdbcClient database;

    OpenDisputes(JdbcClient database) {
        this.database = database;
    }

    /** Enters what an event of a participant changes of it. */
    void enter(ParticipantEvent event) {
        switch (event) {
            case CheckInDisputed disputed -> open(disputed);
            case CheckInResolved resolved ->
                database.sql("delete from dispute where dispute = :dispute")
                        .param("dispute", resolved.dispute().value())
                        .update();
            // under the registration that stays it is asked again
            case DuplicateMerged merged -> forget(merged.participant());
            case ParticipantErased erased -> forget(erased.participant());
            case ParticipantRegistered _,
                    ParticipantRevised _,
                    ParticipantWaitlisted _,
                    ParticipantConfirmed _,
                    AttendanceModeChanged _,
                    DayDropped _,
                    RegistrationCancelled _,
                    RegistrationReinstated _,
                    ConsentGiven _,
                    ConsentWithdrawn _,
                    TicketIssued _,
                    BadgeIssued _,
                    BadgeRevoked _,
                    ParticipantCheckedIn _,
                    CheckInRepeated _,
                    ParticipantCheckedOut _,
                    DuplicateDismissed _,
                    PersonalDataForgotten _,
                    PersonalDataDisclosed _ -> {
                // says nothing of a dispute
            }
        }
    }

    private void open(CheckInDisputed disputed) {
        database.sql("""
                        insert into dispute
                            (dispute, summit, participant, reason, direction, day, mode, occurred_at, recorded_at)
                        select :dispute, :summit, :participant, :reason, :direction, :day, :mode, :occurredAt, :recordedAt
                        where not exists (select from merged where participant = :participant)
                        on conflict (dispute) do update
                            set reason = excluded.reason, direction = excluded.direction,
                                occurred_at = excluded.occurred_at
                        """)
                .param("dispute", disputed.dispute().value())
                .param("summit", disputed.summit().value())
                .param("participant", disputed.participant().value())
                .param("reason", disputed.reason().name())
                .param("direction", disputed.direction().name())
                .param("day", disputed.day())
                .param("mode", disputed.mode().name())
                .param("occurredAt", disputed.occurredAt().atOffset(ZoneOffset.UTC))
                .param("recordedAt", disputed.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void forget(ParticipantId participant) {
        database.sql("delete from dispute where participant = :participant")
                .param("participant", participant.value())
                .update();
    }

    /** Those of a summit, oldest first, and nobody's name in them. */
    List<Dispute> of(SummitId summit) {
        return database.sql("select * from dispute where summit = :summit order by occurred_at, dispute")
                .param("summit", summit.value())
                .query(OpenDisputes::dispute)
                .list();
    }

    private static Dispute dispute(ResultSet row, int number) throws SQLException {
        return new Dispute(
                new DisputeId(row.getObject("dispute", UUID.class)),
                new ParticipantId(row.getObject("participant", UUID.class)),
                null,
                DisputeReason.valueOf(row.getString("reason")),
                ScanDirection.valueOf(row.getString("direction")),
                row.getInt("day"),
                AttendanceMode.valueOf(row.getString("mode")),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
