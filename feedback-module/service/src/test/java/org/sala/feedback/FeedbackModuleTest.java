package org.sala.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.sala.feedback.Wall.DARA;
import static org.sala.feedback.Wall.SESSION;
import static org.sala.feedback.Wall.SUMMIT;
import static org.sala.feedback.Wall.anonymous;
import static org.sala.feedback.Wall.note;
import static org.sala.feedback.Wall.open;
import static org.sala.feedback.Wall.person;
import static org.sala.feedback.Wall.signed;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.sala.eventing.intake.Rebuild;
import org.sala.eventing.publish.CloudEventHeaders;
import org.sala.feedback.api.FeedbackCommand;
import org.sala.feedback.api.FeedbackCommand.CloseBoard;
import org.sala.feedback.api.FeedbackCommand.EraseNote;
import org.sala.feedback.api.FeedbackCommand.OpenBoard;
import org.sala.feedback.api.FeedbackCommand.PostNote;
import org.sala.feedback.api.FeedbackPort;
import org.sala.feedback.api.FeedbackQueries;
import org.sala.feedback.api.FeedbackQueries.BoardCount;
import org.sala.feedback.api.FeedbackQueries.NoteWords;
import org.sala.feedback.api.FeedbackRejected;
import org.sala.feedback.api.FeedbackRejected.Reason;
import org.sala.feedback.api.FreeText;
import org.sala.feedback.api.NoteId;
import org.sala.feedback.api.ParticipantId;
import org.sala.personal.Personal;
import org.sala.ports.NotSignedIn;
import org.sala.ports.Role;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Gender;
import org.sala.registration.api.Language;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.RegistrationEvent.ParticipantErased;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.SummitDay;
import org.sala.sessions.api.Method;
import org.sala.sessions.api.Place;
import org.sala.sessions.api.SessionKind;
import org.sala.sessions.api.SessionPlan;
import org.sala.sessions.api.SessionsEvent.SessionScheduled;
import org.sala.sessions.api.Slot;
import org.sala.testing.RunningService;
import tools.jackson.databind.json.JsonMapper;

