package org.sala.eventing.personal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where in an event's JSON something personal stands, and whose it is: found in one pass over the bytes, of which all
 * that isn't personal is copied as it is.
 *
 * @param person the person's id; empty where the event names none
 */
record PersonalSpots(String person, List<Spot> spots) {

    static final PersonalSpots NONE = new PersonalSpots("", List.of());

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
    record Spot(int from, int to, String path, Content content) {}

    /** What stands there. */
    sealed interface Content {}

    /**
     * In clear.
     *
     * @param from the first byte of the value
     * @param to the byte after its last
     */
    record InClear(int from, int to) implements Content {}

    /**
     * Encrypted.
     *
     * @param text empty where there is no text
     * @param key likewise
     */
    record Sealed(String text, String key) implements Content {}

    /** A placeholder, which stays as it is. */
    record Placeholder() implements Content {}

    /** What stands in the place of something personal. */
    interface Replacement {
        byte[] of(Spot spot);
    }

    static PersonalSpots of(byte[] payload, List<String> persons, JsonMapper json) {
        try (var parser = json.createParser(payload)) {
            return new Search(persons, parser).all();
        }
    }

    /** Whether something of somebody is encrypted there. */
    boolean isSealed() {
        return !person.isEmpty() && spots.stream().anyMatch(spot -> spot.content() instanceof Sealed);
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

        private final List<String> persons;
        private final JsonParser parser;
        private final @Nullable String[] ids;
        private final Deque<OpenObject> open = new ArrayDeque<>();
        private final List<Spot> spots = new ArrayList<>();
        /** The next token begins what is in clear. */
        private boolean inClear;

        Search(List<String> persons, JsonParser parser) {
            this.persons = persons;
            this.parser = parser;
            this.ids = new String[persons.size()];
        }

        PersonalSpots all() {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (inClear) {
                    open.element().clearFrom = tokenStart();
                    inClear = false;
                }
                switch (token) {
                    case START_OBJECT -> open.push(new OpenObject(tokenStart()));
                    case PROPERTY_NAME -> name(parser.currentName());
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

        private void name(String name) {
            open.element().has(name);
            inClear = name.equals(CLEAR);
        }

        private int tokenStart() {
            return (int) parser.currentTokenLocation().getByteOffset();
        }

        private void text() {
            var name = parser.currentName();
            if (name == null) {
                // of a list
                return;
            }
            if (name.equals(SEALED)) {
                open.element().sealed = parser.getString();
            } else if (name.equals(KEY)) {
                open.element().key = parser.getString();
            }
            for (var i = 0; i < ids.length; i++) {
                var pointer = persons.get(i);
                if (pointer.endsWith(name) && here().equals(pointer)) {
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
            spots.add(new Spot(object.from, to, here(), object.content(tokenStart())));
        }

        private String here() {
            return parser.streamReadContext().pathAsPointer().toString();
        }
    }

    private static final class OpenObject {

        private final int from;
        private int names;
        private boolean hidden;
        private boolean isSealed;
        private int clearFrom;
        private String sealed = "";
        private String key = "";

        OpenObject(int from) {
            this.from = from;
        }

        void has(String name) {
            names++;
            hidden = hidden || name.equals(HIDDEN);
            isSealed = isSealed || name.equals(SEALED);
        }

        boolean isPersonal() {
            return isSealed || ((hidden || clearFrom > 0) && names == 1);
        }

        Content content(int end) {
            if (isSealed) {
                return new Sealed(sealed, key);
            }
            return hidden ? new Placeholder() : new InClear(clearFrom, end);
        }
    }
}
