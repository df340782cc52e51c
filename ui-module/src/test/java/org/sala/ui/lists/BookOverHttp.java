package org.sala.ui.lists;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands where the registration module would keep people: registers, revises and finds them by contact, says no to whom it
 * is told to, and is away for as long as it is told to be.
 */
final class BookOverHttp implements HttpHandler {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, ObjectNode> people = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile @Nullable String refusedPhone;
    private volatile boolean away;

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.startsWith("/commands/")) {
            command(exchange);
        } else if (path.startsWith("/participants/")) {
            answer(exchange, 200, people.get(path.substring(path.lastIndexOf('/') + 1)));
        } else {
            query(exchange);
        }
    }

    /** Forgets everybody, and is there. */
    void begin() {
        people.clear();
        commands.clear();
        refusedPhone = null;
        away = false;
    }

    void refuse(String phone) {
        refusedPhone = phone;
    }

    void away(boolean isAway) {
        away = isAway;
    }

    /** Names of the commands that were taken. */
    List<String> commands() {
        return List.copyOf(commands);
    }

    List<JsonNode> people() {
        return List.copyOf(people.values());
    }

    private void command(HttpExchange exchange) throws IOException {
        var name = exchange.getRequestURI().getPath().substring("/commands/".length());
        var body = (ObjectNode) JSON.readTree(exchange.getRequestBody().readAllBytes());
        if (away) {
            answer(exchange, 503, JSON.createObjectNode());
            return;
        }
        var phone = body.path("contact").path("phone").asString("");
        if (phone.equals(refusedPhone)) {
            var problem = JSON.createObjectNode();
            problem.put("type", "urn:sala:refusal:registration:SEATS_EXHAUSTED");
            problem.put("reason", "SEATS_EXHAUSTED");
            problem.putObject("details").put("day", "3").put("seats", "80");
            answer(exchange, 409, problem);
            return;
        }
        commands.add(name);
        var id = body.path("participant").asString("");
        switch (name) {
            case "register-participant" -> people.put(id, person(body));
            case "revise-participant" -> {
                var person = Objects.requireNonNull(people.get(id));
                person.set("name", clear(body.get("name")));
                person.set("contact", clear(body.get("contact")));
            }
            case "issue-badge" ->
                Objects.requireNonNull(people.get(id))
                        .put("badge", "SALA1BADGE" + id.substring(0, 8).toUpperCase(java.util.Locale.ROOT));
            default -> {}
        }
        answer(exchange, 204, null);
    }

    private static ObjectNode clear(JsonNode value) {
        var clear = JSON.createObjectNode();
        clear.set("clear", value);
        return clear;
    }

    private static ObjectNode person(ObjectNode said) {
        var person = said.deepCopy();
        person.remove(List.of("consentVersion", "whenFull"));
        person.set("name", clear(said.get("name")));
        person.set("contact", clear(said.get("contact")));
        if (!said.path("disability").isNull()) {
            person.set("disability", clear(said.get("disability")));
        }
        person.put("status", "REGISTERED");
        var days = person.putObject("days");
        said.get("days").properties().forEach(day -> {
            var place = days.putObject(day.getKey());
            place.set("mode", day.getValue());
            place.put("waiting", false);
            place.putArray("here");
        });
        person.putNull("badge");
        person.putNull("badgeId");
        person.putNull("erasedAt");
        return person;
    }

    private void query(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var asked = exchange.getRequestBody().readAllBytes();
        if (away) {
            answer(exchange, 503, JSON.createObjectNode());
        } else if (path.endsWith("/people/with-contacts")) {
            var answers = JSON.createArrayNode();
            JSON.readTree(asked).forEach(contact -> {
                var found = with(contact);
                if (found == null) {
                    answers.addNull();
                } else {
                    answers.add(found);
                }
            });
            answer(exchange, 200, answers);
        } else if (path.endsWith("/people/with-contact")) {
            var found = with(JSON.readTree(asked));
            answer(
                    exchange,
                    200,
                    found == null
                            ? JSON.createArrayNode()
                            : JSON.createArrayNode().add(found));
        } else if (path.endsWith("/people")) {
            var lines = JSON.createArrayNode();
            new ArrayList<>(people.values()).forEach(person -> {
                var line = JSON.createObjectNode();
                line.set("participant", person.get("participant"));
                line.set("name", person.get("name").get("clear"));
                line.set("organization", person.get("organization"));
                line.set("role", person.get("role"));
                line.set("status", person.get("status"));
                line.set("days", person.get("days"));
                lines.add(line);
            });
            var page = JSON.createObjectNode();
            page.set("lines", lines);
            page.put("total", lines.size());
            answer(exchange, 200, page);
        } else {
            answer(exchange, 200, JSON.createArrayNode());
        }
    }

    private @Nullable ObjectNode with(JsonNode contact) {
        return people.values().stream()
                .filter(person -> {
                    var has = person.get("contact").get("clear");
                    return Reached.samePhone(text(has, "phone"), text(contact, "phone"))
                            || Reached.sameEmail(text(has, "email"), text(contact, "email"));
                })
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(JsonNode node, String name) {
        var value = node.path(name);
        return value.isString() ? value.asString() : null;
    }

    private static void answer(HttpExchange exchange, int status, @Nullable JsonNode body) throws IOException {
        try (exchange) {
            var bytes = body == null ? new byte[0] : JSON.writeValueAsBytes(body);
            exchange.getResponseHeaders()
                    .add("Content-Type", status == 409 ? "application/problem+json" : "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
