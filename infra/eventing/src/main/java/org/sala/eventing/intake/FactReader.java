package org.sala.eventing.intake;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.sala.eventing.EventNames;
import org.sala.eventing.Instants;
import org.sala.eventing.publish.CloudEventHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Opens letters: the envelope's CloudEvents attributes, and the payload as the type that its name stands for. */
final class FactReader {

    private final EventNames names;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new Instants()).build();

    FactReader(EventNames names) {
        this.names = names;
    }

    /** Reads a letter, or throws {@link MalformedFact}. */
    Fact read(Letter letter) {
        if (!letter.isAddressed()) {
            throw new MalformedFact("the record has no subject or no sequence");
        }
        var headers = letter.headers();
        var type = required(headers, CloudEventHeaders.TYPE);
        try {
            return new Fact(
                    UUID.fromString(required(headers, CloudEventHeaders.ID)),
                    type,
                    letter.context(),
                    Long.parseLong(required(headers, CloudEventHeaders.POSITION)),
                    letter.subject(),
                    letter.sequence(),
                    Instant.parse(required(headers, CloudEventHeaders.TIME)),
                    new Fact.Provenance(
                            headers.get(CloudEventHeaders.CORRELATION),
                            headers.get(CloudEventHeaders.CAUSATION),
                            headers.get(CloudEventHeaders.ACTOR),
                            headers.get(CloudEventHeaders.ROLE)),
                    new String(letter.payload().bytes(), StandardCharsets.UTF_8),
                    event(type, letter.payload().bytes()));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedFact("an attribute of the envelope has not the form of its kind");
        }
    }

    private static String required(Map<String, String> headers, String name) {
        var value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw new MalformedFact("the envelope has no " + name);
        }
        return value;
    }

    private Object event(String type, byte[] payload) {
        var known = names.typeOf(type);
        if (known.isEmpty()) {
            return Fact.Unknown.EVENT;
        }
        try {
            var event = json.readValue(payload, known.get());
            if (event == null) {
                throw new MalformedFact("the payload is null");
            }
            return event;
        } catch (JacksonException e) {
            // The path names fields; the message might hold what was in them.
            var path = e.getPath().stream()
                    .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                    .toList();
            throw new MalformedFact("the payload is no " + type + ", at " + String.join(".", path));
        }
    }
}
