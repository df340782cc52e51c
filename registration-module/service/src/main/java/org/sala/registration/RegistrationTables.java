package org.sala.registration;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.RegistrationEvent.CohortAssigned;
import org.sala.registration.api.RegistrationEvent.ContactsTaken;
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.sala.registration.api.RegistrationEvent.OrganizationEvent;
import org.sala.registration.api.RegistrationEvent.OrganizationRevised;
import org.sala.registration.api.RegistrationEvent.RegistrationClosed;
import org.sala.registration.api.RegistrationEvent.RegistrationOpened;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.RegistrationEvent.SummitClosed;
import org.sala.registration.api.RegistrationEvent.SummitEvent;
import org.sala.registration.api.RegistrationEvent.SummitRevised;
import org.sala.registration.api.RegistrationEvent.TieDeclared;
import org.sala.registration.api.RegistrationQueries.TicketHolder;
import org.sala.registration.api.SummitDay.Admission;
import org.sala.registration.api.SummitId;
import org.sala.registration.api.TicketDigest;
import org.sala.registration.contacts.ContactTable;
import org.sala.registration.door.SummitDays;
import org.sala.registration.duplicates.Verdicts;
import org.sala.registration.people.People;
import org.sala.registration.seats.SeatTables;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The book in PostgreSQL, and the lists beside it that no decision needs. Takes part in whatever transaction it is called in. */
final class RegistrationTables implements RegistrationBook {

    private final JdbcClient database;
    private final SeatTables seats;
    private final ContactTable contacts;
    private final OpenDisputes disputes;
    private final Verdicts verdicts;
    private final People people;

    RegistrationTables(JdbcClient database, SeatTables seats, ContactTable contacts, People people) {
        this.database = database;
        this.seats = seats;
        this.contacts = contacts;
        this.disputes = new OpenDisputes(database);
        this.verdicts = new Verdicts(database);
        this.people = people;
    }

    @Override
    public SeatTables seats() {
        return seats;
    }

    @Override
    public ContactTable contacts() {
        return contacts;
    }

    OpenDisputes disputes() {
        return disputes;
    }

    Verdicts verdicts() {
        return verdicts;
    }

    People people() {
        return people;
    }

    /** Enters what was decided of a summit. */
    void enter(SummitEvent event) {
        switch (event) {
            case SummitAnnounced announced -> {
                var entered = database.sql("""
                                insert into summit (summit, consent_version, zone)
                                values (:summit, :consentVersion, :zone)
                                on conflict (summit) do nothing
                                """)
                        .param("summit", announced.summit().value())
                        .param("consentVersion", announced.consentVersion())
                        .param("zone", announced.zone().getId())
                        .update();
                // else another process is announcing it: this one will find its event, and decide anew
                if (entered == 1) {
                    seats.enter(announced.summit(), announced.days());
                }
            }
            case SummitRevised revised -> {
                database.sql("update summit set consent_version = :consentVersion, zone = :zone where summit = :summit")
                        .param("summit", revised.summit().value())
                        .param("consentVersion", revised.consentVersion())
                        .param("zone", revised.zone().getId())
                        .update();
                seats.enter(revised.summit(), revised.days());
            }
            case RegistrationOpened opened -> window(opened.summit(), true, opened.until());
            case RegistrationClosed closed -> window(closed.summit(), false, null);
            case ContactsTaken _ -> {
                // nothing that registration decides by
            }
            case SummitClosed closed ->
                database.sql("update summit set closed = true where summit = :summit")
                        .param("summit", closed.summit().value())
                        .update();
        }
    }

