package org.sala.eventing.personal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.sala.eventing.EventNames;
import org.sala.personal.Personal.Reason;
import org.sala.personal.PersonalDataOf;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands between an event's JSON and its bytes at rest: what is personal goes in encrypted and comes out in clear, or as
 * a placeholder that says why not. AES-256-GCM with the person's key, bound to event, type, person and place in the
 * JSON. Types without anything personal pass through untouched.
 */
public final class PersonalData {

    private static final String CLEAR = "clear";
    private static final String SEALED = "sealed";
    private static final String KEY = "key";
    private static final String HIDDEN = "hidden";

    /** What comes before the ciphertext tells a moved one from an altered one. */
    private static final int BINDING_LENGTH = 8;
    /** What Tink puts before a ciphertext: a byte, and the id of the key. */
    private static final int KEY_PREFIX_LENGTH = 5;

    /** A text's length would tell much of what it is: true from false, say. */
    private static final int PADDED_TO = 32;

    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(() -> {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    });

    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, List<JsonPointer>> personalTypes;
    private final Optional<SubjectKeys> keys;

    private PersonalData(Map<String, List<JsonPointer>> personalTypes, Optional<SubjectKeys> keys) {
        this.personalTypes = Map.copyOf(personalTypes);
        this.keys = keys;
    }

    /**
     * For a context that has keys.
     *
     * @throws IllegalArgumentException where a type holds something personal and doesn't say whose
     */
    public static PersonalData with(SubjectKeys keys, EventNames names) {
        return new PersonalData(personalTypes(names), Optional.of(keys));
    }

    /**
     * For a context without anything personal.
     *
     * @throws IllegalArgumentException where there is something after all
     */
    public static PersonalData none(EventNames names) {
        var personal = personalTypes(names);
        if (!personal.isEmpty()) {
            throw new IllegalArgumentException("there are no keys for what is personal in " + personal.keySet());
        }
        return new PersonalData(Map.of(), Optional.empty());
    }

    private static Map<String, List<JsonPointer>> personalTypes(EventNames names) {
        var personal = new HashMap<String, List<JsonPointer>>();
        names.all().forEach((name, type) -> {
            if (PersonalComponents.in(type)) {
                var of = type.getAnnotation(PersonalDataOf.class);
                if (of == null) {
                    throw new IllegalArgumentException(name + " holds something personal and doesn't say whose");
                }
                personal.put(
                        name,
                        Arrays.stream(of.value()).map(JsonPointer::compile).toList());
            }
        });
        return personal;
    }

    /** Whether events of that wire name hold something personal. */
    public boolean isPersonal(String type) {
        return personalTypes.containsKey(type);
    }

    /**
     * An event as it may be stored and sent.
     *
     * @param event the event's id
     * @param type its wire name
     * @param payload its JSON, with what is personal in clear
     * @throws SubjectKeys.CannotSeal where the person was erased, or the master key is missing
     */
    public byte[] seal(String event, String type, byte[] payload) {
        return replace(event, type, payload, this::seal);
    }

    /** An event for the context whose own it is: what is personal in clear, or a placeholder. Never fails for a key. */
    public byte[] open(String event, String type, byte[] payload) {
        return replace(event, type, payload, this::open);
    }

    private byte[] replace(
            String event, String type, byte[] payload, BiFunction<ObjectNode, Place, ObjectNode> replacement) {
        var persons = personalTypes.get(type);
        if (persons == null) {
            return payload;
        }
        var tree = json.readTree(payload);
        var subject = subject(tree, persons);
        replace(tree, "", (personal, path) -> replacement.apply(personal, new Place(event, type, subject, path)));
        return json.writeValueAsBytes(tree);
    }

    private static String subject(JsonNode tree, List<JsonPointer> persons) {
        for (var person : persons) {
            var id = tree.at(person);
            if (id.isString()) {
                return id.stringValue();
            }
        }
        return "";
    }

    /** What is sealed: the ciphertext can't be read, nor pass for right, anywhere else. */
    private record Place(String event, String type, String subject, String path) {

