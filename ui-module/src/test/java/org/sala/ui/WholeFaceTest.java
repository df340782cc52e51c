package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sala.ports.Role;
import org.sala.ports.TokenIssuer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole way from Kafka to what a program and a browser are answered, on real servers. */
class WholeFaceTest {

    private static final SampleFacts SAMPLE = SampleFacts.of(3, 12, 30);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static RunningFace face = startedLater();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway") // set before any test runs
    private static RunningFace startedLater() {
        return null;
    }

    @BeforeAll
    static void start() {
        face = RunningFace.start(Map.of());
        face.wire().publish(SAMPLE.facts());
        RunningFace.until(
                "all facts are taken in", () -> taken() == SAMPLE.facts().size());
    }

    @AfterAll
    static void stop() {
        face.close();
    }

    private static long taken() {
        var sum = 0L;
        for (var each : json(get("/api/positions", Role.AUDITOR))) {
            sum += each.get("through").asLong();
        }
        return sum;
    }

    private static String token(Role role) {
        return face.bean(TokenIssuer.class).issue(SampleFacts.ACTOR, Set.of(role));
    }

    private static HttpResponse<String> get(String path, Role role) {
        return send(HttpRequest.newBuilder(face.address().resolve(path))
                .header("Authorization", "Bearer " + token(role))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static long told(String type) {
        return SAMPLE.told.getOrDefault(type, 0L);
    }

    /** What is called off was agreed before, in this summit. */
    private static long agreedInTheEnd() {
        return told("marketplace.trade-agreed") - told("marketplace.trade-cancelled");
    }

    @Test
    void todayHasTheNumbersThatWereTold() {
        var day1 = json(get("/api/summits/" + SAMPLE.summit() + "/today?day=1", Role.FACILITATOR));
        var day2 = json(get("/api/summits/" + SAMPLE.summit() + "/today", Role.STAFF));
        assertThat(day2.get("day").asInt()).isEqualTo(2);
        var present = 0L;
        for (var day : new JsonNode[] {day1, day2}) {
            for (var mode : day.get("attendance")) {
                present += mode.get("present").asLong();
            }
        }
        assertThat(present).isEqualTo(told("registration.participant-checked-in") - SampleFacts.COUNTED_FOR_NOBODY);
        assertThat(day2.at("/trades/offers").asLong()).isEqualTo(told("marketplace.offer-posted"));
        assertThat(day2.at("/trades/proposed").asLong()).isEqualTo(told("marketplace.trade-proposed"));
        assertThat(day2.at("/trades/agreed").asLong()).isEqualTo(agreedInTheEnd());
        assertThat(day2.get("notes").asLong()).isEqualTo(told("feedback.note-posted"));
    }

    @Test
    void theReportHasTheNumbersThatWereToldAndADonorNoSmallOnes() {
        var staff = get("/api/report/" + SAMPLE.summit(), Role.STAFF).body();
        assertThat(figure(staff, "PEOPLE_REGISTERED"))
                .isEqualTo(Long.toString(told("registration.participant-registered")));
        assertThat(figure(staff, "TRADES_AGREED")).isEqualTo(Long.toString(agreedInTheEnd()));
        var donor = get("/api/report/" + SAMPLE.summit(), Role.DONOR).body();
        assertThat(figure(donor, "PEOPLE_REGISTERED.GENDER.ANOTHER")).isEqualTo("null");
        assertThat(figure(donor, "TRADES_AGREED")).isEqualTo(figure(staff, "TRADES_AGREED"));
    }

    private static String figure(String report, String key) {
        var found = Pattern.compile("\\{\"key\":\"" + Pattern.quote(key) + "\",\"count\":(\\d+|null)}")
                .matcher(report);
        assertThat(found.find()).as(key).isTrue();
        return found.group(1);
    }

    @Test
    void theTimelineHasEveryEventInOrderAndNothingPersonal() {
        var all = new StringBuilder();
        for (var context : new String[] {"registration", "sessions", "marketplace", "feedback"}) {
            var after = 0L;
            while (true) {
                var answer = get("/api/timeline?context=" + context + "&after=" + after + "&limit=50", Role.AUDITOR);
                all.append(answer.body());
                var events = json(answer);
                for (var event : events) {
                    assertThat(event.get("position").asLong()).isEqualTo(++after);
                }
                if (events.size() < 50) {
                    break;
                }
            }
        }
        assertThat(all)
                .contains("registration.participant-registered", "‹personal›")
                .doesNotContain(SampleFacts.SECRET_NAME, SampleFacts.SECRET_PHONE, "Do No Harm in our own work")
                .doesNotContain("https://meet.example.org/x");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/summits/{summit}/today, AUDITOR",
        "/api/summits/{summit}/today, DONOR",
        "/api/timeline?context=registration, FACILITATOR",
        "/api/timeline?context=registration, DONOR",
        "/api/report/{summit}, FACILITATOR",
        "/api/report/{summit}, AUDITOR",
        "/api/rebuilds, DONOR",
        "/api/replacements, STAFF",
        "/api/anything, STAFF"
    })
    void whatIsNotForARoleIsRefused(String path, Role role) {
        var answer = get(path.replace("{summit}", SAMPLE.summit().toString()), role);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("Peer-learning");
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        var answer = send(
                HttpRequest.newBuilder(face.address().resolve("/api/positions")).build());
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void aRebuildFindsEveryTableTheSame() {
        var run = ended(post("/api/rebuilds", Role.AUDITOR));
        assertThat(run.get("state").asString()).as(run.toPrettyString()).isEqualTo("EQUAL");
        assertThat(run.at("/report/events").asLong()).isEqualTo(SAMPLE.facts().size());
        assertThat(run.at("/report/tables").size()).isGreaterThan(15);
    }

    @Test
    void staffCanReplaceTheTablesByWhatTheHistoryGivesAndNobodyElse() {
        assertThat(post("/api/replacements", Role.AUDITOR).statusCode()).isEqualTo(403);
        var database = face.bean(JdbcClient.class);
        database.sql("update today_offer set title_en = 'forged'").update();
        database.sql("delete from today_expected").update();
        var takenAt = "select min(taken_at)::text from timeline";
        var firstTaken = database.sql(takenAt).query(String.class).single();

        var run = ended(post("/api/replacements", Role.STAFF));
        assertThat(run.get("state").asString()).as(run.toPrettyString()).isEqualTo("REPLACED");
        assertThat(run.at("/replaced/events").asLong()).isEqualTo(SAMPLE.facts().size());
        assertThat(database.sql("select count(*) from today_offer where title_en = 'forged'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(database.sql(takenAt).query(String.class).single())
                .as("what was right stays, and knows when it was taken in")
                .isEqualTo(firstTaken);
        assertThat(ended(post("/api/rebuilds", Role.STAFF)).get("state").asString())
                .isEqualTo("EQUAL");
    }

    private static HttpResponse<String> post(String path, Role role) {
        return send(HttpRequest.newBuilder(face.address().resolve(path))
                .header("Authorization", "Bearer " + token(role))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private static JsonNode ended(HttpResponse<String> started) {
        assertThat(started.statusCode()).isEqualTo(202);
        var address = URI.create(started.headers().firstValue("Location").orElseThrow())
                .getPath();
        RunningFace.until(
                "the rebuild ends",
                () -> !json(get(address, Role.AUDITOR)).get("state").asString().equals("RUNNING"));
        return json(get(address, Role.STAFF));
    }

    @Test
    void openApiTellsOfWhatCanBeAsked() {
        var answer =
                send(HttpRequest.newBuilder(face.address().resolve("/openapi")).build());
        assertThat(answer.body())
                .contains("/api/timeline", "/api/summits/{summit}/today", "/api/report/{summit}", "/api/positions");
    }

    @Test
    void signingInLeadsInAndARefusalDoesNotSayWhatWasWrong() {
        assertThat(signIn("staff", RunningFace.PASSWORD)).doesNotContain("error");
        var wrongPassword = signIn("staff", "wrong");
        var wrongName = signIn("nobody", RunningFace.PASSWORD);
        assertThat(wrongPassword).isEqualTo(wrongName).endsWith("/sign-in?error");
    }

    @Test
    void afterSomeFailuresEvenTheRightPasswordHasToWait() {
        for (var i = 0; i < 6; i++) {
            assertThat(signIn("donor", "guess " + i)).contains("error");
        }
        assertThat(signIn("donor", RunningFace.PASSWORD)).contains("error");
    }

    /** Where signing in leads to. */
    private static String signIn(String account, String password) {
        try (var browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            var page = browser.send(
                    HttpRequest.newBuilder(face.address().resolve("/sign-in")).build(),
                    HttpResponse.BodyHandlers.ofString());
            var csrf = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"").matcher(page.body());
            assertThat(csrf.find()).isTrue();
            var answer = browser.send(
                    HttpRequest.newBuilder(face.address().resolve("/sign-in"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("username=" + encoded(account) + "&password="
                                    + encoded(password) + "&_csrf=" + encoded(csrf.group(1))))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(302);
            return answer.headers().firstValue("Location").orElseThrow();
        } catch (IOException | InterruptedException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
