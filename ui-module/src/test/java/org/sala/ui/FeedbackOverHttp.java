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
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands where the feedback module would answer, and answers as it is told to; keeps what it was asked. */
public final class FeedbackOverHttp {

    /** What every note says. */
    public static final String WORDS = "To understand Do No Harm in our own work";

    public static final FeedbackOverHttp SHARED = new FeedbackOverHttp();

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String refusal = "";
    private volatile int fault;

    private FeedbackOverHttp() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        server.createContext("/commands/post-note", this::answer);
        server.createContext("/notes/words", this::words);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** From now on accepts everything. */
    public void accept() {
        asked.clear();
        refusal = "";
        fault = 0;
    }

    /** From now on refuses for this reason. */
    public void refuse(String reason) {
        accept();
        refusal = reason;
    }

    /** From now on fails. */
    public void fail() {
        accept();
        fault = 503;
    }

    /** Whatever note is asked for says the same. */
    private void words(HttpExchange exchange) throws IOException {
        try (exchange) {
            var notes = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var words = notes.replaceAll("\"([0-9a-f-]+)\"", "{\"note\":\"$1\",\"text\":{\"clear\":\"" + WORDS + "\"}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, words.length);
            exchange.getResponseBody().write(words);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (fault != 0) {
                exchange.sendResponseHeaders(fault, -1);
            } else if (refusal.isEmpty()) {
                exchange.sendResponseHeaders(204, -1);
            } else {
                var problem = """
                        {"type":"urn:sala:refusal:feedback:%1$s","title":"x","status":409,"reason":"%1$s"}""".formatted(refusal).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
                exchange.sendResponseHeaders(409, problem.length);
                exchange.getResponseBody().write(problem);
            }
        }
    }
}
