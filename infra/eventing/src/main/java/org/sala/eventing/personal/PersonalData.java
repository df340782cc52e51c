package org.sala.eventing.personal;

import static org.sala.eventing.personal.PersonalSpots.CLEAR;
import static org.sala.eventing.personal.PersonalSpots.HIDDEN;
import static org.sala.eventing.personal.PersonalSpots.KEY;
import static org.sala.eventing.personal.PersonalSpots.SEALED;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sala.eventing.EventNames;
import org.sala.eventing.personal.PersonalSpots.Spot;
import org.sala.personal.Personal.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands between an event's JSON and its bytes at rest: what is personal goes in encrypted and comes out in clear, or as
 * a placeholder that says why not. AES-256-GCM with the person's key, or the person's key for that kind of data, bound to
 * event, type, key and place in the JSON. Types without anything personal pass through untouched.
 */
public final class PersonalData {

    private static final byte[] BEFORE_CLEAR = ("{\"" + CLEAR + "\":").getBytes(StandardCharsets.UTF_8);

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
    private final Map<String, PersonalType> personalTypes;
    private final Optional<SubjectKeys> keys;

    private PersonalData(Map<String, PersonalType> personalTypes, Optional<SubjectKeys> keys) {
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

    private static Map<String, PersonalType> personalTypes(EventNames names) {
        var personal = new HashMap<String, PersonalType>();
        names.all().forEach((name, type) -> PersonalType.of(name, type).ifPresent(found -> personal.put(name, found)));
        return personal;
    }

    /** Whether events of that wire name hold something personal. */
    public boolean isPersonal(String type) {
        return personalTypes.containsKey(type);
    }

    /** An event, of which the payload is JSON. */
    public interface Payload {

        /** The event's id. */
        String event();

        /** Its wire name. */
        String type();

        /** Its JSON. */
        byte[] bytes();
    }

    /**
     * An event as it may be stored and sent.
     *
     * @param event the event's id
     * @param type its wire name
     * @param payload its JSON, with what is personal in clear
     * @throws SubjectKeys.CannotSeal where the person, or the kind of data, was erased, or the master key is missing
     */
    public byte[] seal(String event, String type, byte[] payload) {
        var personal = personalTypes.get(type);
        if (personal == null) {
            return payload;
        }
        var spots = PersonalSpots.of(payload, personal.persons(), json);
        var places = new HashMap<Spot, Place>();
        for (var spot : spots.spots()) {
            if (spot.content().has(CLEAR)) {
                if (spots.person().isEmpty()) {
                    throw new IllegalStateException(
                            "an event of " + type + " doesn't say whose personal data it holds");
                }
                places.put(spot, new Place(event, type, keyOf(spots.person(), personal, spot), spot.path()));
            }
        }
        var aeads = keys.orElseThrow()
                .toSeal(places.values().stream().map(Place::key).collect(Collectors.toSet()));
        // without something in clear it is a placeholder, or sealed already
        return spots.in(payload, spot -> {
            var place = places.get(spot);
            return json.writeValueAsBytes(
                    place == null
                            ? spot.content()
                            : seal(
                                    spot.content().required(CLEAR),
                                    place,
                                    Objects.requireNonNull(aeads.get(place.key()))));
        });
    }

    private static KeyId keyOf(String person, PersonalType type, Spot spot) {
        return new KeyId(person, type.kindAt(spot.path()));
    }

    private ObjectNode seal(JsonNode clear, Place place, Aead key) {
        var text = json.writeValueAsBytes(clear);
        var padded = Arrays.copyOf(text, (text.length / PADDED_TO + 1) * PADDED_TO);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        var associated = place.associatedData();
        try {
            var ciphertext = key.encrypt(padded, associated);
            var bound = Arrays.copyOf(binding(associated), BINDING_LENGTH + ciphertext.length);
            System.arraycopy(ciphertext, 0, bound, BINDING_LENGTH, ciphertext.length);
            return json.createObjectNode()
                    .put(SEALED, Base64.getEncoder().encodeToString(bound))
                    .put(KEY, place.key().written());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An event for the context whose own it is: what is personal in clear, or a placeholder. Never fails for a key. */
    public byte[] open(String event, String type, byte[] payload) {
        return open(List.of(new Payload() {
                    @Override
                    public String event() {
                        return event;
                    }

                    @Override
                    public String type() {
                        return type;
                    }

                    @Override
                    public byte[] bytes() {
                        return payload;
                    }
                }))
                .getFirst();
    }

    /** Several at once, in their order: their persons' keys are asked for together. */
    public List<byte[]> open(List<? extends Payload> events) {
        var all = new ArrayList<Optional<PersonalSpots>>(events.size());
        var ids = new HashSet<KeyId>();
        for (var event : events) {
            var spots = Optional.ofNullable(personalTypes.get(event.type()))
                    .map(type -> PersonalSpots.of(event.bytes(), type.persons(), json));
            spots.ifPresent(found ->
                    found.spots().forEach(spot -> sealedWith(found, event, spot).ifPresent(ids::add)));
            all.add(spots);
        }
        Map<KeyId, SubjectKeys.Found> found =
                ids.isEmpty() ? Map.of() : keys.orElseThrow().find(ids);
        var opened = new ArrayList<byte[]>(events.size());
        for (var i = 0; i < events.size(); i++) {
            var event = events.get(i);
            opened.add(all.get(i)
                    .map(spots -> spots.in(event.bytes(), spot -> open(spots, event, spot, found)))
                    .orElse(event.bytes()));
        }
        return opened;
    }

    /** Which key would open it; empty where none would, being no ciphertext of that person. */
    private Optional<KeyId> sealedWith(PersonalSpots spots, Payload event, Spot spot) {
        if (!spot.content().has(SEALED) || spots.person().isEmpty()) {
            return Optional.empty();
        }
        var written = spot.content().path(KEY).asString("");
        var type = Objects.requireNonNull(personalTypes.get(event.type()));
        // what was sealed before its component had a kind has the person's own
        return Stream.of(keyOf(spots.person(), type, spot), KeyId.of(spots.person()))
                .filter(id -> id.written().equals(written))
                .findFirst();
    }

    private byte[] open(PersonalSpots spots, Payload event, Spot spot, Map<KeyId, SubjectKeys.Found> found) {
        var sealed = spot.content().get(SEALED);
        if (sealed == null) {
            return spot.content().has(CLEAR) ? hidden(Reason.ALTERED) : json.writeValueAsBytes(spot.content());
        }
        var id = sealedWith(spots, event, spot);
        if (id.isEmpty()) {
            return hidden(Reason.MOVED);
        }
        return switch (Objects.requireNonNull(found.get(id.get()))) {
            case SubjectKeys.NoKey(var reason) -> hidden(reason);
            case SubjectKeys.Key key ->
                open(sealed.asString(""), new Place(event.event(), event.type(), id.get(), spot.path()), key);
        };
    }

    private byte[] open(String sealed, Place place, SubjectKeys.Key key) {
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
            if (key.id() != ByteBuffer.wrap(bound).getInt(BINDING_LENGTH + 1)) {
                return hidden(Reason.KEY_LOST);
            }
            var text = key.aead().decrypt(Arrays.copyOfRange(bound, BINDING_LENGTH, bound.length), associated);
            // JSON, as it was sealed
            var clear = Arrays.copyOf(BEFORE_CLEAR, BEFORE_CLEAR.length + text.length + 1);
            System.arraycopy(text, 0, clear, BEFORE_CLEAR.length, text.length);
            clear[clear.length - 1] = '}';
            return clear;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return hidden(Reason.ALTERED);
        }
    }

    private static byte[] hidden(Reason reason) {
        return "{\"%s\":\"%s\"}".formatted(HIDDEN, reason).getBytes(StandardCharsets.UTF_8);
    }

    /** Where something stands: what is sealed for it can't be read, nor pass for right, anywhere else. */
    private record Place(String event, String type, KeyId key, String path) {

        byte[] associatedData() {
            return String.join("\n", event, type, key.written(), path).getBytes(StandardCharsets.UTF_8);
        }
    }

    private static byte[] binding(byte[] associatedData) {
        return SHA_256.get().digest(associatedData);
    }
}
