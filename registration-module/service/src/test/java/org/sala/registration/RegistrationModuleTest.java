package org.sala.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
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
import org.sala.personal.Personal;
import org.sala.ports.CommandClient;
import org.sala.ports.Role;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Contact;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.CancelRegistration;
import org.sala.registration.api.RegistrationCommand.IssueTicket;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedIn;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationQueries.SeatCount;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.SummitId;
import org.sala.registration.api.TicketDigest;
import org.sala.registration.api.WhenFull;
import org.sala.testing.RunningService;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The module as others meet it: commands over HTTP in, facts on Kafka out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class RegistrationModuleTest {

    private static final JsonMapper JSON = new JsonMapper();

    private RunningService registration;
    private RegistrationPort port;
    private CommandClient client;
    private String staff;

    @BeforeAll
    void start(@TempDir Path folder) {
        registration = RunningService.start(
                "registration",
                RegistrationApplication::builder,
                folder,
                1,
                Map.of("sala.registration.contact-secret", folder.resolve("contacts.key")));
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
        var occurredAt = Reference.DAY_ONE_MORNING;
        client.send(register(person, Map.of(1, AttendanceMode.ONLINE)), staff);
        client.send(checkIn(person, 1, AttendanceMode.ONLINE, occurredAt), registration.token(Role.FACILITATOR));

        var facts = registration.published(participant(person), 2);

        assertThat(facts)
                .extracting(fact -> header(fact, "ce_type"))
                .containsExactly("registration.participant-registered", "registration.participant-checked-in");
        var fact = facts.get(1);
        assertThat(fact.key()).isEqualTo(participant(person).toString());
        assertThat(header(fact, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(fact, "ce_source")).isEqualTo("/" + registration.platform() + "/registration");
        assertThat(header(fact, "ce_subject")).isEqualTo(participant(person).toString());
        assertThat(header(fact, "ce_sequence")).isEqualTo("1");
        assertThat(header(fact, "ce_actor")).isEqualTo(RunningService.ACCOUNT);
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

    @Test
    void whatIsPersonalIsNeitherStoredNorSentInClear() {
        var person = someone();
        var command = register(person, Map.of(1, AttendanceMode.ONLINE));
        port.send(command, staff);

        var sent = registration.published(participant(person), 1).getFirst().value();
        var stored = registration
                .database()
                .sql("select payload from event where aggregate_id = :participant")
                .param("participant", participant(person).value())
                .query((row, n) -> row.getBytes(1))
                .single();

        assertThat(sent).isEqualTo(stored);
        assertThat(new String(sent, StandardCharsets.UTF_8))
                .contains("\"key\":\"" + participant(person) + "\"")
                .doesNotContain("clear")
                .doesNotContain(Objects.requireNonNull(command.name().latin()))
                .doesNotContain(Objects.requireNonNull(command.contact().phone()));
        var read = JSON.readValue(sent, ParticipantRegistered.class);
        assertThat(read.name()).isEqualTo(Personal.hidden(Personal.Reason.SEALED));
        assertThat(read.gender()).isEqualTo(command.gender());
    }

    /** In PostgreSQL too, whoever has the events' login can't read a key. */
    @Test
    void theLoginOfTheEventsSeesNoKey() {
        assertThatThrownBy(() -> registration
                        .database()
                        .sql("select count(*) from registration_keys.subject_key")
                        .query(Long.class)
                        .single())
                .isInstanceOf(DataAccessException.class);
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
        var checkIn = checkIn(person, 1, AttendanceMode.ONLINE, Reference.DAY_ONE_MORNING);
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
        var json = RunningService.jsonOf(known);
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
                Arguments.of(409, "ID_TAKEN", "announce-summit", RunningService.jsonOf(announce(Reference.SUMMIT, 11))),
                Arguments.of(
                        404,
                        "PARTICIPANT_UNKNOWN",
                        "check-in-participant",
                        RunningService.jsonOf(checkIn(9_999, 1, AttendanceMode.ONLINE, now))),
                Arguments.of(
                        409,
                        "NOT_EXPECTED",
                        "check-in-participant",
                        RunningService.jsonOf(checkIn(2_000, 3, AttendanceMode.ONLINE, Reference.NOW))),
                Arguments.of(
                        409,
                        "NOT_THE_DAY",
                        "check-in-participant",
                        RunningService.jsonOf(checkIn(2_000, 1, AttendanceMode.ONLINE, Reference.NOW))),
                Arguments.of(
                        409,
                        "IN_THE_FUTURE",
                        "check-in-participant",
                        RunningService.jsonOf(checkIn(2_000, 1, AttendanceMode.ONLINE, now.plus(Duration.ofHours(1))))),
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

    /** From a full day over HTTP to the fact that somebody else has the seat. */
    @Test
    void whoeverCancelsMakesRoomForWhoWaits() {
        var summit = new SummitId(UUID.randomUUID());
        client.send(announce(summit, 1), staff);
        var first = coach(summit, 7_001);
        var second = coach(summit, 7_002);
        client.send(first, staff);
        client.send(second, staff);
        var waiting = client.ask(
                "/summits/" + summit + "/waiting", new TypeReference<List<RegistrationQueries.Waiting>>() {}, staff);
        assertThat(waiting).singleElement().satisfies(one -> {
            assertThat(one.person().participant()).isEqualTo(second.participant());
            assertThat(one.place()).isEqualTo(1);
        });

        client.send(new CancelRegistration(first.participant()), staff);

        assertThat(registration.published(second.participant(), 3))
                .extracting(fact -> header(fact, "ce_type"))
                .containsExactly(
                        "registration.participant-registered",
                        "registration.participant-waitlisted",
                        "registration.participant-confirmed");
        assertThat(registration.published(second.participant(), 3))
                .last()
                .satisfies(fact -> assertThat(header(fact, "ce_actor")).isEqualTo("policy:promoting"));
        assertThat(registration.bean(RegistrationQueries.class).seats(summit, staff))
                .contains(new SeatCount(3, AttendanceMode.IN_PERSON, 1, 1, 0));
    }

    private static RegisterParticipant coach(SummitId summit, int number) {
        var person = register(number);
        return new RegisterParticipant(
                new ParticipantId(UUID.randomUUID()),
                summit,
                null,
                person.name(),
                person.contact(),
                ParticipantRole.COACH,
                person.gender(),
                person.ageBand(),
                null,
                person.language(),
                Map.of(3, AttendanceMode.IN_PERSON),
                person.consents(),
                person.consentVersion(),
                WhenFull.WAIT);
    }

    /** Names, contacts and tickets are asked for in a body, and answered to staff alone. */
    @Test
    void peopleAreFoundOverHttpAsInTheProcess() {
        var person = someone();
        port.send(register(person, Map.of(1, AttendanceMode.ONLINE)), staff);
        var ticket = new TicketDigest("%064x".formatted(person));
        port.send(new IssueTicket(participant(person), ticket), staff);
        var summit = "/summits/" + Reference.SUMMIT;
        var queries = registration.bean(RegistrationQueries.class);

        var filter = new RegistrationQueries.Filter("dara SOK", 1, false, null, RegistrationQueries.Status.REGISTERED);
        var found = client.ask(
                summit + "/people",
                Map.of("filter", filter, "from", 0, "most", 500),
                new TypeReference<RegistrationQueries.People>() {},
                staff);
        assertThat(found).isEqualTo(queries.people(Reference.SUMMIT, filter, 0, 500, staff));
        assertThat(found.lines().stream().map(RegistrationQueries.Line::participant))
                .contains(participant(person));

        var contacts =
                List.of(new Contact("099 000 000", null), register(person).contact());
        var people = client.ask(
                summit + "/people/with-contacts",
                contacts,
                new TypeReference<List<Optional<RegistrationQueries.Person>>>() {},
                staff);
        assertThat(people).isEqualTo(queries.peopleWith(Reference.SUMMIT, contacts, staff));
        assertThat(people.getFirst()).isEmpty();
        assertThat(people.getLast())
                .map(RegistrationQueries.Person::participant)
                .contains(participant(person));

        assertThat(client.ask(
                                "/tickets/holder",
                                ticket,
                                new TypeReference<RegistrationQueries.TicketHolder>() {},
                                registration.token(Role.PARTICIPANT))
                        .participant())
                .isEqualTo(participant(person));
        for (var role : List.of(Role.DONOR, Role.AUDITOR, Role.FACILITATOR, Role.PARTICIPANT)) {
            assertThat(catchThrowableOfType(
                                    RegistrationRejected.class,
                                    () -> queries.people(Reference.SUMMIT, filter, 0, 500, registration.token(role)))
                            .reason())
                    .isEqualTo(Reason.NOT_ALLOWED);
        }
        for (var most : new int[] {0, 501}) {
            assertThat(catchThrowableOfType(
                                    RegistrationRejected.class,
                                    () -> queries.people(Reference.SUMMIT, filter, 0, most, staff))
                            .details())
                    .isEqualTo(Map.of("field", "most"));
        }
    }

    /** Names lie in the database as they lie in the events: for nobody who has it alone. */
    @Test
    void noNameIsAtRestInClear() {
        var person = someone();
        port.send(register(person, Map.of(1, AttendanceMode.ONLINE)), staff);
        var row = registration
                .database()
                .sql("select sealed from person where participant = :participant")
                .param("participant", participant(person).value())
                .query((it, n) -> it.getBytes(1))
                .single();
        assertThat(new String(row, StandardCharsets.UTF_8)).doesNotContain("Dara", "ដារា", "ONLINE");
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
    void auditorsCanAskWhetherTheHistoryIsWhatItWas() {
        var answer = registration.get("/actuator/history", registration.token(Role.AUDITOR), "en");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"whole\":true");
        assertThat(registration
                        .get("/actuator/history", registration.token(Role.DONOR), "en")
                        .statusCode())
                .isEqualTo(403);
    }
}