/** From other contexts' facts on Kafka to the context's own events on Kafka, and every way to be refused on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedbackModuleTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int RACERS = 16;

    private final AtomicInteger boards = new AtomicInteger();
    private final AtomicInteger notes = new AtomicInteger();
    private RunningService running;
    private FeedbackPort port;
    private FeedbackPort portOfSecondNode;

    @BeforeAll
    void start(@TempDir Path folder) {
        running = RunningService.start("feedback", FeedbackApplication::builder, folder, 2, Map.of());
        var ports = running.beans(FeedbackPort.class);
        port = ports.getFirst();
        portOfSecondNode = ports.getLast();
        // neither a context nor a subject waits for another: the session before its summit
        running.publish("sessions", SESSION.value(), 0, scheduled());
        running.publish("registration", DARA.value(), 0, registered(DARA));
        running.publish("registration", SUMMIT.value(), 0, announced());
        var known = running.bean(Known.class);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> known.isAnnounced(SUMMIT)
                        && known.isRegistered(DARA, SUMMIT)
                        && known.isScheduled(SESSION, SUMMIT));
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void aSignedNoteGoesFromOtherContextsFactsToItsOwnEvents() {
        var board = nextBoard();
        var facilitator = running.token(Role.FACILITATOR);
        var note = nextNote();
        var said = Instant.parse("2022-06-09T02:10:00Z");
        assertThat(running.post(board, facilitator, "en").statusCode()).isEqualTo(204);
        assertThat(running.post(new PostNote(note, board.board(), signed(DARA, said)), facilitator, "en")
                        .statusCode())
                .isEqualTo(204);

        assertThat(running.published(board.board().value(), 1))
                .extracting(event -> header(event, CloudEventHeaders.TYPE))
                .containsExactly("feedback.board-opened");
        assertThat(running.published(note.value(), 1)).singleElement().satisfies(event -> {
            assertThat(header(event, CloudEventHeaders.TYPE)).isEqualTo("feedback.note-posted");
            assertThat(header(event, CloudEventHeaders.SEQUENCE)).isEqualTo("0");
            assertThat(header(event, CloudEventHeaders.ACTOR)).isEqualTo(RunningService.ACCOUNT);
            assertThat(header(event, CloudEventHeaders.ROLE)).isEqualTo("FACILITATOR");
            var json = JSON.readTree(event.value());
            assertThat(new String(event.value(), StandardCharsets.UTF_8))
                    .doesNotContain("Contingency", "planning", "clear");
            assertThat(json.at("/content/text/key").asString()).isEqualTo(DARA.toString());
            assertThat(json.at("/content/signedBy").asString()).isEqualTo(DARA.toString());
            assertThat(json.at("/content/occurredAt").asString()).isEqualTo(said.toString());
        });
    }

    @Test
    void ofAnAnonymousNoteNobodysAccountRoleOrRequestIsKept() {
        var board = opened();
        var note = nextNote();
        port.send(new PostNote(note, board.board(), anonymous("Wellbeing at work")), running.token(Role.STAFF));

        assertThat(running.published(note.value(), 1)).singleElement().satisfies(event -> {
            assertThat(header(event, CloudEventHeaders.ACTOR)).isEqualTo("anonymous");
            assertThat(CloudEventHeaders.read(event.headers(), CloudEventHeaders.ROLE))
                    .isNull();
            assertThat(CloudEventHeaders.read(event.headers(), CloudEventHeaders.CAUSATION))
                    .isNull();
            event.headers()
                    .forEach(header -> assertThat(new String(header.value(), StandardCharsets.UTF_8))
                            .doesNotContain(RunningService.ACCOUNT));
            var content = JSON.readTree(event.value()).get("content");
            assertThat(content.at("/text/key").asString()).isEqualTo(note.toString());
            assertThat(content.get("signedBy").isNull()).isTrue();
            assertThat(content.get("occurredAt").isNull()).isTrue();
        });
        assertThat(running.database()
                        .sql("select to_jsonb(stored)::text from event_history stored where aggregate_id = :note")
                        .param("note", note.toString())
                        .query(String.class)
                        .single())
                .contains("anonymous")
                .doesNotContain(RunningService.ACCOUNT, "STAFF");
    }

    @Test
    void whatNotesSayIsForStaffAndGoesWithWhoeverIsErased() {
        var thida = person(7);
        running.publish("registration", thida.value(), 0, registered(thida));
        var known = running.bean(Known.class);
        await().atMost(Duration.ofSeconds(30)).until(() -> known.isRegistered(thida, SUMMIT));
        var board = opened();
        var staff = running.token(Role.STAFF);
        var hers = nextNote();
        var nobodys = nextNote();
        port.send(new PostNote(hers, board.board(), signed(thida, Instant.parse("2022-06-09T02:10:00Z"))), staff);
        port.send(new PostNote(nobodys, board.board(), anonymous("Stay connected")), staff);
        assertThat(words(hers, nobodys))
                .containsExactly(
                        new NoteWords(
                                hers,
                                Personal.of(new FreeText("Contingency planning")),
                                Personal.of(new FreeText("planning"))),
                        new NoteWords(nobodys, Personal.of(new FreeText("Stay connected")), null));
        assertThat(words(nextNote())).isEmpty();
        assertThat(running.bean(FeedbackQueries.class).words(List.of(hers, nobodys), running.tokenOf(thida)))
                .as("a person reads what they signed, and nothing else")
                .extracting(NoteWords::note)
                .containsExactly(hers);
        assertThat(running.bean(FeedbackQueries.class).words(List.of(hers, nobodys), running.tokenOf(DARA)))
                .isEmpty();
        for (var role : List.of(Role.FACILITATOR, Role.AUDITOR, Role.DONOR)) {
            var refused = catchThrowableOfType(
                    FeedbackRejected.class,
                    () -> running.bean(FeedbackQueries.class).words(List.of(hers), running.token(role)));
            assertThat(refused.reason()).isEqualTo(FeedbackRejected.Reason.NOT_ALLOWED);
        }

        running.publish(
                "registration",
                thida.value(),
                1,
                new ParticipantErased(
                        new org.sala.registration.api.ParticipantId(thida.value()),
                        new org.sala.registration.api.SummitId(SUMMIT.value()),
                        Instant.parse("2022-09-01T02:30:00Z")));

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(words(hers, nobodys))
                        .containsExactly(
                                new NoteWords(
                                        hers,
                                        Personal.hidden(Personal.Reason.ERASED),
                                        Personal.hidden(Personal.Reason.ERASED)),
                                new NoteWords(nobodys, Personal.of(new FreeText("Stay connected")), null)));
    }

    @Test
    void whatANoteSaysThatNobodySignedIsErasedByItself() {
        var board = opened();
        var staff = running.token(Role.STAFF);
        var named = nextNote();
        var other = nextNote();
        port.send(new PostNote(named, board.board(), anonymous("Ask Sok Dara")), staff);
        port.send(new PostNote(other, board.board(), anonymous("Stay connected")), staff);

        assertThat(running.post(new EraseNote(named), running.token(Role.FACILITATOR), "en")
                        .statusCode())
                .isEqualTo(403);
        assertThat(running.post(new EraseNote(named), staff, "en").statusCode()).isEqualTo(204);

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(words(named, other))
                        .containsExactly(
                                new NoteWords(named, Personal.hidden(Personal.Reason.ERASED), null),
                                new NoteWords(other, Personal.of(new FreeText("Stay connected")), null)));
        assertThat(running.published(named.value(), 2)).hasSize(2);
    }

    private List<NoteWords> words(NoteId... notes) {
        return running.bean(FeedbackQueries.class).words(List.of(notes), running.token(Role.STAFF));
    }

    @Test
    void theRequestOfAnAnonymousNoteLeadsToNothingElse() {
        var board = opened();
        var note = nextNote();
        var answer = running.post(
                new PostNote(note, board.board(), anonymous("Trends, jointly")), running.token(Role.STAFF), "en");
        var request = answer.headers().firstValue("X-Correlation-Id");
        assertThat(request).isPresent();
        assertThat(running.published(note.value(), 1))
                .singleElement()
                .satisfies(event ->
                        assertThat(header(event, CloudEventHeaders.CORRELATION)).isNotEqualTo(request.orElseThrow()));
    }

    @Test
    void sendingEverythingAgainChangesNothing() {
        var staff = running.token(Role.STAFF);
        var board = nextBoard();
        var commands = List.of(
                board,
                new PostNote(nextNote(), board.board(), anonymous("Mobilise resources together")),
                new PostNote(nextNote(), board.board(), signed(DARA, Wall.NOW)),
                new CloseBoard(board.board()));
        commands.forEach(command -> port.send(command, staff));
        var before = running.events();
        commands.forEach(command -> port.send(command, staff));
        assertThat(running.events()).isEqualTo(before);
    }

    @Test
    void theSameCommandFromManySidesAtOnceIsOneCommand() throws Exception {
        var board = nextBoard();
        var post = new PostNote(nextNote(), board.board(), anonymous("Simpler ways to collaborate"));

        assertThat(race(_ -> board)).containsOnlyNulls();
        assertThat(race(_ -> post)).containsOnlyNulls();
        assertThat(race(_ -> new CloseBoard(board.board()))).containsOnlyNulls();

        assertThat(eventsOf(board.board().toString())).isEqualTo(2);
        assertThat(eventsOf(post.note().toString())).isEqualTo(1);
        assertThat(countOn(board).notes()).isEqualTo(1);
    }

    @Test
    void whileABoardIsClosedEachNoteHangsOrIsRefused() throws Exception {
        var board = opened();
        var close = new CloseBoard(board.board());
        var posts = IntStream.range(0, RACERS)
                .mapToObj(racer -> new PostNote(nextNote(), board.board(), anonymous("Note " + racer)))
                .toList();

        var outcomes = race(racer -> racer == RACERS / 2 ? close : posts.get(racer));

        assertThat(outcomes.get(RACERS / 2)).isNull();
        assertThat(outcomes.stream().flatMap(Stream::ofNullable).map(FeedbackRejected::reason))
                .allMatch(Reason.BOARD_CLOSED::equals);
        var hung = IntStream.range(0, RACERS)
                .filter(racer -> racer != RACERS / 2 && outcomes.get(racer) == null)
                .count();
        assertThat(countOn(board).notes()).isEqualTo(hung);
        assertThat(countOn(board).open()).isFalse();
        assertThat(refusal(new PostNote(nextNote(), board.board(), anonymous("Too late")))
                        .reason())
                .isEqualTo(Reason.BOARD_CLOSED);
    }

    @Test
    void boardsAreAnsweredWithTheirNumberOfNotes() {
        var staff = running.token(Role.STAFF);
        var board = open(boards.incrementAndGet(), SESSION);
        port.send(board, staff);
        port.send(new PostNote(nextNote(), board.board(), anonymous("Share and learn")), staff);
        port.send(new PostNote(nextNote(), board.board(), anonymous("Share and learn")), staff);

        assertThat(countOn(board))
                .isEqualTo(new BoardCount(board.board(), board.kind(), board.prompt(), null, SESSION, true, 2));

        var answer = running.get("/summits/" + SUMMIT + "/boards", running.token(Role.DONOR));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).findValuesAsString("board"))
                .contains(board.board().toString());
        assertThat(running.get("/summits/" + Wall.ELSEWHERE + "/boards", staff).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"en, This board takes no more notes.", "km, ក្តារនេះលែងទទួលសារថ្មីហើយ។"})
    void aRuleRefusesInTheCallersLanguageAndStoresNothing(String language, String words) {
        var board = opened();
        var staff = running.token(Role.STAFF);
        port.send(new CloseBoard(board.board()), staff);
        var before = running.events();
        var answer = running.post(new PostNote(nextNote(), board.board(), anonymous("Too late")), staff, language);
        assertThat(answer.statusCode()).isEqualTo(409);
        var problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").asString()).isEqualTo("urn:sala:refusal:feedback:BOARD_CLOSED");
        assertThat(problem.get("reason").asString()).isEqualTo("BOARD_CLOSED");
        assertThat(problem.get("detail").asString()).isEqualTo(words);
        assertThat(running.events()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"en, The field “text”", "km, ព័ត៌មាន «text»"})
    void badInputIsRefusedInTheCallersLanguageWithoutBeingRepeated(String language, String words) {
        var board = opened();
        var before = running.events();
        var body = """
                {"note": "%s", "board": "%s", "content": {"text": "secret\\u0007", "language": "EN", "source": "TYPED",
                "signedBy": null, "occurredAt": null, "challenge": null, "theme": null}}""".formatted(nextNote(), board.board());
        var answer = running.post("post-note", body, running.token(Role.STAFF), language);
        assertThat(answer.statusCode()).isEqualTo(422);
        var problem = JSON.readTree(answer.body());
        assertThat(problem.get("reason").asString()).isEqualTo("MALFORMED");
        assertThat(problem.get("detail").asString()).startsWith(words);
        assertThat(answer.body()).doesNotContain("secret");
        assertThat(running.events()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUDITOR", "DONOR"})
    void whoOnlyReadsChangesNothing(Role role) {
        var token = running.token(role);
        var board = opened();
        var commands = List.<FeedbackCommand>of(
                nextBoard(),
                new CloseBoard(board.board()),
                new PostNote(nextNote(), board.board(), anonymous("Localisation")));
        assertThat(commands)
                .allSatisfy(command -> assertThatThrownBy(() -> port.send(command, token))
                        .isInstanceOf(FeedbackRejected.class)
                        .hasMessage("NOT_ALLOWED"));
        assertThat(running.post(commands.getLast(), token, "en").statusCode()).isEqualTo(403);
        assertThat(running.bean(FeedbackQueries.class).boards(SUMMIT, token)).isNotEmpty();
    }

    @Test
    void withoutATokenNothingIsAskedOrAnswered() {
        assertThatThrownBy(() -> port.send(nextBoard(), "forged")).isInstanceOf(NotSignedIn.class);
        assertThatThrownBy(() -> running.bean(FeedbackQueries.class).boards(SUMMIT, "forged"))
                .isInstanceOf(NotSignedIn.class);
        assertThat(running.get("/summits/" + SUMMIT + "/boards", "forged").statusCode())
                .isEqualTo(401);
    }

    @Test
    void commandsAndQueriesAreDescribed() {
        var described = JSON.readTree(
                        running.get("/openapi", running.token(Role.STAFF)).body())
                .get("paths");
        assertThat(described.propertyNames())
                .contains(
                        "/commands/open-board",
                        "/commands/close-board",
                        "/commands/post-note",
                        "/summits/{summit}/boards");
    }

    @Test
    void whatWasTakenInIsTheSameWhenItIsTakenInAgain() throws Exception {
        var report = running.bean(Rebuild.class).run((_, _) -> {});
        assertThat(report.equal()).as("%s", report).isTrue();
        // another test may have told more
        assertThat(report.events()).isGreaterThanOrEqualTo(3);
    }

    /** Sends one command a racer, all at once, over two nodes; null for each that was not refused. */
    private List<@Nullable FeedbackRejected> race(IntFunction<FeedbackCommand> command) throws Exception {
        var staff = running.token(Role.STAFF);
        var together = new CyclicBarrier(RACERS);
        try (var racers = Executors.newFixedThreadPool(RACERS)) {
            var runs = IntStream.range(0, RACERS)
                    .mapToObj(racer -> racers.submit((Callable<@Nullable FeedbackRejected>) () -> {
                        together.await();
                        try {
                            var node = racer % 2 == 0 ? port : portOfSecondNode;
                            node.send(command.apply(racer), staff);
                            return null;
                        } catch (FeedbackRejected refused) {
                            return refused;
                        }
                    }))
                    .toList();
            var outcomes = new ArrayList<@Nullable FeedbackRejected>();
            for (var run : runs) {
                outcomes.add(run.get());
            }
            return outcomes;
        }
    }

    private FeedbackRejected refusal(FeedbackCommand command) {
        try {
            port.send(command, running.token(Role.STAFF));
        } catch (FeedbackRejected refused) {
            return refused;
        }
        throw new AssertionError("not refused");
    }

    private OpenBoard nextBoard() {
        return open(boards.incrementAndGet(), null);
    }

    private OpenBoard opened() {
        var board = nextBoard();
        port.send(board, running.token(Role.STAFF));
        return board;
    }

    private NoteId nextNote() {
        return note(notes.incrementAndGet());
    }

    private BoardCount countOn(OpenBoard board) {
        return running.bean(FeedbackQueries.class).boards(SUMMIT, running.token(Role.STAFF)).stream()
                .filter(count -> count.board().equals(board.board()))
                .findFirst()
                .orElseThrow();
    }

    private long eventsOf(String subject) {
        return running.database()
                .sql("select count(*) from event_history where aggregate_id = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        return String.valueOf(CloudEventHeaders.read(event.headers(), name));
    }

    private static SummitAnnounced announced() {
        return new SummitAnnounced(
                new org.sala.registration.api.SummitId(SUMMIT.value()),
                new BilingualText("សន្និសីទ", "Summit"),
                ZoneId.of("Asia/Phnom_Penh"),
                List.of(new SummitDay(
                        1,
                        LocalDate.of(2022, 6, 9),
                        new BilingualText("ភ្នំពេញ", "Phnom Penh"),
                        Map.of(AttendanceMode.IN_PERSON, 100),
                        SummitDay.Admission.EVERYBODY)),
                "2022-05",
                new BilingualText("យល់ព្រម", "Agreed"));
    }

    private static ParticipantRegistered registered(ParticipantId participant) {
        return new ParticipantRegistered(
                new org.sala.registration.api.ParticipantId(participant.value()),
                new org.sala.registration.api.SummitId(SUMMIT.value()),
                null,
                Personal.hidden(Personal.Reason.SEALED),
                Personal.hidden(Personal.Reason.SEALED),
                ParticipantRole.COACH,
                Gender.PREFERS_NOT_TO_SAY,
                AgeBand.PREFERS_NOT_TO_SAY,
                null,
                Language.KM,
                Map.of(1, AttendanceMode.IN_PERSON),
                Set.of(Consent.DATA_USE),
                "2022-05");
    }

    private static SessionScheduled scheduled() {
        return new SessionScheduled(
                new org.sala.sessions.api.SessionId(SESSION.value()),
                new org.sala.sessions.api.SummitId(SUMMIT.value()),
                1,
                new SessionPlan(
                        new org.sala.sessions.api.BilingualText("ការបើក", "Opening"),
                        SessionKind.OPENING,
                        Set.of(),
                        Method.COMMUNITY_BUILDING,
                        new Slot(Instant.parse("2022-06-09T01:00:00Z"), Instant.parse("2022-06-09T02:00:00Z")),
                        new Place("Mekong", null),
                        Map.of(org.sala.sessions.api.AttendanceMode.IN_PERSON, 100),
                        Set.of(),
                        Set.of(org.sala.sessions.api.Language.KM),
                        Set.of(),
                        List.of()));
    }
}
