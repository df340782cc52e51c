package org.sala.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sala.registration.Reference.announce;
import static org.sala.registration.Reference.checkIn;
import static org.sala.registration.Reference.enrol;
import static org.sala.registration.Reference.participant;
import static org.sala.registration.Reference.register;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sala.ports.CommandClient;
import org.sala.ports.Role;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Contact;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedIn;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationQueries.SeatCount;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.SummitId;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The module as others meet it: commands over HTTP in, facts on Kafka out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class RegistrationModuleTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int CALLERS = 32;

    private RunningRegistration registration;
    private RegistrationPort port;
    private CommandClient client;
    private String staff;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        registration = RunningRegistration.start(folder);
        port = registration.bean(RegistrationPort.class);
        client = new CommandClient(
                registration.at("/"), (reason, details) -> new RegistrationRejected(Reason.valueOf(reason), details));
        staff = registration.token(Role.STAFF);
        port.send(announce(), staff);
        port.send(enrol(1, Cohort.COACHING), staff);
    }

    @AfterAll
    void stop() {
        client.close();
        registration.close();
    }

    @BeforeEach
    void signInAgain() {
        staff = registration.token(Role.STAFF);
    }

    /** People of one test don't meet those of another. */
    private int nextPerson = 1;

    private synchronized int someone() {
        return nextPerson++;
    }

    @Test
    void aCommandOverHttpBecomesACloudEventOnTheTopic() {
        var person = someone();
        RegistrationPort overHttp = client::send;
        var occurredAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(90);
        overHttp.send(register(person, Map.of(1, AttendanceMode.ONLINE)), staff);
        overHttp.send(checkIn(person, 1, AttendanceMode.ONLINE, occurredAt), registration.token(Role.FACILITATOR));

        var facts = registration.published(participant(person).toString(), 2);

        assertThat(facts)
                .extracting(fact -> header(fact, "ce_type"))
                .containsExactly("registration.participant-registered", "registration.participant-checked-in");
        var fact = facts.get(1);
        assertThat(fact.key()).isEqualTo(participant(person).toString());
        assertThat(header(fact, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(fact, "ce_source")).isEqualTo("/" + registration.platform() + "/registration");
        assertThat(header(fact, "ce_subject")).isEqualTo(participant(person).toString());
        assertThat(header(fact, "ce_sequence")).isEqualTo("1");
        assertThat(header(fact, "ce_actor")).isEqualTo("account-1");
        assertThat(header(fact, "ce_role")).isEqualTo("FACILITATOR");
        assertThat(header(fact, "content-type")).isEqualTo("application/json");
        assertThat(Long.parseLong(header(fact, "ce_position"))).isPositive();
        assertThatCode(() -> {
                    UUID.fromString(header(fact, "ce_id"));
                    UUID.fromString(header(fact, "ce_correlation"));
                    Instant.parse(header(fact, "ce_time"));
                })
                .doesNotThrowAnyException();
        var checkedIn = JSON.readValue(fact.value(), ParticipantCheckedIn.class);
        assertThat(checkedIn.occurredAt()).isEqualTo(occurredAt);
        assertThat(checkedIn.recordedAt()).isBetween(occurredAt, Instant.now());
        assertThat(checkedIn.summit()).isEqualTo(Reference.SUMMIT);
    }

    private static String header(ConsumerRecord<String, byte[]> fact, String name) {
        return new String(fact.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Test
    void aRepeatedCommandStoresNothing() {
        var person = register(someone(), Map.of(1, AttendanceMode.ONLINE));
        port.send(person, staff);
        var before = registration.events();
        port.send(person, staff);
        port.send(announce(), staff);
        port.send(enrol(1, Cohort.COACHING), staff);
        assertThat(registration.events()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleMayAskForWhatItIsFor(Role role) {
        var token = registration.token(role);
        var person = someone();
        var staffOnly =
                List.of(announce(), enrol(1, Cohort.COACHING), register(person, Map.of(1, AttendanceMode.ONLINE)));
        for (var command : staffOnly) {
            if (role == Role.STAFF) {
                port.send(command, token);
            } else {
                assertThat(refusal(command, token).reason()).isEqualTo(Reason.NOT_ALLOWED);
            }
        }
        port.send(register(person, Map.of(1, AttendanceMode.ONLINE)), staff);
        var checkIn = checkIn(person, 1, AttendanceMode.ONLINE, Instant.now());
        if (role == Role.STAFF || role == Role.FACILITATOR) {
            port.send(checkIn, token);
        } else {
            assertThat(refusal(checkIn, token).reason()).isEqualTo(Reason.NOT_ALLOWED);
        }
        assertThat(registration.bean(RegistrationQueries.class).seats(Reference.SUMMIT, token))
                .isNotEmpty();
    }

    private RegistrationRejected refusal(RegistrationCommand command, String token) {
        var refusal = catchThrowableOfType(RegistrationRejected.class, () -> port.send(command, token));
        assertThat(refusal).as("not refused").isNotNull();
        return refusal;
    }

    Stream<Arguments> refusals() {
        var known = register(1_000, Map.of(1, AttendanceMode.ONLINE));
        var json = RunningRegistration.jsonOf(known);
        var now = Instant.now();
        return Stream.of(
                Arguments.of(
                        422,
                        "MALFORMED",
                        "register-participant",
                        json.replace("\"phone\":\"010 001000\"", "\"phone\":\"call me\"")),
                Arguments.of(422, "MALFORMED", "register-participant", json.replace("\"CSO_MEMBER\"", "\"BOSS\"")),
                Arguments.of(
                        422,
                        "MALFORMED",
                        "register-participant",
                        json.replace("{\"1\":\"ONLINE\"}", "{\"one\":\"ONLINE\"}")),
                Arguments.of(422, "MALFORMED", "register-participant", json.replace("\"language\"", "\"tongue\"")),
                Arguments.of(422, "MALFORMED", "announce-summit", "{\"summit\":\"x\"}"),
                Arguments.of(404, "SUMMIT_UNKNOWN", "register-participant", json.replace("50220000", "50229999")),
                Arguments.of(404, "ORGANIZATION_UNKNOWN", "register-participant", json.replace("09a00000", "09a09999")),
                Arguments.of(409, "CONSENT_MISSING", "register-participant", json.replace("\"DATA_USE\"", "")),
                Arguments.of(
                        409, "CONSENT_OUTDATED", "register-participant", json.replace("\"2022-05\"", "\"2021-01\"")),
                Arguments.of(409, "DAY_UNKNOWN", "register-participant", json.replace("{\"1\":", "{\"9\":")),
                Arguments.of(
                        409,
                        "MODE_NOT_OFFERED",
                        "register-participant",
                        json.replace("{\"1\":\"ONLINE\"}", "{\"1\":\"IN_PERSON\"}")),
                Arguments.of(
                        409,
                        "DAY_NOT_FOR_THEM",
                        "register-participant",
                        json.replace("{\"1\":\"ONLINE\"}", "{\"2\":\"IN_PERSON\"}")),
                Arguments.of(
                        409, "ID_TAKEN", "announce-summit", RunningRegistration.jsonOf(announce(Reference.SUMMIT, 11))),
                Arguments.of(
                        404,
                        "PARTICIPANT_UNKNOWN",
                        "check-in-participant",
                        RunningRegistration.jsonOf(checkIn(9_999, 1, AttendanceMode.ONLINE, now))),
                Arguments.of(
                        409,
                        "NOT_EXPECTED",
                        "check-in-participant",
                        RunningRegistration.jsonOf(checkIn(2_000, 3, AttendanceMode.ONLINE, now))),
                Arguments.of(
                        409,
                        "IN_THE_FUTURE",
                        "check-in-participant",
                        RunningRegistration.jsonOf(
                                checkIn(2_000, 1, AttendanceMode.ONLINE, now.plus(Duration.ofHours(1))))),
                Arguments.of(
                        409,
                        "CONTACT_TAKEN",
                        "register-participant",
                        json.replace("\"010 001000\"", "\"+85510002000\"")));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void badInputIsRefusedInTheCallersLanguageAndStoresNothing(
            int status, String reason, String command, String body, CapturedOutput output) {
        port.send(register(2_000, Map.of(1, AttendanceMode.ONLINE)), staff);
        var before = registration.events();
        var seats = registration.bean(RegistrationQueries.class).seats(Reference.SUMMIT, staff);

        for (var language : List.of("en", "km")) {
            var response = registration.post(command, body, staff, language);

            var problem = problem(response, status, reason);
            var words = ResourceBundle.getBundle(
                            "org.sala.registration.api.Refusals",
                            Locale.of(language),
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                    .getString(reason);
            var told = problem.path("detail").asString();
            assertThat(told)
                    .startsWith(words.substring(0, words.indexOf('{') < 0 ? words.length() : words.indexOf('{')));
            assertThat(told).doesNotContain("{", "…");
            assertThat(response.body()).doesNotContain("Dara", "ដារា", "call me", "010");
        }

        assertThat(registration.events()).isEqualTo(before);
        assertThat(registration.bean(RegistrationQueries.class).seats(Reference.SUMMIT, staff))
                .isEqualTo(seats);
        assertThat(output).doesNotContain("Dara", "ដារា", "call me", "010 00");
    }

    private static JsonNode problem(HttpResponse<String> response, int status, String reason) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = JSON.readTree(response.body());
        assertThat(problem.path("type").asString()).isEqualTo("urn:sala:refusal:registration:" + reason);
        assertThat(problem.path("reason").asString()).isEqualTo(reason);
        return problem;
    }

    @Test
    void seatsAreAnsweredOverHttpAsInTheProcess() {
        var here = registration.bean(RegistrationQueries.class).seats(Reference.SUMMIT, staff);
        var there =
                client.ask("/summits/" + Reference.SUMMIT + "/seats", new TypeReference<List<SeatCount>>() {}, staff);

        assertThat(there).isEqualTo(here).hasSize(4);
        problem(
                registration.get("/summits/" + Reference.ANOTHER_SUMMIT + "/seats", staff, "km"),
                404,
                "SUMMIT_UNKNOWN");
    }

    @Test
    void openApiDescribesCommandsAndQueries() {
        var api = JSON.readTree(registration.getOpenly("/openapi").body());

        assertThat(api.path("paths").propertyNames())
                .contains(
                        "/commands/announce-summit",
                        "/commands/enrol-organization",
                        "/commands/register-participant",
                        "/commands/check-in-participant",
                        "/summits/{summit}/seats");
        assertThat(api.path("components").path("schemas").propertyNames()).contains("RegisterParticipant", "SummitDay");
    }

    @Test
    void healthIsOpenAndUp() {
        var health = registration.getOpenly("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"UP\"");
    }

    @Test
    void whatElseOperatorsCanReadIsForStaff() {
        assertThat(registration.get("/actuator/metrics", staff, "en").statusCode())
                .isEqualTo(200);
        assertThat(registration
                        .get("/actuator/metrics", registration.token(Role.DONOR, Role.AUDITOR, Role.FACILITATOR), "en")
                        .statusCode())
                .isEqualTo(403);
        assertThat(registration.getOpenly("/actuator/metrics").statusCode()).isEqualTo(401);
    }

    @Test
    void whoeverRacesForTheLastSeatsNoneIsSoldTwice() throws Exception {
        var summit = new SummitId(UUID.randomUUID());
        var seats = 10;
        port.send(announce(summit, seats), staff);

        var outcomes = race(caller -> () -> {
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
            return "";
        });

        assertThat(outcomes).filteredOn(String::isEmpty).hasSize(seats);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.equals("SEATS_EXHAUSTED"))
                .hasSize(CALLERS - seats);
        var counts = registration.bean(RegistrationQueries.class).seats(summit, staff);
        assertThat(counts).contains(new SeatCount(3, AttendanceMode.IN_PERSON, seats, seats));
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
        port.send(announce(summit, 1_000), staff);

        var outcomes = race(caller -> () -> {
            var contact = switch (caller % 4) {
                case 0 -> new Contact("012 345 678", null);
                case 1 -> new Contact("+855 12 345 678", "dara@example.org");
                case 2 -> new Contact("85512345678", "someone%d@example.org".formatted(caller));
                default -> new Contact("012345678", "DARA@example.org");
            };
            port.send(coach(new ParticipantId(UUID.randomUUID()), summit, contact), staff);
            return "";
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
        port.send(announce(summit, 1), staff);
        var person = coach(new ParticipantId(UUID.randomUUID()), summit, new Contact("012 345 678", null));

        var outcomes = race(caller -> () -> {
            port.send(person, staff);
            return "";
        });

        assertThat(outcomes).containsOnly("");
        assertThat(registeredFor(summit)).isEqualTo(1);
        assertThat(registration.bean(RegistrationQueries.class).seats(summit, staff))
                .contains(new SeatCount(3, AttendanceMode.IN_PERSON, 1, 1));
    }

    @Test
    void aCheckInScannedByManyAtOnceIsRecordedOnce() throws Exception {
        var person = someone();
        port.send(register(person, Map.of(1, AttendanceMode.ONLINE)), staff);

        var outcomes = race(caller -> () -> {
            port.send(checkIn(person, 1, AttendanceMode.ONLINE, Instant.now().minusSeconds(caller)), staff);
            return "";
        });

        assertThat(outcomes).containsOnly("");
        assertThat(storedFor(participant(person).toString())).isEqualTo(2);
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
                        select count(*) from event
                        where type = 'registration.participant-registered'
                          and convert_from(payload, 'UTF8')::jsonb ->> 'summit' = ?
                        """)
                .param(summit.toString())
                .query(Long.class)
                .single();
    }

    private long storedFor(String aggregate) {
        return registration
                .bean(JdbcClient.class)
                .sql("select count(*) from event where aggregate_id = ?")
                .param(aggregate)
                .query(Long.class)
                .single();
    }

    /** Lets 32 callers go at the same moment; each outcome is empty, or the reason to be refused. */
    private static List<String> race(IntFunction<Callable<String>> caller) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            var running = IntStream.range(0, CALLERS)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        try {
                            return caller.apply(number).call();
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
