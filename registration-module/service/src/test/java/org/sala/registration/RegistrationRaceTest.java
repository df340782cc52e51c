package org.sala.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.registration.Reference.announce;
import static org.sala.registration.Reference.checkIn;
import static org.sala.registration.Reference.enrol;
import static org.sala.registration.Reference.participant;
import static org.sala.registration.Reference.register;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sala.ports.Role;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Contact;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationQueries.SeatCount;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.SummitId;
import org.sala.testing.RunningService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 32 at a time for the same thing, at two instances on one database: what holds between threads holds between processes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationRaceTest {

    private static final int CALLERS = 32;

    private RunningService registration;
    private List<RegistrationPort> ports;
    private String staff;

    @BeforeAll
    void start(@TempDir Path folder) {
        registration = RunningService.start(
                "registration",
                RegistrationApplication::builder,
                folder,
                2,
                Map.of("sala.registration.contact-secret", folder.resolve("contacts.key")));
        ports = registration.beans(RegistrationPort.class);
        staff = registration.token(Role.STAFF);
        ports.getFirst().send(announce(), staff);
        ports.getLast().send(enrol(1, Cohort.COACHING), staff);
    }

    @AfterAll
    void stop() {
        registration.close();
    }

    @BeforeEach
    void signInAgain() {
        staff = registration.token(Role.STAFF);
    }

    @Test
    void whoeverRacesForTheLastSeatsNoneIsSoldTwice() throws Exception {
        var summit = new SummitId(UUID.randomUUID());
        var seats = 10;
        ports.getFirst().send(announce(summit, seats), staff);

        var outcomes = race((caller, port) -> {
            port.send(
                    register(
                            new ParticipantId(UUID.randomUUID()),
                            summit,
                            null,
                            new Contact("011 %06d".formatted(caller), null),
                            ParticipantRole.COACH,
                            // half of them want an online seat of day 1 as well
                            caller % 2 == 0
                                    ? Map.of(3, AttendanceMode.IN_PERSON)
                                    : Map.of(1, AttendanceMode.ONLINE, 3, AttendanceMode.IN_PERSON),
                            Set.of(Consent.DATA_USE),
                            Reference.CONSENT_VERSION),
                    staff);
        });

        assertThat(outcomes).filteredOn(String::isEmpty).hasSize(seats);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.equals("SEATS_EXHAUSTED"))
                .hasSize(CALLERS - seats);
        var counts = registration.bean(RegistrationQueries.class).seats(summit, staff);
        assertThat(counts).contains(new SeatCount(3, AttendanceMode.IN_PERSON, seats, seats, 0));
        // whoever was refused day 3 left their seat of day 1
        assertThat(counts)
                .filteredOn(count -> count.day() == 1)
                .singleElement()
                .satisfies(count -> assertThat(count.taken()).isLessThanOrEqualTo(seats));
        assertThat(registeredFor(summit)).isEqualTo(seats);
    }

    @Test
    void theSameContactRacingIsRegisteredOnce() throws Exception {
        var summit = new SummitId(UUID.randomUUID());
        ports.getFirst().send(announce(summit, 1_000), staff);

        var outcomes = race((caller, port) -> {
            var contact = switch (caller % 4) {
                case 0 -> new Contact("012 345 678", null);
                case 1 -> new Contact("+855 12 345 678", "dara@example.org");
                case 2 -> new Contact("85512345678", "someone%d@example.org".formatted(caller));
                default -> new Contact("012345678", "DARA@example.org");
            };
            port.send(coach(new ParticipantId(UUID.randomUUID()), summit, contact), staff);
        });

        assertThat(outcomes).filteredOn(String::isEmpty).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.equals("CONTACT_TAKEN"))
                .hasSize(CALLERS - 1);
        assertThat(registeredFor(summit)).isEqualTo(1);
    }

    @Test
    void theSamePersonRegisteredByManyAtOnceIsRegisteredOnceAndNobodyIsRefused() throws Exception {
        var summit = new SummitId(UUID.randomUUID());
        ports.getFirst().send(announce(summit, 1), staff);
        var person = coach(new ParticipantId(UUID.randomUUID()), summit, new Contact("012 345 678", null));

        var outcomes = race((caller, port) -> {
            port.send(person, staff);
        });

        assertThat(outcomes).containsOnly("");
        assertThat(registeredFor(summit)).isEqualTo(1);
        assertThat(registration.bean(RegistrationQueries.class).seats(summit, staff))
                .contains(new SeatCount(3, AttendanceMode.IN_PERSON, 1, 1, 0));
    }

    @Test
    void aCheckInScannedByManyAtOnceIsRecordedOnce() throws Exception {
        ports.getFirst().send(register(1, Map.of(1, AttendanceMode.ONLINE)), staff);

        var outcomes = race((caller, port) -> {
            port.send(checkIn(1, 1, AttendanceMode.ONLINE, Reference.DAY_ONE_MORNING.plusSeconds(caller)), staff);
        });

        assertThat(outcomes).containsOnly("");
        assertThat(storedFor(participant(1).toString())).isEqualTo(2);
    }

    @Test
    void differentPeopleRacingForOneIdAreOnePersonAndRefusals() throws Exception {
        var summit = new SummitId(UUID.randomUUID());
        ports.getFirst().send(announce(summit, 1_000), staff);
        var id = new ParticipantId(UUID.randomUUID());

        var outcomes = race((caller, port) ->
                port.send(coach(id, summit, new Contact("011 %06d".formatted(caller), null)), staff));

        assertThat(outcomes).filteredOn(String::isEmpty).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> outcome.equals("ID_TAKEN")).hasSize(CALLERS - 1);
        assertThat(registration.bean(RegistrationQueries.class).seats(summit, staff))
                .contains(new SeatCount(3, AttendanceMode.IN_PERSON, 1_000, 1, 0));
    }

    @Test
    void differentSummitsRacingForOneIdAreOneSummitAndRefusals() throws Exception {
        var summit = new SummitId(UUID.randomUUID());

        var outcomes = race((caller, port) -> port.send(announce(summit, 10 + caller), staff));

        assertThat(outcomes).filteredOn(String::isEmpty).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> outcome.equals("ID_TAKEN")).hasSize(CALLERS - 1);
        assertThat(storedFor(summit.toString())).isEqualTo(1);
        var winner = outcomes.indexOf("");
        assertThat(registration.bean(RegistrationQueries.class).seats(summit, staff))
                .contains(new SeatCount(3, AttendanceMode.IN_PERSON, 10 + winner, 0, 0));
    }

    private static RegisterParticipant coach(ParticipantId participant, SummitId summit, Contact contact) {
        return register(
                participant,
                summit,
                null,
                contact,
                ParticipantRole.COACH,
                Map.of(3, AttendanceMode.IN_PERSON),
                Set.of(Consent.DATA_USE),
                Reference.CONSENT_VERSION);
    }

    private long registeredFor(SummitId summit) {
        return registration
                .bean(JdbcClient.class)
                .sql("""
                        select count(*) from event_history
                        where type = 'registration.participant-registered'
                          and payload ->> 'summit' = ?
                        """)
                .param(summit.toString())
                .query(Long.class)
                .single();
    }

    private long storedFor(String aggregate) {
        return registration
                .bean(JdbcClient.class)
                .sql("select count(*) from event_history where aggregate_id = ?")
                .param(aggregate)
                .query(Long.class)
                .single();
    }

    /** Lets 32 callers go at the same moment, at either instance; each outcome is empty, or the reason to be refused. */
    private List<String> race(BiConsumer<Integer, RegistrationPort> asks) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            var running = IntStream.range(0, CALLERS)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        try {
                            asks.accept(number, ports.get(number % ports.size()));
                            return "";
                        } catch (RegistrationRejected rejected) {
                            return rejected.reason().name();
                        }
                    }))
                    .toList();
            start.countDown();
            var outcomes = new ArrayList<String>();
            for (var one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }
}
