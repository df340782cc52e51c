package org.sala.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.sala.sessions.DayThree.ELEVEN;
import static org.sala.sessions.DayThree.NINE;
import static org.sala.sessions.DayThree.SUMMIT;
import static org.sala.sessions.DayThree.person;
import static org.sala.sessions.DayThree.plan;
import static org.sala.sessions.DayThree.session;
import static org.sala.sessions.api.AttendanceMode.IN_PERSON;
import static org.sala.sessions.api.AttendanceMode.ONLINE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sala.eventing.intake.DeadLetters;
import org.sala.eventing.intake.Rebuild;
import org.sala.eventing.publish.CloudEventHeaders;
import org.sala.ports.NotSignedIn;
import org.sala.ports.Role;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionPlan;
import org.sala.sessions.api.SessionsCommand;
import org.sala.sessions.api.SessionsCommand.EndSession;
import org.sala.sessions.api.SessionsCommand.JoinSession;
import org.sala.sessions.api.SessionsCommand.ScheduleSession;
import org.sala.sessions.api.SessionsCommand.StartSession;
import org.sala.sessions.api.SessionsPort;
import org.sala.sessions.api.SessionsQueries;
import org.sala.sessions.api.SessionsQueries.SeatCount;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.Slot;
import org.sala.sessions.registered.Registered;
import org.sala.testing.RunningService;
import tools.jackson.databind.json.JsonMapper;

