package org.sala.ui;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands where the marketplace would decide: does what it is asked, or refuses what it was told to. */
public final class MarketOverHttp {

    public static final MarketOverHttp SHARED = new MarketOverHttp();

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    private MarketOverHttp() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Forgets everything, and does every command. */
    public void begin() {
        asked.clear();
        refusals.clear();
        answers.clear();
    }

    /** Refuses a command from now on. */
    public void refuses(String command, String reason, String details) {
        refusesAt("/commands/" + command, reason, details);
    }

    /** Refuses whatever is asked there from now on. */
    public void refusesAt(String path, String reason, String details) {
        refusals.put(path, """
                {"type":"urn:sala:refusal:marketplace:%1$s","title":"no","status":409,"detail":"no",
                 "reason":"%1$s","details":%2$s}""".formatted(reason, details));
    }

    /** Answers with that from now on, whoever asks there. */
    public void says(String path, String json) {
        answers.put(path, json);
    }

    /** The bodies of a command. */
    public List<String> commands(String name) {
        return asked("/commands/" + name);
    }

    /** The bodies of whatever was asked there. */
    public List<String> asked(String path) {
        var begin = path + " ";
        return asked.stream()
                .filter(each -> each.startsWith(begin))
                .map(each -> each.substring(begin.length()))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().toString();
            asked.add(path + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var refusal = refusals.get(path);
            var answer = answers.get(path);
            if (refusal != null) {
                say(exchange, 409, "application/problem+json", refusal);
            } else if (answer != null) {
                say(exchange, 200, "application/json", answer);
            } else {
                exchange.sendResponseHeaders(204, -1);
            }
        }
    }

    private static void say(HttpExchange exchange, int status, String type, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
