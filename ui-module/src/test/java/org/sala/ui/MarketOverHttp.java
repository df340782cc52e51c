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
    }

    /** Refuses a command from now on. */
    public void refuses(String command, String reason, String details) {
        refusals.put("/commands/" + command, """
                {"type":"urn:sala:refusal:marketplace:%1$s","title":"no","status":409,"detail":"no",
                 "reason":"%1$s","details":%2$s}""".formatted(reason, details));
    }

    /** The bodies of a command. */
    public List<String> commands(String name) {
        var begin = "/commands/" + name + " ";
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
            if (refusal == null) {
                exchange.sendResponseHeaders(204, -1);
            } else {
                var bytes = refusal.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
                exchange.sendResponseHeaders(409, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