/** From registration's facts on Kafka to the context's own events on Kafka, and every way to be refused on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionsModuleTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int RACERS = 16;
    private static final int PEOPLE = 130;

    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicInteger hours = new AtomicInteger();
    private RunningService running;
    private SessionsPort port;
    private SessionsPort portOfSecondNode;

    @BeforeAll
    void start(@TempDir Path folder) {
        running = RunningService.start("sessions", SessionsApplication::builder, folder, 2, Map.of());
        var ports = running.beans(SessionsPort.class);
        port = ports.getFirst();
        portOfSecondNode = ports.getLast();
        // people before their summit: contexts must not count on the order of different subjects
        for (var number = 1; number <= PEOPLE; number++) {
            running.publish("registration", person(number).value(), 0, Facts.registered(number));
        }
        running.publish("registration", SUMMIT.value(), 0, Facts.announced());
        var registered = running.bean(Registered.class);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> registered.knows(SUMMIT)
                        && IntStream.rangeClosed(1, PEOPLE)
                                .allMatch(number ->
                                        registered.person(person(number)).isPresent()));
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void aSessionGoesFromRegistrationsFactsToItsOwnEvents() {
        var session = nextSession();
        var staff = running.token(Role.STAFF);
        assertThat(running.post(new ScheduleSession(session, SUMMIT, 3, roomy()), staff, "en")
                        .statusCode())
                .isEqualTo(204);
        assertThat(running.post(new StartSession(session, NINE), staff, "en").statusCode())
                .isEqualTo(204);
        assertThat(running.post(new JoinSession(session, person(1), ONLINE, NINE), staff, "en")
                        .statusCode())
                .isEqualTo(204);
        assertThat(running.post(new EndSession(session, ELEVEN), staff, "en").statusCode())
                .isEqualTo(204);

        var events = running.published(session.value(), 4);

        assertThat(events)
                .extracting(event -> header(event, CloudEventHeaders.TYPE))
                .containsExactly(
                        "sessions.session-scheduled",
                        "sessions.session-started",
                        "sessions.participant-joined-session",
                        "sessions.session-ended");
        assertThat(events)
                .extracting(event -> header(event, CloudEventHeaders.SEQUENCE))
                .containsExactly("0", "1", "2", "3");
        assertThat(events).allSatisfy(event -> {
            assertThat(header(event, CloudEventHeaders.SOURCE)).endsWith("/sessions");
            assertThat(header(event, CloudEventHeaders.SUBJECT)).isEqualTo(session.toString());
            assertThat(header(event, CloudEventHeaders.ACTOR)).isEqualTo(RunningService.ACCOUNT);
            assertThat(header(event, CloudEventHeaders.ROLE)).isEqualTo("STAFF");
        });
        var joined = JSON.readTree(events.get(2).value());
        assertThat(joined.get("participant").asString()).isEqualTo(person(1).toString());
        assertThat(joined.get("occurredAt").asString()).isEqualTo(NINE.toString());
    }

    @Test
    void sendingEverythingAgainChangesNothing() {
        var session = nextSession();
        var staff = running.token(Role.STAFF);
        var commands = List.of(
                new ScheduleSession(session, SUMMIT, 3, roomy()),
                new StartSession(session, NINE),
                new JoinSession(session, person(2), IN_PERSON, NINE),
                new EndSession(session, ELEVEN));
        commands.forEach(command -> port.send(command, staff));
        var before = running.events();
        commands.forEach(command -> port.send(command, staff));
        assertThat(running.events()).isEqualTo(before);
    }

    @Test
    void theLastSeatGoesToOne() throws Exception {
        var session = runningSession(plan(nextSlot(), "Mekong", Map.of(IN_PERSON, 3, ONLINE, 1)));

        var outcomes = race(racer -> new JoinSession(session, person(racer + 1), IN_PERSON, NINE));

        assertThat(outcomes).filteredOn(outcome -> outcome == null).hasSize(3);
        assertThat(reasons(outcomes)).hasSize(RACERS - 3).containsOnly(Reason.SEATS_EXHAUSTED);
        assertThat(seats(session))
                .containsExactly(new SeatCount(IN_PERSON, 3, 3, 0, 0), new SeatCount(ONLINE, 1, 0, 0, 0));
        end(session);
    }

    @Test
    void aPersonWhoJoinsManySessionsAtOnceIsInOne() throws Exception {
        var open = IntStream.range(0, RACERS)
                .mapToObj(_ -> runningSession(roomy()))
                .toList();

        var outcomes = race(racer -> new JoinSession(open.get(racer), person(20), ONLINE, NINE));

        var admitted = IntStream.range(0, RACERS)
                .filter(racer -> outcomes.get(racer) == null)
                .boxed()
                .toList();
        assertThat(admitted).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> outcome != null).allSatisfy(outcome -> {
            assertThat(outcome.reason()).isEqualTo(Reason.IN_ANOTHER_SESSION);
            assertThat(outcome.details())
                    .isEqualTo(Map.of("session", open.get(admitted.getFirst()).toString()));
        });
        open.forEach(this::end);
    }

    @Test
    void theSameCommandFromManySidesAtOnceIsOneCommand() throws Exception {
        var session = nextSession();
        var schedule =
                new ScheduleSession(session, SUMMIT, 3, plan(nextSlot(), "Angkor", Map.of(ONLINE, 5), person(37)));

        assertThat(race(_ -> schedule)).containsOnlyNulls();
        assertThat(race(_ -> new StartSession(session, NINE))).containsOnlyNulls();
        assertThat(race(_ -> new JoinSession(session, person(25), ONLINE, NINE)))
                .containsOnlyNulls();
        assertThat(race(_ -> new EndSession(session, ELEVEN))).containsOnlyNulls();

        assertThat(running.database()
                        .sql("select count(*) from event_history where aggregate_id = :session")
                        .param("session", session.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void aPlenaryIsReadFromItsSnapshotAndForgetsNobody() {
        var plenary = runningSession(plan(nextSlot(), "Angkor", Map.of(ONLINE, PEOPLE)));
        var staff = running.token(Role.STAFF);
        for (var number = 1; number <= PEOPLE; number++) {
            port.send(new JoinSession(plenary, person(number), ONLINE, NINE), staff);
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(running.database()
                                .sql("select sequence from snapshot where aggregate_id = ?")
                                .param(plenary.toString())
                                .query(Long.class)
                                .optional())
                        .hasValueSatisfying(sequence -> assertThat(sequence).isGreaterThanOrEqualTo(99)));
        var before = running.events();
        portOfSecondNode.send(new JoinSession(plenary, person(1), ONLINE, NINE), staff);
        portOfSecondNode.send(new JoinSession(plenary, person(PEOPLE), ONLINE, NINE), staff);
        assertThat(running.events()).as("all are in already").isEqualTo(before);
        assertThat(seats(plenary)).contains(new SeatCount(ONLINE, PEOPLE, PEOPLE, 0, 0));
        end(plenary);
    }

    @Test
    void whoLeftAnEndedSessionMayJoinAnother() {
        var first = runningSession(roomy());
        var second = runningSession(roomy());
        var staff = running.token(Role.STAFF);
        port.send(new JoinSession(first, person(21), ONLINE, NINE), staff);
        assertThat(refusal(new JoinSession(second, person(21), ONLINE, NINE)).details())
                .isEqualTo(Map.of("session", first.toString()));
        end(first);
        port.send(new JoinSession(second, person(21), ONLINE, NINE), staff);
        assertThat(seats(first)).contains(new SeatCount(ONLINE, 50, 1, 0, 0));
        end(second);
    }

    @Test
    void aRoomIsGivenToOneSessionAtATime() throws Exception {
        var slot = nextSlot();
        var ids = IntStream.range(0, RACERS).mapToObj(_ -> nextSession()).toList();
        // the same room, whatever its capitals and spaces, in slots that overlap by no more than a little
        var outcomes = race(racer -> new ScheduleSession(
                ids.get(racer),
                SUMMIT,
                3,
                plan(
                        new Slot(slot.start().plusSeconds(racer), slot.end()),
                        racer % 2 == 0 ? "Tonle Sap" : "  tonle   SAP ",
                        Map.of(IN_PERSON, 5))));

        var booked = IntStream.range(0, RACERS)
                .filter(racer -> outcomes.get(racer) == null)
                .boxed()
                .toList();
        assertThat(booked).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> outcome != null).allSatisfy(outcome -> {
            assertThat(outcome.reason()).isEqualTo(Reason.ROOM_TAKEN);
            assertThat(outcome.details())
                    .isEqualTo(Map.of("session", ids.get(booked.getFirst()).toString()));
        });
    }

    @Test
    void aFacilitatorLeadsOneSessionAtATime() throws Exception {
        var slot = nextSlot();
        var ids = IntStream.range(0, RACERS).mapToObj(_ -> nextSession()).toList();
        var outcomes = race(racer -> new ScheduleSession(
                ids.get(racer),
                SUMMIT,
                3,
                plan(slot, "Room " + racer, Map.of(IN_PERSON, 5), person(30), person(31), person(32 + racer % 4))));

        var booked = IntStream.range(0, RACERS)
                .filter(racer -> outcomes.get(racer) == null)
                .boxed()
                .toList();
        assertThat(booked).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> outcome != null).allSatisfy(outcome -> {
            assertThat(outcome.reason()).isEqualTo(Reason.FACILITATOR_TAKEN);
            assertThat(outcome.details())
                    .containsEntry("session", ids.get(booked.getFirst()).toString())
                    .containsEntry("participant", person(30).toString());
        });
    }

    @Test
    void oneSessionMayFollowAnotherInItsRoomAtOnce() {
        var slot = nextSlot();
        var staff = running.token(Role.STAFF);
        var half = slot.start().plus(Duration.ofMinutes(7));
        assertThatCode(() -> {
                    port.send(
                            new ScheduleSession(
                                    nextSession(),
                                    SUMMIT,
                                    3,
                                    plan(new Slot(slot.start(), half), "Bassac", Map.of(IN_PERSON, 5), person(39))),
                            staff);
                    port.send(
                            new ScheduleSession(
                                    nextSession(),
                                    SUMMIT,
                                    3,
                                    plan(new Slot(half, slot.end()), "Bassac", Map.of(IN_PERSON, 5), person(39))),
                            staff);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aRefusedScheduleKeepsNothing() {
        var slot = nextSlot();
        var staff = running.token(Role.STAFF);
        port.send(
                new ScheduleSession(nextSession(), SUMMIT, 3, plan(slot, "Room X", Map.of(IN_PERSON, 5), person(38))),
                staff);
        // its room is free and booked first, its facilitator isn't
        var refused =
                new ScheduleSession(nextSession(), SUMMIT, 3, plan(slot, "Room Y", Map.of(IN_PERSON, 5), person(38)));
        assertThat(refusal(refused).reason()).isEqualTo(Reason.FACILITATOR_TAKEN);
        assertThatCode(() -> port.send(
                        new ScheduleSession(nextSession(), SUMMIT, 3, plan(slot, "Room Y", Map.of(IN_PERSON, 5))),
                        staff))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "en, The session must begin and end within day 1 of the summit.",
        "km, វគ្គត្រូវចាប់ផ្តើម និងបញ្ចប់ក្នុងថ្ងៃទី 1 នៃសន្និសីទ។"
    })
    void aRuleRefusesInTheCallersLanguageAndStoresNothing(String language, String words) {
        var before = running.events();
        var answer = running.post(
                new ScheduleSession(nextSession(), SUMMIT, 1, roomy()), running.token(Role.STAFF), language);
        assertThat(answer.statusCode()).isEqualTo(409);
        var problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").asString()).isEqualTo("urn:sala:refusal:sessions:OUTSIDE_DAY");
        assertThat(problem.get("reason").asString()).isEqualTo("OUTSIDE_DAY");
        assertThat(problem.get("detail").asString()).isEqualTo(words);
        assertThat(running.events()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"en, The field “occurredAt”", "km, ព័ត៌មាន «occurredAt»"})
    void badInputIsRefusedInTheCallersLanguageAndStoresNothing(String language, String words) {
        var before = running.events();
        var answer = running.post(
                "start-session", "{\"session\": \"%s\"}".formatted(nextSession()), running.token(Role.STAFF), language);
        assertThat(answer.statusCode()).isEqualTo(422);
        var problem = JSON.readTree(answer.body());
        assertThat(problem.get("reason").asString()).isEqualTo("MALFORMED");
        assertThat(problem.get("detail").asString()).startsWith(words);
        assertThat(running.events()).isEqualTo(before);
    }

    @Test
    void anUnknownSessionIsNotFound() {
        var staff = running.token(Role.STAFF);
        assertThat(running.post(new StartSession(nextSession(), NINE), staff, "en")
                        .statusCode())
                .isEqualTo(404);
        assertThat(running.get("/sessions/" + nextSession() + "/seats", staff).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUDITOR", "DONOR"})
    void whoOnlyReadsChangesNothing(Role role) {
        var token = running.token(role);
        var session = runningSession(roomy());
        var commands = List.<SessionsCommand>of(
                new ScheduleSession(nextSession(), SUMMIT, 3, roomy()),
                new StartSession(session, NINE),
                new JoinSession(session, person(22), ONLINE, NINE),
                new EndSession(session, ELEVEN));
        assertThat(commands)
                .allSatisfy(command -> assertThatThrownBy(() -> port.send(command, token))
                        .isInstanceOfSatisfying(
                                SessionsRejected.class,
                                refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_ALLOWED)));
        assertThat(running.post(commands.getFirst(), token, "en").statusCode()).isEqualTo(403);
        assertThat(seats(session, token)).isNotEmpty();
        end(session);
    }

    @Test
    void aFacilitatorRunsSessionsAndDoesNotScheduleThem() {
        var facilitator = running.token(Role.FACILITATOR);
        var session = nextSession();
        var schedule = new ScheduleSession(session, SUMMIT, 3, roomy());
        assertThatThrownBy(() -> port.send(schedule, facilitator)).hasMessage("NOT_ALLOWED");
        port.send(schedule, running.token(Role.STAFF));
        assertThatCode(() -> {
                    port.send(new StartSession(session, NINE), facilitator);
                    port.send(new JoinSession(session, person(23), ONLINE, NINE), facilitator);
                    port.send(new EndSession(session, ELEVEN), facilitator);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void withoutATokenNothingIsAskedOrAnswered() {
        assertThatThrownBy(() -> port.send(new StartSession(nextSession(), NINE), "forged"))
                .isInstanceOf(NotSignedIn.class);
        assertThatThrownBy(() -> seats(nextSession(), "forged")).isInstanceOf(NotSignedIn.class);
        assertThat(running.get("/sessions/" + nextSession() + "/seats", "forged")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void seatsAreAnsweredOverHttp() {
        var session = runningSession(plan(nextSlot(), "Mekong", Map.of(ONLINE, 2)));
        port.send(new JoinSession(session, person(24), ONLINE, NINE), running.token(Role.STAFF));
        var answer = running.get("/sessions/" + session + "/seats", running.token(Role.DONOR));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()))
                .isEqualTo(JSON.readTree(
                        "[{\"mode\": \"ONLINE\", \"seats\": 2, \"present\": 1, \"taken\": 0, \"waiting\": 0}]"));
        end(session);
    }

    @Test
    void commandsAndQueriesAreDescribed() {
        var described = JSON.readTree(
                        running.get("/openapi", running.token(Role.STAFF)).body())
                .get("paths");
        assertThat(described.propertyNames())
                .contains(
                        "/commands/schedule-session",
                        "/commands/start-session",
                        "/commands/join-session",
                        "/commands/end-session",
                        "/sessions/{session}/seats");
    }

    @Test
    void aFactOfATypeFromTheFutureIsPassedOver() {
        var stranger = UUID.randomUUID();
        running.publish(
                "registration", stranger, 0, "registration.something-new", "{}".getBytes(StandardCharsets.UTF_8));
        var late = person(PEOPLE + 1);
        running.publish("registration", late.value(), 0, Facts.registered(PEOPLE + 1));
        await().until(() -> running.bean(Registered.class).person(late).isPresent());
        assertThat(running.bean(DeadLetters.class).parked()).isEmpty();
    }

    @Test
    void whatWasTakenInIsTheSameWhenItIsTakenInAgain() throws Exception {
        var report = running.bean(Rebuild.class).run((_, _) -> {});
        assertThat(report.equal()).as("%s", report).isTrue();
        assertThat(report.events()).isGreaterThan(PEOPLE);
    }

    /** Sends one command a racer, all at once, over two nodes; null for each that was not refused. */
    private List<@Nullable SessionsRejected> race(IntFunction<SessionsCommand> command) throws Exception {
        var staff = running.token(Role.STAFF);
        var together = new CyclicBarrier(RACERS);
        try (var racers = Executors.newFixedThreadPool(RACERS)) {
            var runs = IntStream.range(0, RACERS)
                    .mapToObj(racer -> racers.submit((Callable<@Nullable SessionsRejected>) () -> {
                        together.await();
                        try {
                            var node = racer % 2 == 0 ? port : portOfSecondNode;
                            node.send(command.apply(racer), staff);
                            return null;
                        } catch (SessionsRejected refused) {
                            return refused;
                        }
                    }))
                    .toList();
            var outcomes = new ArrayList<@Nullable SessionsRejected>();
            for (var run : runs) {
                outcomes.add(run.get());
            }
            return outcomes;
        }
    }

    private static List<Reason> reasons(List<@Nullable SessionsRejected> outcomes) {
        return outcomes.stream()
                .flatMap(Stream::ofNullable)
                .map(SessionsRejected::reason)
                .toList();
    }

    private SessionsRejected refusal(SessionsCommand command) {
        try {
            port.send(command, running.token(Role.STAFF));
        } catch (SessionsRejected refused) {
            return refused;
        }
        throw new AssertionError("not refused");
    }

    private SessionId runningSession(SessionPlan plan) {
        var session = nextSession();
        port.send(new ScheduleSession(session, SUMMIT, 3, plan), running.token(Role.STAFF));
        port.send(new StartSession(session, NINE), running.token(Role.FACILITATOR));
        return session;
    }

    private void end(SessionId session) {
        port.send(new EndSession(session, ELEVEN), running.token(Role.FACILITATOR));
    }

    private List<SeatCount> seats(SessionId session) {
        return seats(session, running.token(Role.STAFF));
    }

    private List<SeatCount> seats(SessionId session, String token) {
        return running.bean(SessionsQueries.class).seats(session, token);
    }

    private SessionId nextSession() {
        return session(sessions.incrementAndGet());
    }

    /** A quarter of an hour that no other test has, so that rooms are free. */
    private Slot nextSlot() {
        var start = DayThree.DAY_THREE.starts().plus(Duration.ofMinutes(15L * hours.getAndIncrement()));
        return new Slot(start, start.plus(Duration.ofMinutes(15)));
    }

    private SessionPlan roomy() {
        return plan(nextSlot(), "Hall", Map.of(IN_PERSON, 50, ONLINE, 50));
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        return String.valueOf(CloudEventHeaders.read(event.headers(), name));
    }
}
