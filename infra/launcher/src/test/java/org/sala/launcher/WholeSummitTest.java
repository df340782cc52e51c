package org.sala.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.feedback.api.BilingualText;
import org.sala.feedback.api.BoardId;
import org.sala.feedback.api.BoardKind;
import org.sala.feedback.api.FeedbackCommand.OpenBoard;
import org.sala.feedback.api.FeedbackCommand.PostNote;
import org.sala.feedback.api.FreeText;
import org.sala.feedback.api.Language;
import org.sala.feedback.api.Note;
import org.sala.feedback.api.NoteId;
import org.sala.feedback.api.NoteSource;
import org.sala.feedback.api.SummitId;
import org.sala.ports.CommandClient;
import org.sala.ports.Role;
import org.sala.rehearsal.Addresses;
import org.sala.rehearsal.Figures;
import org.sala.rehearsal.Performance;
import org.sala.rehearsal.Rehearsal;
import org.sala.rehearsal.RehearsalReport;

/**
 * The platform as people meet it: started as its users start it, a whole summit played through its ports with all its
 * mishaps, and then looked at in a browser. What is seen is compared with the summit's own files.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeSummitTest {

    private static final int PORT = RunningLauncher.freePorts();
    private static final String COPY = "end to end";
    /** As they are printed at the first start. */
    private final Figures figures = Figures.of(Performance.REFERENCE, COPY);

    @TempDir
    private static Path data;

    private RunningLauncher platform;
    private RehearsalReport report;
    private Chromium chromium;
    private final Map<String, Visitor> signedIn = new HashMap<>();

    @BeforeAll
    void aWholeSummitIsPlayed() throws Exception {
        assertThat(getClass().getResource("/META-INF/VAADIN/config/stats.json"))
                .as("the pages' bundle, which Maven's package makes: infra/bin/test, or mvn verify")
                .isNotNull();
        platform = RunningLauncher.ready(data, PORT);
        report = new Rehearsal(addresses(), platform.tokens())
                .play(Performance.live(Double.POSITIVE_INFINITY).as(COPY), progress -> {});
        chromium = new Chromium();
    }

    @AfterAll
    void everythingStops() {
        if (chromium != null) {
            chromium.close();
        }
        if (platform != null) {
            platform.close();
        }
    }

    /** Somebody who has signed in before, with a window of their own. */
    private Visitor visitor(String account, String language) {
        return signedIn.computeIfAbsent(
                        account + " in " + language,
                        key -> new Visitor(chromium.browser(), page(), language)
                                .signIn(account, platform.password(account)))
                .another();
    }

    private String page() {
        return platform.settings().ports().url(Application.UI);
    }

    private Addresses addresses() {
        return new Addresses(
                address(Application.REGISTRATION),
                address(Application.SESSIONS),
                address(Application.MARKETPLACE),
                address(Application.FEEDBACK),
                address(Application.UI));
    }

    private URI address(Application application) {
        return URI.create(platform.settings().ports().url(application));
    }

    /** Signs with the platform's own key, as its page does. */
    @Test
    @Order(1)
    void everythingCameOutAsItShould() {
        assertThat(report.givenUp()).isEmpty();
        assertThat(report.unexpected()).isEmpty();
        assertThat(report.refused()).hasSizeGreaterThan(30);
        assertThat(report.views().taken().count()).isPositive();
    }

    @Test
    @Order(1)
    void everyEventIsOnItsTopicOnceAndNoPositionIsMissing() throws Exception {
        Eventually.holds("the sample is played", () -> platform.said().contains("The sample summit is there"));
        // what follows of events is decided a moment after them
        Eventually.holds(
                "needs are met",
                () -> takenIn("marketplace.need-met") == 2 * figures.events().getOrDefault("marketplace.need-met", 0));
        var events = new TreeMap<String, Integer>();
        var ids = new HashSet<String>();
        for (var context : List.of("registration", "sessions", "marketplace", "feedback")) {
            var positions = new HashSet<Long>();
            read("sala." + context).forEach(headers -> {
                assertThat(ids.add(headers.getOrDefault("ce_id", ""))).isTrue();
                assertThat(positions.add(Long.valueOf(headers.getOrDefault("ce_position", ""))))
                        .isTrue();
                events.merge(headers.getOrDefault("ce_type", ""), 1, Integer::sum);
            });
            assertThat(positions).contains(1L, (long) positions.size());
        }
        // the taxonomy is no summit's: it is there from the first start on
        assertThat(events.remove("marketplace.category-added")).isPositive();
        // the sample that a first start plays, and the one of this test
        figures.events()
                .forEach((type, count) -> assertThat(events).as("both summits").containsEntry(type, 2 * count));
        assertThat(events.keySet()).isEqualTo(figures.events().keySet());
    }

    private int takenIn(String type) throws SQLException {
        try (var connection = platform.database(Application.UI);
                var count = connection.prepareStatement("SELECT count(*) FROM timeline WHERE type = ?")) {
            count.setString(1, type);
            try (var rows = count.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** The headers of everything on a topic. */
    private List<Map<String, String>> read(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        "127.0.0.1:" + platform.settings().ports().kafka()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var all = new ArrayList<Map<String, String>>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofMillis(500)).forEach(entry -> {
                    var headers = new HashMap<String, String>();
                    entry.headers()
                            .forEach(header ->
                                    headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
                    all.add(headers);
                });
            }
            return all;
        }
    }

    @ParameterizedTest
    @Order(2)
    @ValueSource(strings = {"km", "en"})
    void theDashboardShowsTheNumbersOfTheFiles(String language) {
        try (var staff = visitor("staff", language)) {
            figures.days().forEach((day, attendance) -> {
                staff.open(figures.summit(), "today?day=" + day.day());
                var mode = "#attendance-" + day.mode().name().toLowerCase(Locale.ROOT);
                assertThat(staff.see(mode + " .present")).hasText(shown(attendance.here()));
                assertThat(staff.see(mode + " .expected")).containsText(shown(attendance.expected()));
            });
            assertThat(staff.see("#trades-offers .big")).hasText(shown(figures.offers()));
            assertThat(staff.see("#trades-proposed .big")).hasText(shown(figures.tradesProposed()));
            assertThat(staff.see("#trades-agreed .big")).hasText(shown(figures.tradesAgreed()));
            assertThat(staff.see("#notes header")).containsText(shown(figures.notes()));
            assertThat(staff.see("html")).hasAttribute("lang", Pattern.compile("^" + language));
            var words = staff.see(".today h1").innerText();
            assertThat(isKhmer(words)).isEqualTo(language.equals("km"));
        }
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource({
        "registration, registration.participant-checked-in",
        "sessions, sessions.participant-joined-session",
        "marketplace, marketplace.trade-agreed",
        "feedback, feedback.note-posted"
    })
    void theHistoryIsFilteredByContextAndType(String context, String type) throws Exception {
        try (var auditor = visitor("auditor", "en")) {
            // what belongs to no summit is in the history of each
            var ofContext = ofNoSummit(context)
                    + figures.events().entrySet().stream()
                            .filter(entry -> entry.getKey().startsWith(context + "."))
                            .mapToInt(Map.Entry::getValue)
                            .sum();
            auditor.open(figures.summit(), "history?context=" + context);
            assertThat(auditor.see("#history-count")).containsText(shown(ofContext));
            auditor.open(figures.summit(), "history?context=" + context + "&type=" + type);
            assertThat(auditor.see("#history-count"))
                    .containsText(shown(figures.events().getOrDefault(type, 0)));
        }
    }

    /** The taxonomy is there from the first start on, for every summit. */
    private int ofNoSummit(String context) throws Exception {
        try (var connection = platform.database(Application.valueOf(context.toUpperCase(Locale.ROOT)));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select count(*) from event_history where type = 'marketplace.category-added'""")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    @Order(3)
    void whatIsRebuiltFromTheHistoryIsWhatPeopleSee() {
        try (var auditor = visitor("auditor", "en")) {
            auditor.open(figures.summit(), "history/rebuild");
            auditor.see("vaadin-button[theme~=primary]").click();
            var run = auditor.see("#rebuild-results .rebuild-run").first();
            assertThat(run.locator("h2")).hasText("Every table is the same");
            assertThat(run.locator("tbody tr").first()).isVisible();
            assertThat(run.locator("tbody .person-needed")).hasCount(0);
        }
    }

    @ParameterizedTest
    @Order(4)
    @CsvSource({
        "en, The tables were replaced by what the history gives",
        "km, តារាងត្រូវបានជំនួសដោយអ្វីដែលប្រវត្តិផ្តល់ឱ្យ"
    })
    void staffReplaceTheTablesAndPeopleSeeWhatTheySaw(String language, String done) {
        try (var staff = visitor("staff", language)) {
            staff.open(figures.summit(), "history/rebuild");
            assertThat(staff.see("#replace")).isEnabled();
            var runs = staff.see("#rebuild-results").locator(".rebuild-run");
            var before = runs.count();
            staff.see("#replace").click();
            staff.see("vaadin-confirm-dialog vaadin-button[slot='confirm-button']")
                    .click();
            assertThat(runs).hasCount(before + 1);
            assertThat(runs.first().locator("h2")).hasText(done);
            assertThat(runs.first().locator("tbody tr").first()).isVisible();
            staff.open(figures.summit(), "report");
            assertThat(staff.see("[data-figure='PEOPLE_REGISTERED']").first()).hasText(shown(figures.participants()));
        }
    }

    @Test
    @Order(2)
    void theReportHasTheNumbersOfTheFiles() {
        try (var staff = visitor("staff", "en")) {
            staff.open(figures.summit(), "report");
            var expected = new HashMap<String, Integer>();
            expected.put("PEOPLE_REGISTERED", figures.participants());
            expected.put("PEOPLE_PRESENT", figures.present());
            expected.put("ORGANIZATIONS", figures.organizations());
            expected.put("OFFERS", figures.offers());
            expected.put("TRADES_PROPOSED", figures.tradesProposed());
            expected.put("TRADES_AGREED", figures.tradesAgreed());
            expected.put("NOTES", figures.notes());
            figures.days()
                    .forEach((day, attendance) ->
                            expected.put("PEOPLE_PRESENT.DAY_" + day.day() + "." + day.mode(), attendance.here()));
            figures.presentByGender()
                    .forEach((gender, count) -> expected.put("PEOPLE_PRESENT.GENDER." + gender, count));
            figures.presentByKind().forEach((kind, count) -> expected.put("PEOPLE_PRESENT.KIND." + kind, count));
            figures.presentBySize().forEach((size, count) -> expected.put("PEOPLE_PRESENT.SIZE." + size, count));
            expected.forEach((key, count) ->
                    assertThat(staff.see("[data-figure='" + key + "']").first()).hasText(shown(count)));
        }
    }

    @ParameterizedTest
    @Order(2)
    @ValueSource(strings = {"km", "en"})
    void theDonorTakesTheReportAwayWithoutSmallNumbers(String language) throws IOException {
        try (var donor = visitor("donor", language)) {
            donor.open(figures.summit(), "report");
            assertThat(donor.see("#suppression")).isVisible();
            var links = donor.see(".report .actions a");
            assertThat(links).hasCount(2);
            var csv = donor.page().waitForDownload(() -> links.first().click());
            var text = Files.readString(csv.path(), StandardCharsets.UTF_8);
            assertThat(text).contains("PEOPLE_REGISTERED", "," + figures.participants() + ",");
            assertThat(isKhmer(text.lines().findFirst().orElse(""))).isEqualTo(language.equals("km"));
            // of another gender than woman or man there are too few to be told
            assertThat(text.lines().filter(line -> line.contains("PEOPLE_PRESENT.GENDER.ANOTHER")))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .doesNotContain(","
                                    + figures.presentByGender().values().stream()
                                            .min(Integer::compare)
                                            .orElse(0)
                                    + ","));
            var xlsx = donor.page().waitForDownload(() -> links.last().click());
            assertThat(Files.readAllBytes(xlsx.path())).startsWith('P', 'K');
        }
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource({
        "donor, today",
        "donor, history",
        "auditor, today",
        "auditor, report",
        "facilitator, report",
        "facilitator, history",
        "facilitator, history/rebuild"
    })
    void aPlaceIsClosedToWhomItIsNotFor(String account, String place) {
        try (var visitor = visitor(account, "en")) {
            visitor.open(figures.summit(), place);
            assertThat(visitor.see("body")).containsText("not open to your role");
            assertThat(visitor.see("#trades, #history-count, [data-figure]")).hasCount(0);
        }
    }

    @Test
    @Order(2)
    void whoIsNotSignedInSeesNothing() {
        try (var stranger = new Visitor(chromium.browser(), page(), "km")) {
            stranger.open(figures.summit(), "today");
            assertThat(stranger.see("input[name=password]")).isVisible();
            assertThat(stranger.see("#trades")).hasCount(0);
        }
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource({"AUDITOR, 403", "DONOR, 403", ", 401"})
    void aCommandOfWhoMayNotChangesNothing(Role role, int status) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(addresses().feedback() + "/commands/open-board"))
                    .header("Content-Type", "application/json")
                    .header("Accept-Language", "km")
                    .POST(HttpRequest.BodyPublishers.ofString("""
                            {"board": "%s", "summit": "%s", "kind": "CUSTOM",
                             "prompt": {"km": "សំណួរ", "en": "A question"}, "lens": null, "session": null}""".formatted(UUID.randomUUID(), figures.summit())));
            if (role != null) {
                request.header("Authorization", "Bearer " + platform.tokens().issue("end-to-end", Set.of(role)));
            }
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(isKhmer(answer.body())).isTrue();
        }
        try (var auditor = visitor("auditor", "en")) {
            auditor.open(figures.summit(), "history?type=feedback.board-opened");
            assertThat(auditor.see("#history-count")).containsText(shown(figures.boards()));
        }
    }

    @Test
    @Order(4)
    void aNoteIsPushedToAPageThatIsOpen() throws Exception {
        var board = new BoardId(UUID.randomUUID());
        var words = "ជំនួបគ្នាម្តងទៀតនៅឆ្នាំក្រោយ";
        try (var staff = visitor("staff", "km");
                var feedback = new CommandClient(
                        addresses().feedback(), (reason, details) -> new IllegalStateException(reason))) {
            staff.open(figures.summit(), "today?day=4");
            assertThat(staff.see("#notes header")).containsText(shown(figures.notes()));
            // gone where the page is loaded once more
            staff.page().evaluate("window.sameAsBefore = true");
            var token = platform.tokens().issue("end-to-end", Set.of(Role.FACILITATOR));
            feedback.send(
                    new OpenBoard(
                            board,
                            new SummitId(figures.summit()),
                            BoardKind.CUSTOM,
                            new BilingualText("តើយើងជួបគ្នាទៀតនៅពេលណា?", "When do we meet again?"),
                            null,
                            null),
                    token);
            feedback.send(
                    new PostNote(
                            new NoteId(UUID.randomUUID()),
                            board,
                            new Note(new FreeText(words), Language.KM, NoteSource.TYPED, null, null, null, null)),
                    token);
            assertThat(staff.see("#notes-latest")).containsText(words);
            assertThat(staff.see("#notes header")).containsText(shown(figures.notes() + 1));
            assertThat(staff.page().evaluate("window.sameAsBefore")).isEqualTo(true);
        }
    }

    /** Names, phone numbers and addresses of everybody who registered, as they were given, and what was written on boards. */
    private static Set<String> whoCame() throws IOException {
        var personal = new HashSet<String>();
        for (var person : rows("participants.csv")) {
            for (var column : List.of("name_km", "name_latin", "phone", "email")) {
                var value = person.getField(column);
                if (!value.isBlank()) {
                    personal.add(value);
                }
            }
        }
        for (var note : rows("notes.csv")) {
            personal.add(note.getField("text"));
        }
        return personal;
    }

    private static List<NamedCsvRecord> rows(String file) throws IOException {
        var folder = RunningLauncher.root()
                .resolve("infra/rehearsal/src/main/resources/summits")
                .resolve(Performance.REFERENCE);
        try (var rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
            return rows.stream().toList();
        }
    }

    /**
     * PostgreSQL's tables, indexes and write-ahead log, Kafka's segments, logs, keys: the whole data folder, byte by byte; and
     * what is on the topics as a reader gets it, since Kafka's segments are compressed. What is public is found there, or else
     * the search would prove nothing.
     */
    @Test
    @Order(5)
    void whoCameAndWhatTheyWroteStandsNowhereInTheDataFolder(@TempDir Path wire) throws IOException {
        assertThat(whoCame()).hasSizeGreaterThan(300);
        writeTopics(wire);
        var named = rows("organizations.csv").stream()
                .map(organization -> organization.getField("name_km"))
                .toList();
        assertThat(BytesInFolder.search(data.resolve("postgres"), named).keySet())
                .containsAll(named);
        assertThat(BytesInFolder.search(wire, named).keySet()).containsAll(named);

        assertThat(BytesInFolder.search(data, whoCame())).isEmpty();
        assertThat(BytesInFolder.search(wire, whoCame())).isEmpty();
    }

    /** Every record with its headers, one file a topic. */
    private void writeTopics(Path folder) throws IOException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", "127.0.0.1:" + platform.settings().ports().kafka());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (var topic : List.of("sala.registration", "sala.sessions", "sala.marketplace", "sala.feedback")) {
                var partitions = consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                var ends = consumer.endOffsets(partitions);
                try (var file = Files.newOutputStream(folder.resolve(topic))) {
                    while (partitions.stream()
                            .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                        for (var record : consumer.poll(Duration.ofSeconds(1))) {
                            file.write(record.value());
                            for (var header : record.headers()) {
                                file.write(header.value());
                            }
                        }
                    }
                }
            }
        }
    }

    @Test
    @Order(6)
    void whoIsErasedIsGoneAndTheFiguresStay() throws IOException {
        var person = rows("participants.csv").getFirst();
        try (var staff = visitor("staff", "en");
                var auditor = visitor("auditor", "en")) {
            staff.open(figures.summit(), "people");
            staff.see("#people-contact input").fill(person.getField("phone"));
            staff.see("#people-contact input").press("Enter");
            assertThat(staff.see("#person")).containsText(person.getField("name_latin"));
            assertThat(staff.see("#person")).containsText(person.getField("email"));
            staff.see("#erase").click();
            staff.see("#erase-for-good").click();
            assertThat(staff.see("#erased")).containsText("the key is destroyed");
            assertThat(staff.see("#person")).not().containsText(person.getField("name_latin"));

            staff.open(figures.summit(), "report");
            assertThat(staff.see("[data-figure='PEOPLE_REGISTERED']").first()).hasText(shown(figures.participants()));
            auditor.open(figures.summit(), "history?type=registration.participant-erased");
            assertThat(auditor.see("#history-count")).containsText("1 event");
            staff.open(figures.summit(), "people");
            staff.see("#people-contact input").fill(person.getField("phone"));
            staff.see("#people-contact input").press("Enter");
            assertThat(staff.see(".people")).containsText("Nobody is registered");
        }
    }

    /** As the pages write numbers: Latin digits, a narrow space between thousands. */
    private static String shown(int number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }

    private static boolean isKhmer(String text) {
        return text.codePoints()
                .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.KHMER);
    }
}
