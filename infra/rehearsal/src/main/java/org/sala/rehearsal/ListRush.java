package org.sala.rehearsal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.sala.ports.CommandClient;
import org.sala.ports.Role;
import org.sala.ports.TokenIssuer;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.RegistrationCommand.AnnounceSummit;
import org.sala.registration.api.SummitDay;
import org.sala.registration.api.SummitId;
import org.sala.sheets.Column;
import org.sala.sheets.Format;
import org.sala.sheets.TableWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A long list: an XLSX of people of many organisations, brought to the ui as staff bring it, looked over, imported, and
 * brought once more, when it is to change nothing.
 */
final class ListRush {

    private static final ZoneId ZONE = ZoneId.of("Asia/Phnom_Penh");
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int ORGANIZATIONS = 250;

    private final Addresses addresses;
    private final TokenIssuer issuer;
    private final Clock clock;
    private final UUID account = UUID.randomUUID();
    private final SummitId summit = new SummitId(UUID.randomUUID());
    private final JsonMapper json = JsonMapper.builder().build();

    ListRush(Addresses addresses, TokenIssuer issuer, Clock clock) {
        this.addresses = addresses;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * What came of a list.
     *
     * @param bytes of the file
     * @param looking from the first byte of the file to the end of the dry run
     * @param sending from the order to import until each row had its answer
     * @param again bringing and looking over the same file once more
     */
    record Came(int rows, int bytes, Duration looking, Duration sending, Duration again, List<String> trouble) {

        Came {
            trouble = List.copyOf(trouble);
        }

        String inWords() {
            return """
                    An XLSX of %,d people of %d organisations, %,d kB
                    Brought, read and compared with what is registered: %s
                    Organisations enrolled and people registered: %s, %,.0f a second
                    In all: %s
                    The same file once more, which changes nothing: %s
                    %s""".formatted(
                            rows,
                            ORGANIZATIONS,
                            bytes >> 10,
                            RehearsalReport.inWords(looking),
                            RehearsalReport.inWords(sending),
                            1e9 * rows / sending.toNanos(),
                            RehearsalReport.inWords(looking.plus(sending)),
                            RehearsalReport.inWords(again),
                            trouble.isEmpty() ? "" : "As it should not be: " + String.join("; ", trouble) + "\n");
        }
    }

    /** Brings a list of so many rows. */
    Came happen(int rows) throws IOException, InterruptedException {
        var trouble = new java.util.ArrayList<String>();
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            announce(rows);
            await(http, "/api/summits", all -> all.toString().contains(summit.toString()));
            var file = file(rows);
            var began = System.nanoTime();
            var list = bring(http, file);
            var looked = awaitStage(http, list, "LOOKED");
            var looking = since(began);
            expect(looked, "NEW", rows, trouble);
            began = System.nanoTime();
            post(http, list + "/import", HttpRequest.BodyPublishers.noBody());
            var done = awaitStage(http, list, "DONE");
            var sending = since(began);
            if (done.path("sent").asInt() != rows || done.path("refused").asInt() > 0) {
                trouble.add(done.toString());
            }
            began = System.nanoTime();
            var same = bring(http, file);
            expect(awaitStage(http, same, "LOOKED"), "SAME", rows, trouble);
            var again = since(began);
            for (var each : List.of(list, same)) {
                http.send(request(each).DELETE().build(), HttpResponse.BodyHandlers.discarding());
            }
            return new Came(rows, file.length, looking, sending, again, trouble);
        }
    }

    private static void expect(JsonNode standing, String kind, int rows, List<String> trouble) {
        if (standing.path("rows").path(kind).asInt() != rows) {
            trouble.add("not all rows are " + kind + ": " + standing.path("rows"));
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void announce(int rows) {
        var text = new BilingualText("បញ្ជីវែង", "A long list");
        try (var registration = new CommandClient(addresses.registration(), (reason, details) -> new Refused(reason))) {
            registration.send(
                    new AnnounceSummit(
                            summit,
                            text,
                            ZONE,
                            List.of(
                                    day(1, text, Map.of(AttendanceMode.IN_PERSON, rows, AttendanceMode.ONLINE, rows)),
                                    day(2, text, Map.of(AttendanceMode.IN_PERSON, rows))),
                            "2022-05",
                            text),
                    token());
        }
    }

    private SummitDay day(int number, BilingualText text, Map<AttendanceMode, Integer> seats) {
        return new SummitDay(
                number,
                LocalDate.now(clock.withZone(ZONE)).plusDays(number),
                text,
                seats,
                SummitDay.Admission.EVERYBODY);
    }

    private static byte[] file(int rows) {
        var bytes = new ByteArrayOutputStream();
        try (var table = TableWriter.to(bytes, Format.XLSX)) {
            table.sheet(
                    "Form responses 1",
                    Stream.of(
                                    "Timestamp",
                                    "ឈ្មោះ / Full name",
                                    "Gender",
                                    "Age",
                                    "Phone number",
                                    "Email address",
                                    "Organization",
                                    "Province",
                                    "Day 1",
                                    "Day 2",
                                    "Consent",
                                    "What do you expect of the summit?")
                            .map(Column::of)
                            .toList());
            for (var row = 0; row < rows; row++) {
                table.row(
                        "2022-05-01 10:00",
                        "សុខ ទី" + row + " Sok Number " + row,
                        row % 2 == 0 ? "ស្រី" : "Male",
                        18 + row % 60,
                        "012 %06d".formatted(row),
                        "person" + row + "@example.org",
                        "Association " + row % ORGANIZATIONS,
                        "Kampot",
                        row % 3 == 0 ? "online" : "in person",
                        row % 5 == 0 ? "no" : "yes",
                        "Yes, I agree",
                        "To learn from others about what row %d is about".formatted(row));
            }
        }
        return bytes.toByteArray();
    }

    private URI bring(HttpClient http, byte[] file) throws IOException, InterruptedException {
        var answer = post(
                http,
                addresses.ui().resolve("/api/summits/" + summit + "/lists?enrol=true"),
                HttpRequest.BodyPublishers.ofByteArray(file));
        return addresses.ui().resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    private HttpResponse<String> post(HttpClient http, Object address, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        var answer = http.send(
                request(URI.create(address.toString()))
                        .header("Content-Type", "application/octet-stream")
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IOException("the ui answered with status " + answer.statusCode());
        }
        return answer;
    }

    private JsonNode awaitStage(HttpClient http, URI list, String stage) throws IOException, InterruptedException {
        return await(http, list.getPath(), standing -> {
            var at = standing.path("stage").asString("");
            if (Set.of("UNREADABLE", "UNASKED", "STOPPED", "CANCELLED").contains(at)) {
                throw new IllegalStateException("a list that should come to " + stage + " is " + at);
            }
            return at.equals(stage);
        });
    }

    private interface Condition {
        boolean holds(JsonNode answer);
    }

    private JsonNode await(HttpClient http, String path, Condition condition) throws IOException, InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var answer = http.send(
                    request(addresses.ui().resolve(path)).GET().build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                var body = json.readTree(answer.body());
                if (condition.holds(body)) {
                    return body;
                }
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw new IOException("no such answer within " + PATIENCE + " of " + path);
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token());
    }

    private String token() {
        return issuer.issue(account.toString(), Set.of(Role.STAFF));
    }
}
