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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands where a module would answer: says what it was told to say, and keeps what it was asked. */
public final class ScriptedModule implements HttpHandler {

    private final String context;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private volatile boolean away;
    private volatile int port;

    ScriptedModule(String context) {
        this.context = context;
    }

    /** Served by itself, on a port of its own. */
    static ScriptedModule served(String context) {
        try {
            var module = new ScriptedModule(context);
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", module);
            server.start();
            module.port = server.getAddress().getPort();
            return module;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** Where it is, once it is served. */
    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Forgets everything; knows nobody and does every command. */
    public void begin() {
        asked.clear();
        answers.clear();
        refusals.clear();
        away = false;
    }

    /** Answers every path that ends so with this JSON. */
    public void says(String pathEnd, String json) {
        answers.put(pathEnd, json);
    }

    /** Refuses what is asked at every path that ends so. */
    public void refuses(String pathEnd, String reason, String details) {
        refusals.put(pathEnd, """
                {"type":"urn:sala:refusal:%3$s:%1$s","title":"no","status":409,"detail":"no",
                 "reason":"%1$s","details":%2$s}""".formatted(reason, details, context));
    }

    public void takesAgain(String pathEnd) {
        refusals.remove(pathEnd);
    }

    /** From now on, or no longer, gives no answer that makes sense. */
    public void isAway(boolean now) {
        away = now;
    }

    /** Paths and bodies. */
    public List<String> asked() {
        return List.copyOf(asked);
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

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().toString();
            asked.add(path + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var refusal = refusals.entrySet().stream()
                    .filter(each -> path.endsWith(each.getKey()))
                    .findFirst();
            var answer = answers.entrySet().stream()
                    .filter(each -> path.endsWith(each.getKey()))
                    .findFirst();
            if (away) {
                exchange.sendResponseHeaders(503, -1);
            } else if (refusal.isPresent()) {
                send(exchange, 409, "application/problem+json", refusal.get().getValue());
            } else if (answer.isPresent()) {
                send(exchange, 200, "application/json", answer.get().getValue());
            } else if (path.startsWith("/commands/")) {
                exchange.sendResponseHeaders(204, -1);
            } else {
                send(exchange, 200, "application/json", path.endsWith("/people") ? "{\"lines\":[],\"total\":0}" : "[]");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
