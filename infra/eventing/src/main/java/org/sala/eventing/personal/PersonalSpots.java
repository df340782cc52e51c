package org.sala.eventing.personal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where in an event's JSON something personal stands, and whose it is: found in one pass over the bytes, of which all
 * that isn't personal is copied as it is.
 *
 * @param person the person's id; empty where the event names none
 */
record PersonalSpots(String person, List<Spot> spots) {

    static final String CLEAR = "clear";
    static final String SEALED = "sealed";
    static final String KEY = "key";
    static final String HIDDEN = "hidden";

    /**
     * Something personal, or a placeholder of it.
     *
     * @param from its first byte
     * @param to the byte after its last
     * @param path as a JSON pointer
     */
    record Spot(int from, int to, String path, ObjectNode content) {}

    /** What stands in the place of something personal. */
    interface Replacement {
        byte[] of(Spot spot);
    }

    static PersonalSpots of(byte[] payload, List<String> persons, JsonMapper json) {
        try (var parser = json.createParser(payload)) {
            return new Search(payload, persons, json, parser).all();
        }
    }

    /** The same bytes with others in the place of what is personal. */
    byte[] in(byte[] payload, Replacement replacement) {
        if (spots.isEmpty()) {
            return payload;
        }
        var bytes = new ByteArrayOutputStream(payload.length);
        var at = 0;
        for (var spot : spots) {
            bytes.write(payload, at, spot.from() - at);
            bytes.writeBytes(replacement.of(spot));
            at = spot.to();
        }
        bytes.write(payload, at, payload.length - at);
        return bytes.toByteArray();
    }

    private static final class Search {

        private final byte[] payload;
        private final List<String> persons;
        private final JsonMapper json;
        private final JsonParser parser;
        private final @Nullable String[] ids;
        private final Deque<OpenObject> open = new ArrayDeque<>();
        private final List<Spot> spots = new ArrayList<>();

        Search(byte[] payload, List<String> persons, JsonMapper json, JsonParser parser) {
            this.payload = payload;
            this.persons = persons;
            this.json = json;
            this.parser = parser;
            this.ids = new String[persons.size()];
        }

        PersonalSpots all() {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_OBJECT ->
                        open.push(new OpenObject(
                                (int) parser.currentTokenLocation().getByteOffset()));
                    case PROPERTY_NAME -> open.element().has(parser.currentName());
                    case VALUE_STRING -> text();
                    case END_OBJECT -> end(open.pop());
                    default -> {
                        // neither an id nor an object
                    }
                }
            }
            for (var id : ids) {
                if (id != null) {
                    return new PersonalSpots(id, spots);
                }
            }
            return new PersonalSpots("", spots);
        }

        private void text() {
            var name = parser.currentName();
            for (var i = 0; i < ids.length; i++) {
                var pointer = persons.get(i);
                if (name != null && pointer.endsWith(name) && here().equals(pointer)) {
                    ids[i] = parser.getString();
                }
            }
        }

        private void end(OpenObject object) {
            if (!object.isPersonal()) {
                return;
            }
            // what is said in clear may look like anything
            spots.removeIf(inner -> inner.from() > object.from);
            var to = (int) parser.currentLocation().getByteOffset();
            var content = (ObjectNode) json.readTree(payload, object.from, to - object.from);
            spots.add(new Spot(object.from, to, here(), content));
        }

        private String here() {
            return parser.streamReadContext().pathAsPointer().toString();
        }
    }

    private static final class OpenObject {

        private final int from;
        private int names;
        private boolean one;
        private boolean sealed;

        OpenObject(int from) {
            this.from = from;
        }

        void has(String name) {
            names++;
            one = one || name.equals(CLEAR) || name.equals(HIDDEN);
            sealed = sealed || name.equals(SEALED);
        }

        boolean isPersonal() {
            return sealed || (one && names == 1);
        }
    }
}
