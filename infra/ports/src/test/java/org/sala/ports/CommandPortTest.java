package org.sala.ports;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sala.ports.Lending.Books;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands over HTTP as a stranger meets them: a real Tomcat, real tokens, raw requests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class CommandPortTest {

    private static final String GOOD = """
            {"book": "6f9619ff-8b86-4011-b42d-00cf4fc964ff",
             "reader": {"name": "Sok Dara", "phone": "012 345 678"},
             "days": 7,
             "labels": [{"km": "ក", "en": "a"}, {"km": "ខ", "en": "b"}],
             "shelves": {"1": "NORTH"},
             "searched": ["SOUTH"],
             "at": "2022-06-07T14:30:00+07:00"}""";

    private final Keys keys = Keys.fresh();
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private ConfigurableApplicationContext application;
    private URI base;
    private String staff;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        application = Lending.start(keys.publicKeyIn(folder));
        base = URI.create("http://127.0.0.1:" + Lending.portOf(application));
        staff = keys.issuer(Clock.systemUTC()).issue("account-1", Set.of(Role.STAFF, Role.AUDITOR));
    }

    @AfterAll
    void stop() {
        application.close();
        http.close();
    }

    @BeforeEach
    void forget() {
        books().lent.clear();
        books().lentBy.clear();
    }

    private Books books() {
        return application.getBean(Books.class);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String command, String body, String token, String language)
            throws IOException, InterruptedException {
        return send(request("/commands/" + command)
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode problem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue(Correlation.HEADER)).isPresent();
        var problem = json.readTree(response.body());
        assertThat(problem.path("type").asString()).isEqualTo(type);
        assertThat(type).endsWith(problem.path("reason").asString());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        return problem;
    }

    @Test
    void aCommandIsDecodedAndSentInTheCallersName() throws Exception {
        var response = post("lend-book", GOOD, staff, "en");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        var lent = books().loan();
        assertThat(lent.at()).isEqualTo(Instant.parse("2022-06-07T07:30:00Z"));
        assertThat(lent.note()).isNull();
        var pass = books().borrowed();
        assertThat(pass.account()).isEqualTo("account-1");
        assertThat(pass.role()).isEqualTo(Role.STAFF);
    }

    @Test
    void theCorrelationOfARequestIsCarriedAndEchoed() throws Exception {
        var correlation = "0191F3A0-0000-7000-8000-00000000000A";
        var response = send(request("/commands/lend-book")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + staff)
                .header(Correlation.HEADER, correlation)
                .POST(HttpRequest.BodyPublishers.ofString(GOOD)));

        assertThat(response.headers().firstValue(Correlation.HEADER)).contains("0191f3a0-0000-7000-8000-00000000000a");
        assertThat(books().borrowed().correlation()).isEqualTo("0191f3a0-0000-7000-8000-00000000000a");
    }

    @Test
    void aCorrelationThatIsNoUuidIsReplaced() throws Exception {
        var response = send(
                request("/nowhere").header(Correlation.HEADER, "012 345 678").GET());

        assertThat(UUID.fromString(
                        response.headers().firstValue(Correlation.HEADER).orElseThrow()))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "en, 409, BOOK_LENT, The book is away for 7 days.",
        "km, 409, BOOK_LENT, សៀវភៅត្រូវបានខ្ចីរយៈពេល 7 ថ្ងៃ។",
    })
    void aRefusalComesInTheCallersLanguageWithItsArguments(String language, int status, String reason, String words)
            throws Exception {
        post("lend-book", GOOD, staff, language);
        var response = post("lend-book", GOOD.replace("7,", "8,"), staff, language);

        var problem = problem(response, status, "urn:sala:refusal:lending:" + reason);
        assertThat(problem.path("detail").asString()).isEqualTo(words);
        assertThat(problem.path("details").path("days").asString()).isEqualTo("7");
        assertThat(response.headers().firstValue("Content-Language")).contains(language);
    }

    @ParameterizedTest
    @CsvSource({"en, There is no such book.", "km, គ្មានសៀវភៅនេះទេ។"})
    void whatIsNotKnownIsRefusedBy404(String language, String words) throws Exception {
        var response = post("lend-book", GOOD.replace("6f96", "6f97"), staff, language);

        var problem = problem(response, 404, "urn:sala:refusal:lending:BOOK_UNKNOWN");
        assertThat(problem.path("detail").asString()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"en, Only staff lend books.", "km, មានតែបុគ្គលិកទេដែលឱ្យខ្ចីសៀវភៅ។"})
    void aRoleThatMayNotIsRefusedBy403(String language, String words) throws Exception {
        var donor = keys.sign(
                Keys.staffClaims().claim("roles", List.of("DONOR", "ARCHANGEL")).build());
        var response = post("lend-book", GOOD, donor, language);

        var problem = problem(response, 403, "urn:sala:refusal:lending:NOT_ALLOWED");
        assertThat(problem.path("detail").asString()).isEqualTo(words);
        assertThat(books().lent).isEmpty();
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("colour", GOOD.replace("\"days\": 7", "\"days\": 7, \"colour\": \"secret\"")),
                Arguments.of("reader.colour", GOOD.replace("\"name\"", "\"colour\": \"secret\", \"name\"")),
                Arguments.of("?", GOOD.replace("\"days\": 7", "\"days\": 7, \"secret Dara\": 1")),
                Arguments.of("book", GOOD.replaceFirst("\"book\": \"[^\"]*\",", "")),
                Arguments.of("book", GOOD.replaceFirst("\"book\": \"[^\"]*\"", "\"book\": null")),
                Arguments.of("book", GOOD.replaceFirst("\"book\": \"[^\"]*\"", "\"book\": \"secret\"")),
                Arguments.of("book", GOOD.replaceFirst("\"book\": \"[^\"]*\"", "\"book\": \"\"")),
                Arguments.of("reader.name", GOOD.replace("\"name\": \"Sok Dara\", ", "")),
                Arguments.of("reader.name", GOOD.replace("\"Sok Dara\"", "null")),
                Arguments.of("reader.name", GOOD.replace("\"Sok Dara\"", "[\"secret\"]")),
                Arguments.of("reader.name", GOOD.replace("\"Sok Dara\"", "12345678")),
                Arguments.of("reader.name", GOOD.replace("Sok Dara", "\\u0000secret")),
                Arguments.of("reader.name", GOOD.replace("Sok Dara", "\\ud83dsecret")),
                Arguments.of("reader.phone", GOOD.replace("\"012 345 678\"", "true")),
                Arguments.of("days", GOOD.replace("\"days\": 7,", "")),
                Arguments.of("days", GOOD.replace("7,", "\"7\",")),
                Arguments.of("days", GOOD.replace("7,", "7.5,")),
                Arguments.of("days", GOOD.replace("7,", "9999999999999,")),
                Arguments.of("days", GOOD.replace("7,", "31,")),
                Arguments.of("labels[1].en", GOOD.replace("\"km\": \"ខ\", \"en\": \"b\"", "\"km\": \"secret\"")),
                Arguments.of("labels[1]", GOOD.replace("{\"km\": \"ខ\", \"en\": \"b\"}", "null")),
                Arguments.of("labels", GOOD.replaceFirst("\"labels\": \\[[^]]*]", "\"labels\": \"secret\"")),
                Arguments.of("shelves", GOOD.replace("{\"1\": \"NORTH\"}", "{\"secret\": \"NORTH\"}")),
                Arguments.of("shelves", GOOD.replace("{\"1\": \"NORTH\"}", "{\"1\": \"secret\"}")),
                Arguments.of("shelves", GOOD.replace("{\"1\": \"NORTH\"}", "{\"1\": null}")),
                Arguments.of("searched[0]", GOOD.replace("\"SOUTH\"", "0")),
                Arguments.of("searched[0]", GOOD.replace("\"SOUTH\"", "\"\"")),
                Arguments.of("at", GOOD.replace("2022-06-07T14:30:00+07:00", "secret")),
                Arguments.of("at", GOOD.replace("2022-06-07T14:30:00+07:00", "-2022-06-07T14:30:00+07:00")),
                Arguments.of("at", GOOD.replace("\"2022-06-07T14:30:00+07:00\"", "1654587000")),
                Arguments.of("command", ""),
                Arguments.of("command", GOOD + "{}"),
                Arguments.of("command", "null"),
                Arguments.of("command", "[]"),
                Arguments.of("command", "\"secret\""));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedFieldIsNamedAndItsValueNeverRepeated(String field, String body, CapturedOutput output)
            throws Exception {
        assertThat(body).isNotEqualTo(GOOD);
        for (var language : List.of("en", "km")) {
            var response = post("lend-book", body, staff, language);

            var problem = problem(response, 422, "urn:sala:refusal:lending:MALFORMED");
            assertThat(problem.path("details").path("field").asString()).isEqualTo(field);
            assertThat(problem.path("detail").asString())
                    .isEqualTo(
                            language.equals("en")
                                    ? "The field “" + field + "” cannot be accepted."
                                    : "ព័ត៌មាន «" + field + "» មិនត្រឹមត្រូវ។");
            assertThat(response.body()).doesNotContain("secret", "Dara", "012 345 678");
        }
        assertThat(books().lent).isEmpty();
        assertThat(output).doesNotContain("secret", "Dara", "012 345 678");
    }

    static Stream<String> unreadable() {
        return Stream.of("{", "{\"secret\": }", GOOD.replace("\"days\": 7", "\"days\": 7, \"days\": 8"), "secret");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatIsNoJsonIsRefusedBy400(String body) throws Exception {
        for (var language : List.of("en", "km")) {
            var response = post("lend-book", body, staff, language);
            problem(
                    response,
                    body.isEmpty() ? response.statusCode() : 400,
                    json.readTree(response.body()).path("type").asString());
            assertThat(response.statusCode()).isIn(400, 422);
            assertThat(response.body()).doesNotContain("secret");
        }
        assertThat(books().lent).isEmpty();
    }

    @Test
    void bytesThatAreNoTextAreRefusedBy400() throws Exception {
        var response = send(request("/commands/lend-book")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + staff)
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        new byte[] {'{', '"', (byte) 0xFF, (byte) 0xC0, '"', '}'})));

        problem(response, 400, "urn:sala:problem:NOT_JSON");
    }

    Stream<Arguments> foreignTokens() throws JOSEException, IOException {
        var longAgo = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-6));
        return Stream.of(
                Arguments.of("expired", keys.issuer(longAgo).issue("account-1", Set.of(Role.STAFF))),
                Arguments.of(
                        "of another key", Keys.fresh().sign(Keys.staffClaims().build())),
                Arguments.of("unsigned", Keys.unsigned(Keys.staffClaims().build())),
                Arguments.of(
                        "public key as secret",
                        keys.signedWithPublicKeyAsSecret(Keys.staffClaims().build())),
                Arguments.of(
                        "for another audience",
                        keys.sign(Keys.staffClaims().audience("elsewhere").build())),
                Arguments.of(
                        "for no audience",
                        keys.sign(Keys.staffClaims().audience((String) null).build())),
                Arguments.of(
                        "without an end",
                        keys.sign(Keys.staffClaims().claim("exp", null).build())),
                Arguments.of(
                        "not yet good",
                        keys.sign(Keys.staffClaims()
                                .claim("nbf", Instant.now().plusSeconds(120).getEpochSecond())
                                .build())),
                Arguments.of(
                        "for nobody", keys.sign(Keys.staffClaims().subject(null).build())),
                Arguments.of("not a token", "secret"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("foreignTokens")
    void aTokenThatIsNotOursIsRefusedBy401AndNothingIsDone(String what, String token) throws Exception {
        var response = post("lend-book", GOOD, token, "km");

        var problem = problem(response, 401, "urn:sala:problem:NOT_SIGNED_IN");
        assertThat(problem.path("detail").asString()).startsWith("សូមចូលប្រព័ន្ធ");
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(books().lent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Please sign in. There is no valid access token.",
        "km, សូមចូលប្រព័ន្ធ។ គ្មានសិទ្ធិចូលប្រើដែលមានសុពលភាពទេ។"
    })
    void withoutATokenNothingIsOpen(String language, String words) throws Exception {
        for (var path :
                List.of("/commands/lend-book", "/books/" + Lending.KNOWN_BOOK + "/days", "/nowhere", "/actuator")) {
            var response =
                    send(request(path).header("Accept-Language", language).GET());
            assertThat(problem(response, 401, "urn:sala:problem:NOT_SIGNED_IN")
                            .path("detail")
                            .asString())
                    .isEqualTo(words);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /commands/burn-book, application/json, 404, COMMAND_UNKNOWN",
        "POST, /commands/lend-book, text/plain, 415, MEDIA_TYPE_UNSUPPORTED",
        "PUT, /commands/lend-book, application/json, 405, METHOD_NOT_ALLOWED",
        "POST, /nowhere, application/json, 404, NOT_FOUND",
        "GET, /books/secret/days, application/json, 400, BAD_REQUEST",
    })
    void whatIsNotOfferedIsSaidInBothLanguages(String method, String path, String type, int status, String reason)
            throws Exception {
        for (var language : List.of("en", "km")) {
            var response = send(request(path)
                    .header("Content-Type", type)
                    .header("Accept-Language", language)
                    .header("Authorization", "Bearer " + staff)
                    .method(method, HttpRequest.BodyPublishers.ofString(GOOD)));
            var problem = problem(response, status, "urn:sala:problem:" + reason);
            assertThat(problem.path("detail").asString().matches(".*[\\u1780-\\u17ff].*"))
                    .isEqualTo(language.equals("km"));
            assertThat(response.body()).doesNotContain("secret", "org.sala");
        }
        assertThat(books().lent).isEmpty();
    }

    @Test
    void moreThan64KilobytesAreRefusedBy413() throws Exception {
        var response = post("lend-book", " ".repeat(CommandController.LONGEST) + GOOD, staff, "en");

        problem(response, 413, "urn:sala:problem:TOO_LARGE");
    }

    @Test
    void aPathThatTheFirewallRefusesIsStillAProblemDetail() throws Exception {
        var response = send(HttpRequest.newBuilder(URI.create(base + "//commands//lend-book"))
                .header("Authorization", "Bearer " + staff)
                .POST(HttpRequest.BodyPublishers.ofString(GOOD)));

        problem(response, 400, "urn:sala:problem:BAD_REQUEST");
    }

    @Test
    void aCallerWhoLeavesInTheMiddleIsNoFault(CapturedOutput output) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort())) {
            socket.getOutputStream().write("""
                            POST /commands/lend-book HTTP/1.1\r
                            Host: localhost\r
                            Authorization: Bearer %s\r
                            Content-Type: application/json\r
                            Content-Length: 1000\r
                            \r
                            {"book":""".formatted(staff).getBytes(StandardCharsets.US_ASCII));
            // reset, not closed in order
            socket.setSoLinger(true, 0);
        }
        // whatever came of it, the next is answered after it
        assertThat(post("lend-book", GOOD, staff, "en").statusCode()).isEqualTo(204);
        Thread.sleep(300);
        assertThat(output).doesNotContain("failed, correlation");
    }

    @ParameterizedTest
    @CsvSource({"en, Something broke on our side.", "km, មានបញ្ហាកើតឡើងនៅខាងយើង។"})
    void aFaultShowsNothingOfItselfAndLogsOneLineWithoutItsMessage(String language, String words, CapturedOutput output)
            throws Exception {
        var response = post("tear-book", "{\"book\": \"%s\"}".formatted(Lending.KNOWN_BOOK), staff, language);

        var problem = problem(response, 500, "urn:sala:problem:FAULT");
        var correlation = response.headers().firstValue(Correlation.HEADER).orElseThrow();
        assertThat(problem.path("detail").asString()).startsWith(words).contains(correlation);
        assertThat(response.body()).doesNotContain("torn", "IllegalState", "Dara");
        assertThat(output.getAll().lines().filter(line -> line.contains(correlation)))
                .singleElement()
                .asString()
                .contains(
                        "/commands/tear-book", "java.lang.IllegalStateException at org.sala.ports.Lending$Books.send");
        assertThat(output).doesNotContain("torn", "Dara");
    }

    @Test
    void aQueryRefusesInTheSameForm() throws Exception {
        var response = send(request("/books/" + Lending.KNOWN_BOOK + "/days")
                .header("Accept-Language", "km;q=0.9, fr")
                .header("Authorization", "Bearer " + staff)
                .GET());

        assertThat(problem(response, 404, "urn:sala:refusal:lending:BOOK_UNKNOWN")
                        .path("detail")
                        .asString())
                .isEqualTo("គ្មានសៀវភៅនេះទេ។");
    }

    @Test
    void answersCarrySecurityHeadersAndNoCookie() throws Exception {
        var headers = post("lend-book", GOOD, staff, "en").headers();

        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; frame-ancestors 'none'");
        assertThat(headers.firstValue("Cache-Control")).get().asString().contains("no-store");
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void aBrokenLanguageHeaderIsAnsweredInEnglish() throws Exception {
        var response = post("lend-book", GOOD.replace("6f96", "6f97"), staff, "§§;q=x");

        assertThat(response.headers().firstValue("Content-Language")).contains("en");
    }

    @Test
    void openApiDescribesEachCommandAndItsRefusals() throws Exception {
        var response = send(request("/openapi").GET());

        assertThat(response.statusCode()).isEqualTo(200);
        var api = json.readTree(response.body());
        var lend = api.path("paths").path("/commands/lend-book").path("post");
        assertThat(lend.path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema")
                        .path("$ref")
                        .asString())
                .isEqualTo("#/components/schemas/LendBook");
        for (var status : List.of("204", "401", "403", "404", "409", "413", "415", "422")) {
            assertThat(lend.path("responses").has(status)).as(status).isTrue();
        }
        var schemas = api.path("components").path("schemas");
        var book = schemas.path("LendBook");
        assertThat(book.path("additionalProperties").asBoolean()).isFalse();
        assertThat(book.path("required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("book", "reader", "days", "labels", "shelves", "searched", "at");
        assertThat(schemas.path("BookId").path("$ref").isMissingNode()).isTrue();
        assertThat(schemas.path("BookId").path("format").asString()).isEqualTo("uuid");
        assertThat(schemas.path("Shelf").path("enum").valueStream().map(JsonNode::asString))
                .containsExactly("NORTH", "SOUTH");
        assertThat(api.path("components")
                        .path("securitySchemes")
                        .path("accessToken")
                        .path("bearerFormat")
                        .asString())
                .isEqualTo("JWT");
        assertThat(api.path("info").path("description").asString()).contains("BOOK_LENT");
        assertThat(schemas.path("MoveBook")
                        .path("properties")
                        .path("to")
                        .path("$ref")
                        .asString())
                .isEqualTo("#/components/schemas/org.sala.ports.Lending.Attic.Shelf");
        assertThat(schemas.path("org.sala.ports.Lending.Attic.Shelf")
                        .path("enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("LEFT", "RIGHT");
        assertThat(schemas.path("MoveBook")
                        .path("properties")
                        .path("zone")
                        .path("type")
                        .asString())
                .isEqualTo("string");
        assertThat(api.path("paths").has("/books/{book}/days")).isTrue();
        assertThat(api.path("paths").has("/commands/{name}")).isFalse();
    }

    @Test
    void twoContextsLiveInOneProcess(@TempDir Path folder) throws Exception {
        var others = Keys.fresh();
        try (var other = Lending.start(others.publicKeyIn(folder))) {
            var there = URI.create("http://127.0.0.1:" + Lending.portOf(other));
            var client = new CommandClient(there, Lending.LendingRejected::new);

            assertThat(post("lend-book", GOOD, staff, "en").statusCode()).isEqualTo(204);
            client.send(
                    json.readValue(GOOD, Lending.LendBook.class),
                    others.issuer(Clock.systemUTC()).issue("account-2", Set.of(Role.STAFF)));

            assertThat(books().borrowed().account()).isEqualTo("account-1");
            assertThat(other.getBean(Books.class).borrowed().account()).isEqualTo("account-2");
        }
    }
}
