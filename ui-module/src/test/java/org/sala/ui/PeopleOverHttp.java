package org.sala.ui;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Stands where the registration module would answer about one person; keeps what it was asked. */
public final class PeopleOverHttp {

    public static final PeopleOverHttp SHARED = new PeopleOverHttp();

    private static final String PERSON = """
            {"participant":"9e750000-0000-4000-8000-000000000001","summit":"50220000-0000-4000-8000-000000000001",
             "organization":null,"name":%1$s,"contact":%2$s,"disability":null,"role":"COACH","gender":"WOMAN","ageBand":"FROM_30_TO_44",
             "language":"KM","status":%4$s,"days":{"1":{"mode":"ONLINE","waiting":false,"here":[]}},
             "consents":["DATA_USE"],"badge":null,"erasedAt":%3$s}""";

    private static final String RECORDED = """
            [{"type":"registration.participant-registered","at":"2022-05-01T03:00:00Z","content":
              "{\\"participant\\":\\"9e750000-0000-4000-8000-000000000001\\",\\"organization\\":null,\\"name\\":{\\"clear\\":{\\"km\\":\\"ចាន់ ធីតា\\",\\"latin\\":\\"<b>Chan Thida</b>\\"}},\\"contact\\":{\\"hidden\\":\\"ERASED\\"}}"}]""";

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean registered;
    private volatile boolean erased;
    private volatile @Nullable HttpHandler instead;
    private volatile boolean disclosed;

    private PeopleOverHttp() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        on("/commands/erase-participant", exchange -> {
            erased = true;
            answer(exchange, 204, "");
        });
        on("/commands/disclose-personal-data", exchange -> {
            disclosed = true;
            answer(exchange, 204, "");
        });
        on(
                "/participants/",
                exchange -> answer(
                        exchange,
                        200,
                        exchange.getRequestURI().getPath().contains("/disclosures/") ? recorded() : person()));
        on(
                "/summits/",
                exchange -> answer(
                        exchange,
                        200,
                        exchange.getRequestURI().getPath().endsWith("/retained") ? retained() : people()));
        on("/", exchange -> answer(exchange, 204, ""));
        server.start();
    }

    private void on(String path, HttpHandler usual) {
        server.createContext(path, exchange -> {
            var other = instead;
            (other == null ? usual : other).handle(exchange);
        });
    }

    /** Lets somebody else answer everything; null ends that. */
    public void standsIn(@Nullable HttpHandler other) {
        instead = other;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Paths and bodies. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** From now on knows one person, or nobody. */
    public void know(boolean somebody) {
        asked.clear();
        registered = somebody;
        erased = false;
        disclosed = false;
    }

    private String people() {
        return registered && !erased ? "[" + person() + "]" : "[]";
    }

    private String retained() {
        return erased ? "[]" : """
                        [{"kind":"CONTACTS","keptFor":"P1Y","until":"2023-06-09T17:00:00Z","people":1204},
                         {"kind":"NEEDS","keptFor":"P30D","until":"2022-07-09T17:00:00Z","people":1}]""";
    }

    /** Only what was noted is given out. */
    private String recorded() {
        return disclosed ? RECORDED : "[]";
    }

    private String person() {
        return erased
                ? PERSON.formatted(
                        "{\"hidden\":\"ERASED\"}", "{\"hidden\":\"ERASED\"}", "\"2022-06-07T07:30:00Z\"", "\"ERASED\"")
                : PERSON.formatted(
                        "{\"clear\":{\"km\":\"ចាន់ ធីតា\",\"latin\":\"Chan Thida\"}}",
                        "{\"clear\":{\"phone\":\"012 345 678\",\"email\":null}}",
                        "null",
                        "\"REGISTERED\"");
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            asked.add(exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