        byte[] associatedData() {
            return String.join("\n", event, type, subject, path).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Gives what stands in the place of a personal component. */
    private interface Replacement {
        ObjectNode of(ObjectNode personal, String path);
    }

    private static void replace(JsonNode node, String path, Replacement replacement) {
        switch (node) {
            case ObjectNode object -> {
                for (var name : List.copyOf(object.propertyNames())) {
                    var child = object.get(name);
                    var at = path + "/" + name;
                    if (child instanceof ObjectNode inner && isPersonal(inner)) {
                        object.set(name, replacement.of(inner, at));
                    } else {
                        replace(child, at, replacement);
                    }
                }
            }
            case ArrayNode array -> {
                for (var i = 0; i < array.size(); i++) {
                    var at = path + "/" + i;
                    if (array.get(i) instanceof ObjectNode inner && isPersonal(inner)) {
                        array.set(i, replacement.of(inner, at));
                    } else {
                        replace(array.get(i), at, replacement);
                    }
                }
            }
            default -> {
                // a value of its own holds nothing else
            }
        }
    }

    private static boolean isPersonal(ObjectNode node) {
        return (node.size() == 1 && (node.has(CLEAR) || node.has(HIDDEN))) || node.has(SEALED);
    }

    private ObjectNode seal(ObjectNode personal, Place place) {
        var clear = personal.get(CLEAR);
        if (clear == null) {
            // a placeholder, or sealed already: there is nothing to seal
            return personal;
        }
        if (place.subject().isEmpty()) {
            throw new IllegalStateException(
                    "an event of " + place.type() + " doesn't say whose personal data it holds");
        }
        var text = json.writeValueAsBytes(clear);
        var padded = Arrays.copyOf(text, (text.length / PADDED_TO + 1) * PADDED_TO);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        var associated = place.associatedData();
        try {
            var ciphertext = keys.orElseThrow().toSeal(place.subject()).encrypt(padded, associated);
            var bound = Arrays.copyOf(binding(associated), BINDING_LENGTH + ciphertext.length);
            System.arraycopy(ciphertext, 0, bound, BINDING_LENGTH, ciphertext.length);
            return json.createObjectNode()
                    .put(SEALED, Base64.getEncoder().encodeToString(bound))
                    .put(KEY, place.subject());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode open(ObjectNode personal, Place place) {
        var sealed = personal.get(SEALED);
        if (sealed == null) {
            return personal.has(CLEAR) ? hidden(Reason.ALTERED) : personal;
        }
        var key = personal.path(KEY).asString("");
        if (!key.equals(place.subject())) {
            return hidden(Reason.MOVED);
        }
        return switch (keys.orElseThrow().find(key)) {
            case SubjectKeys.NoKey(var reason) -> hidden(reason);
            case SubjectKeys.Key present -> open(sealed.asString(""), place, present);
        };
    }

    private ObjectNode open(String sealed, Place place, SubjectKeys.Key key) {
        var associated = place.associatedData();
        try {
            var bound = Base64.getDecoder().decode(sealed);
            if (bound.length <= BINDING_LENGTH + KEY_PREFIX_LENGTH) {
                return hidden(Reason.ALTERED);
            }
            if (!Arrays.equals(bound, 0, BINDING_LENGTH, binding(associated), 0, BINDING_LENGTH)) {
                return hidden(Reason.MOVED);
            }
            // one byte says that a key's id follows
            if (!key.ids().contains(ByteBuffer.wrap(bound).getInt(BINDING_LENGTH + 1))) {
                return hidden(Reason.KEY_LOST);
            }
            var text = key.aead().decrypt(Arrays.copyOfRange(bound, BINDING_LENGTH, bound.length), associated);
            var node = json.createObjectNode();
            node.set(CLEAR, json.readTree(text));
            return node;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return hidden(Reason.ALTERED);
        }
    }

    private ObjectNode hidden(Reason reason) {
        return json.createObjectNode().put(HIDDEN, reason.name());
    }

    private static byte[] binding(byte[] associatedData) {
        return SHA_256.get().digest(associatedData);
    }
}