    private void window(SummitId summit, boolean opened, @Nullable Instant until) {
        database.sql("update summit set opened = :opened, open_until = :until where summit = :summit")
                .param("summit", summit.value())
                .param("opened", opened)
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<SummitEntry> summit(SummitId summit) {
        var rows = database.sql("""
                        select consent_version, zone, opened, open_until, closed,
                            day, date, cohorts, roles, per_organization, mode, seats
                        from summit join summit_day using (summit) join seat using (summit, day)
                        where summit = :summit
                        """)
                .param("summit", summit.value())
                .query(SeatRow::of)
                .list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var seats = new TreeMap<Integer, Map<AttendanceMode, Integer>>();
        rows.forEach(row -> seats.computeIfAbsent(row.day(), _ -> new EnumMap<>(AttendanceMode.class))
                .put(row.mode(), row.seats()));
        var days = new TreeMap<Integer, DayEntry>();
        rows.forEach(row -> days.put(
                row.day(),
                new DayEntry(
                        row.date(), seats.getOrDefault(row.day(), Map.of()), row.admits(), row.perOrganization())));
        var any = rows.getFirst();
        return Optional.of(
                new SummitEntry(any.consentVersion(), any.zone(), any.opened(), any.openUntil(), any.closed(), days));
    }

    @Override
    public SummitDays of(SummitId summit) {
        var entry = RegistrationPolicies.onlyKnownSummits(summit, this);
        var days = new TreeMap<Integer, SummitDays.Day>();
        entry.days()
                .forEach((number, day) -> days.put(
                        number, new SummitDays.Day(day.date(), day.seats().keySet())));
        return new SummitDays(entry.zone(), days);
    }

    /** Enters what was decided of an organisation. */
    void enter(OrganizationEvent event) {
        switch (event) {
            case OrganizationEnrolled enrolled ->
                database.sql("""
                                insert into organization (organization, summit, cohort)
                                values (:organization, :summit, :cohort)
                                on conflict (organization) do nothing
                                """)
                        .param("organization", enrolled.organization().value())
                        .param("summit", enrolled.summit().value())
                        .param("cohort", enrolled.cohort().name())
                        .update();
            case CohortAssigned assigned ->
                database.sql("update organization set cohort = :cohort where organization = :organization")
                        .param("organization", assigned.organization().value())
                        .param("cohort", assigned.cohort().name())
                        .update();
            case OrganizationRevised _, TieDeclared _ -> {
                // nothing that registration decides by
            }
        }
    }

    @Override
    public Optional<OrganizationEntry> organization(OrganizationId organization) {
        return database.sql("select summit, cohort from organization where organization = :organization")
                .param("organization", organization.value())
                .query((row, number) -> new OrganizationEntry(
                        new SummitId(row.getObject("summit", UUID.class)), Cohort.valueOf(row.getString("cohort"))))
                .optional();
    }

    @Override
    public boolean enterTicket(SummitId summit, ParticipantId participant, TicketDigest ticket) {
        forgetTicket(participant);
        return database.sql("""
                        insert into ticket (digest, participant, summit) values (:digest, :participant, :summit)
                        on conflict (digest) do nothing
                        """)
                        .param("digest", ticket.hex())
                        .param("participant", participant.value())
                        .param("summit", summit.value())
                        .update()
                == 1;
    }

    @Override
    public void forgetTicket(ParticipantId participant) {
        database.sql("delete from ticket where participant = :participant")
                .param("participant", participant.value())
                .update();
    }

    @Override
    public Optional<TicketHolder> holderOf(TicketDigest ticket) {
        return database.sql("select participant, summit from ticket where digest = :digest")
                .param("digest", ticket.hex())
                .query((row, number) -> new TicketHolder(
                        new ParticipantId(row.getObject("participant", UUID.class)),
                        new SummitId(row.getObject("summit", UUID.class))))
                .optional();
    }

    private record SeatRow(
            String consentVersion,
            ZoneId zone,
            boolean opened,
            @Nullable Instant openUntil,
            boolean closed,
            int day,
            LocalDate date,
            Admission admits,
            @Nullable Integer perOrganization,
            AttendanceMode mode,
            int seats) {

        static SeatRow of(ResultSet row, int number) throws SQLException {
            var until = row.getObject("open_until", OffsetDateTime.class);
            return new SeatRow(
                    row.getString("consent_version"),
                    ZoneId.of(row.getString("zone")),
                    row.getBoolean("opened"),
                    until == null ? null : until.toInstant(),
                    row.getBoolean("closed"),
                    row.getInt("day"),
                    row.getObject("date", LocalDate.class),
                    new Admission(
                            constants(Cohort.class, row.getArray("cohorts")),
                            constants(ParticipantRole.class, row.getArray("roles"))),
                    row.getObject("per_organization", Integer.class),
                    AttendanceMode.valueOf(row.getString("mode")),
                    row.getInt("seats"));
        }

        private static <E extends Enum<E>> Set<E> constants(Class<E> type, Array names) throws SQLException {
            var constants = EnumSet.noneOf(type);
            for (var name : (String[]) names.getArray()) {
                constants.add(Enum.valueOf(type, name));
            }
            return constants;
        }
    }
}
