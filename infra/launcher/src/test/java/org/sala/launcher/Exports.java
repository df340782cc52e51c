package org.sala.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.sala.registration.api.SummitId;
import org.sala.ui.pages.Ticket;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything of a summit that a program, or a person with a link, can take away from the reader, as files in a folder;
 * workbooks unpacked, so that their bytes can be looked through.
 */
final class Exports implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern REFERENCE = Pattern.compile("&#(x[0-9a-fA-F]{1,6}|[1-9][0-9]{1,6});");
    private static final int PAGE = 1_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String reader;
    private final SummitId summit;
    /** Of staff. */
    private final Callable<String> token;

    private final List<String> lists = new ArrayList<>();

    Exports(String reader, SummitId summit, Callable<String> token) {
        this.reader = reader;
        this.summit = summit;
        this.token = token;
    }

    /** Takes all there is; what nobody would be in is no file. */
    void takeAll(Path folder) throws Exception {
        Files.createDirectories(folder);
        list(folder, "people.csv", "what=PEOPLE&format=CSV");
        list(folder, "contacts.csv", "what=CONTACTS&format=CSV");
        list(folder, "contacts.xlsx", "what=CONTACTS&format=XLSX");
        list(folder, "attendance.csv", "what=ATTENDANCE&day=1&format=CSV");
        for (var context : List.of("registration", "sessions", "marketplace", "feedback")) {
            history(folder, context);
        }
        Files.write(folder.resolve("report.json"), get("/api/report/" + summit).body());
        Files.write(
                folder.resolve("today.json"),
                get("/api/summits/" + summit + "/today").body());
    }

    /** What was made before and was not put away is still there. */
    boolean madeListsLie() throws Exception {
        for (var list : lists) {
            if (get(list).statusCode() != 404) {
                return true;
            }
        }
        return false;
    }

    /** Ordered again where it was deleted as soon as it was there: somebody was erased meanwhile. */
    private void list(Path folder, String name, String query) throws Exception {
        Eventually.holds(name + " is taken", () -> {
            var place = ordered(name, query);
            Eventually.holds(name + " is made", () -> get(place).statusCode() != 202);
            var answer = get(place);
            lists.add(place);
            return switch (answer.statusCode()) {
                case 200 -> {
                    write(folder, name, answer.body());
                    yield true;
                }
                case 204 -> true;
                case 404 -> false;
                default -> throw new AssertionError(name + ": " + answer.statusCode());
            };
        });
    }

    private String ordered(String name, String query) throws Exception {
        var made = send(HttpRequest.newBuilder(
                        URI.create(reader + "/api/summits/" + summit + "/lists/out?purpose=canaries&" + query))
                .POST(BodyPublishers.noBody()));
        if (made.statusCode() != 202) {
            throw new AssertionError(name + ": " + made.statusCode());
        }
        return made.headers().firstValue("Location").orElseThrow();
    }

    private static void write(Path folder, String name, byte[] bytes) throws IOException {
        if (!name.endsWith(".xlsx")) {
            Files.write(folder.resolve(name), bytes);
            return;
        }
        var parts = Files.createDirectory(folder.resolve(name));
        var packed = Files.write(folder.resolve(name + ".zip"), bytes);
        try (var zip = new ZipFile(packed.toFile())) {
            for (var part : Collections.list(zip.entries())) {
                try (var unpacked = zip.getInputStream(part)) {
                    Files.writeString(
                            parts.resolve(part.getName().replace('/', '-')),
                            withoutReferences(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
        }
        Files.delete(packed);
    }

    /** XML may say letters of other scripts by their numbers. */
    private static String withoutReferences(String xml) {
        return REFERENCE
                .matcher(xml)
                .replaceAll(number -> Matcher.quoteReplacement(Character.toString(
                        Integer.decode(number.group(1).startsWith("x") ? "0" + number.group(1) : number.group(1)))));
    }

    private void history(Path folder, String context) throws Exception {
        var after = 0L;
        for (var page = 0; ; page++) {
            var events = get("/api/timeline?context=" + context + "&after=" + after + "&limit=" + PAGE)
                    .body();
            Files.write(folder.resolve("history-" + context + "-" + page + ".json"), events);
            var all = JSON.readTree(events);
            if (all.isEmpty()) {
                return;
            }
            after = all.get(all.size() - 1).get("position").asLong();
        }
    }

    /** What somebody takes of their own page; whether there was a page. */
    boolean held(Path folder, Ticket ticket) throws Exception {
        Files.createDirectories(folder);
        var page = http.send(
                HttpRequest.newBuilder(URI.create(reader + ticket.path())).build(), BodyHandlers.ofString());
        Files.writeString(folder.resolve("own page.html"), page.body());
        var proof = PROOF.matcher(page.body());
        if (!proof.find()) {
            return false;
        }
        var cookie = page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        var form = "_csrf=%s&form=JSON&asking=%s".formatted(proof.group(1), UUID.randomUUID());
        var file = http.send(
                HttpRequest.newBuilder(URI.create(reader + ticket.path() + "/held"))
                        .header("Cookie", cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form, StandardCharsets.UTF_8))
                        .build(),
                BodyHandlers.ofByteArray());
        Files.write(folder.resolve("held.json"), file.body());
        return file.statusCode() == 200;
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(reader + path)));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return http.send(
                request.header("Authorization", "Bearer " + token.call())
                        .header("Accept-Language", "en")
                        .build(),
                BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        http.close();
    }
}
