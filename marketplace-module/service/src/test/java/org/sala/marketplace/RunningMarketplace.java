package org.sala.marketplace;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplacePort;
import org.sala.marketplace.api.OrganizationId;
import org.sala.personal.Personal;
import org.sala.ports.Role;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Gender;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.SummitDay;
import org.sala.registration.api.SummitDay.Admission;
import org.sala.testing.RunningService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The marketplace as it runs, with the organisations that registration tells it of. */
final class RunningMarketplace implements AutoCloseable {

    private final RunningService service;
    private final AtomicInteger turn = new AtomicInteger();

    /** One instance, as it runs by default. */
    RunningMarketplace(Path folder) {
        this(folder, 1);
    }

    /**
     * Several instances on the same database and topics, asked in turn. They share nothing else that decides: locks of
     * aggregates, for one, are each instance's own.
     */
    RunningMarketplace(Path folder, int instances) {
        service = RunningService.start(
                "marketplace",
                MarketplaceApplication::builder,
                folder,
                instances,
                Map.of("sala.marketplace.lapse-every", "200ms", "sala.marketplace.ask-after-every", "200ms"));
    }

    /** Stops the application and starts it again, on what it left behind. */
    void restart() {
        service.restart();
    }

    @Override
    public void close() {
        service.close();
    }

    /** Registration publishes that these organisations belong to the summit, and the marketplace takes it in. */
    void enrol(OrganizationId... organizations) {
        for (var organization : organizations) {
            publishEnrolment(organization);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> sql().sql("select count(*) from enrolment where organization in (:organizations)")
                                .param(
                                        "organizations",
                                        List.of(organizations).stream()
                                                .map(OrganizationId::value)
                                                .toList())
                                .query(Integer.class)
                                .single()
                        == organizations.length);
    }

    void publishEnrolment(OrganizationId organization) {
        var event = new OrganizationEnrolled(
                new org.sala.registration.api.OrganizationId(organization.value()),
                new org.sala.registration.api.SummitId(Summit.ID.value()),
                new BilingualText("អង្គការសាកល្បង", "An invented organisation"),
                OrganizationKind.LOCAL_CSO,
                OrganizationSize.SMALL,
                "KH-12",
                Cohort.SOCIAL_LAB,
                Language.KM,
                List.of("youth"));
        service.publish("registration", organization, 0, event);
    }

    /** Registration publishes that a summit has these days. */
    void publishSummit(LocalDate... days) {
        var number = new AtomicInteger();
        service.publish(
                "registration",
                Summit.ID,
                0,
                new SummitAnnounced(
                        new org.sala.registration.api.SummitId(Summit.ID.value()),
                        new BilingualText("សន្និសីទសាកល្បង", "An invented summit"),
                        ZoneId.of("Asia/Phnom_Penh"),
                        List.of(days).stream()
                                .map(day -> new SummitDay(
                                        number.incrementAndGet(),
                                        day,
                                        new BilingualText("ភ្នំពេញ", "Phnom Penh"),
                                        Map.of(AttendanceMode.IN_PERSON, 100),
                                        Admission.EVERYBODY))
                                .toList(),
                        "1",
                        new BilingualText("យល់ព្រម", "Consent")));
    }

    /** Registration publishes something of somebody, in the order of the numbers. */
    void publishPerson(UUID participant, int sequence, ParticipantEvent event) {
        service.publish("registration", participant, sequence, event);
    }

    static ParticipantRegistered registered(UUID participant, OrganizationId organization) {
        return new ParticipantRegistered(
                new ParticipantId(participant),
                new org.sala.registration.api.SummitId(Summit.ID.value()),
                new org.sala.registration.api.OrganizationId(organization.value()),
                Personal.hidden(Personal.Reason.SEALED),
                Personal.hidden(Personal.Reason.SEALED),
                ParticipantRole.CSO_MEMBER,
                Gender.WOMAN,
                AgeBand.FROM_30_TO_44,
                null,
                Language.KM,
                Map.of(1, AttendanceMode.IN_PERSON),
                Set.of(Consent.DATA_USE),
                "1");
    }

    String token(Role role) {
        return service.token(role);
    }

    /** Asks an instance in the same process, as staff. */
    void ask(MarketplaceCommand command) {
        var ports = service.beans(MarketplacePort.class);
        ports.get(Math.floorMod(turn.getAndIncrement(), ports.size())).send(command, token(Role.STAFF));
    }

    /** What it is asked by, and what it tells. */
    RunningService service() {
        return service;
    }

    JdbcClient sql() {
        return service.database();
    }

    /** How many events of a type are stored. */
    int stored(String type) {
        return sql().sql("select count(*) from event_history where type = :type")
                .param("type", type)
                .query(Integer.class)
                .single();
    }

    /** The types of a subject's events, in their order. */
    List<String> history(Object subject) {
        return sql().sql("select type from event_history where aggregate_id = :subject order by sequence")
                .param("subject", subject.toString())
                .query((row, number) -> row.getString("type"))
                .list();
    }

    int reserved(Object offer) {
        return sql().sql("select reserved from offer where offer = :offer::uuid")
                .param("offer", offer.toString())
                .query(Integer.class)
                .single();
    }
}
