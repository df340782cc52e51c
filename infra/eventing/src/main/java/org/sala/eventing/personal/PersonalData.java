package org.sala.eventing.personal;

import static org.sala.eventing.personal.PersonalSpots.CLEAR;
import static org.sala.eventing.personal.PersonalSpots.HIDDEN;
import static org.sala.eventing.personal.PersonalSpots.KEY;
import static org.sala.eventing.personal.PersonalSpots.SEALED;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.EventNames;
import org.sala.eventing.personal.PersonalSpots.InClear;
import org.sala.eventing.personal.PersonalSpots.Placeholder;
import org.sala.eventing.personal.PersonalSpots.Sealed;
import org.sala.eventing.personal.PersonalSpots.Spot;
import org.sala.personal.Personal.Reason;
import tools.jackson.databind.json.JsonMapper;

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

    /** So many are opened on all processors: fewer are done sooner than divided. */
    private static final int MANY = 64;

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
        var kinds = new HashSet<String>();
        var places = new HashMap<Spot, Place>();
        for (var spot : spots.spots()) {
            if (spot.content() instanceof InClear) {
                if (spots.person().isEmpty()) {
                    throw new IllegalStateException(
                            "an event of " + type + " doesn't say whose personal data it holds");
                }
                var key = personal.keyAt(spot.path(), spots.person());
                kinds.add(key.kindOrNone());
                places.put(spot, new Place(event, type, key, spot.path()));
            }
        }
        if (places.isEmpty()) {
            // all of it are placeholders, or sealed already
            return payload;
        }
        var ring = Objects.requireNonNull(
                keys.orElseThrow().toSeal(Map.of(spots.person(), kinds)).get(spots.person()));
        return spots.in(payload, spot -> {
            var place = places.get(spot);
            return place == null || !(spot.content() instanceof InClear(var from, var to))
                    ? Arrays.copyOfRange(payload, spot.from(), spot.to())
                    : sealed(Arrays.copyOfRange(payload, from, to), place, ring);
        });
    }

    private byte[] sealed(byte[] clear, Place place, KeyRing ring) {
        var padded = Arrays.copyOf(clear, (clear.length / PADDED_TO + 1) * PADDED_TO);
        Arrays.fill(padded, clear.length, padded.length, (byte) ' ');
        var associated = place.associatedData();
        try {
            var ciphertext =
                    ring.key(place.key().kindOrNone()).orElseThrow().aead().encrypt(padded, associated);
            var bound = Arrays.copyOf(binding(associated), BINDING_LENGTH + ciphertext.length);
            System.arraycopy(ciphertext, 0, bound, BINDING_LENGTH, ciphertext.length);
            return json.writeValueAsBytes(json.createObjectNode()
                    .put(SEALED, Base64.getEncoder().encodeToString(bound))
                    .put(KEY, place.key().written()));
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

    /**
     * Several at once, in their order: their persons' keys are asked for together, and where there are many, what can be
     * done for each by itself is done on all processors.
     */
    public List<byte[]> open(List<? extends Payload> events) {
        var found = each(events, this::sealedIn);
        var persons = found.stream()
                .filter(event -> event.spots().isSealed())
                .map(event -> event.spots().person())
                .collect(Collectors.toSet());
        Map<String, KnownKeys> known =
                persons.isEmpty() ? Map.of() : keys.orElseThrow().find(persons);
        return each(found, event -> event.opened(known.get(event.spots().person())));
    }

    private static <A, B> List<B> each(List<A> all, Function<? super A, B> done) {
        return (all.size() < MANY ? all.stream() : all.parallelStream())
                .<B>map(done)
                .toList();
    }

    private SealedEvent sealedIn(Payload event) {
        var type = personalTypes.get(event.type());
        return new SealedEvent(
                event, type, type == null ? PersonalSpots.NONE : PersonalSpots.of(event.bytes(), type.persons(), json));
    }

    /** @param type null where nothing in it is personal */
    private record SealedEvent(Payload event, @Nullable PersonalType type, PersonalSpots spots) {

        byte[] opened(@Nullable KnownKeys known) {
            return spots.in(event.bytes(), spot -> opened(spot, known));
        }

        private byte[] opened(Spot spot, @Nullable KnownKeys known) {
            return switch (spot.content()) {
                case InClear _ -> hidden(Reason.ALTERED);
                case Placeholder _ -> Arrays.copyOfRange(event.bytes(), spot.from(), spot.to());
                case Sealed(var text, var written) -> {
                    var key = keyOf(spot.path(), written);
                    if (key.isEmpty() || known == null) {
                        yield hidden(Reason.MOVED);
                    }
                    yield switch (known.key(key.get().kindOrNone())) {
                        case KnownKeys.NoKey(var reason) -> hidden(reason);
                        case KnownKeys.Usable(var usable) ->
                            open(text, new Place(event.event(), event.type(), key.get(), spot.path()), usable);
                    };
                }
            };
        }

        /** Which key it says that it was sealed with; empty where that is none of that person for that place. */
        private Optional<KeyId> keyOf(String path, String written) {
            if (spots.person().isEmpty() || type == null) {
                return Optional.empty();
            }
            var key = type.keyAt(path, spots.person());
            if (key.isWritten(written)) {
                return Optional.of(key);
            }
            // what was sealed before its component had a kind has the person's own
            return written.equals(spots.person()) ? Optional.of(KeyId.of(written)) : Optional.empty();
        }
    }

    private static byte[] open(String sealed, Place place, KeyRing.Key key) {
        var associated = place.associatedData();
        try {
            var bound = Base64.getDecoder().decode(sealed);
            if (bound.length <= BINDING_LENGTH + KEY_PREFIX_LENGTH) {
                return hidden(Reason.ALTERED);
            }
            // one byte says that a key's id follows
            if (key.id() != ByteBuffer.wrap(bound).getInt(BINDING_LENGTH + 1)) {
                return hidden(isBound(bound, associated) ? Reason.KEY_LOST : Reason.MOVED);
            }
            return decrypted(bound, associated, key);
        } catch (IllegalArgumentException noBase64) {
            return hidden(Reason.ALTERED);
        }
    }

    private static byte[] decrypted(byte[] bound, byte[] associated, KeyRing.Key key) {
        try {
            var text = key.aead().decrypt(Arrays.copyOfRange(bound, BINDING_LENGTH, bound.length), associated);
            // JSON, as it was sealed
            var clear = Arrays.copyOf(BEFORE_CLEAR, BEFORE_CLEAR.length + text.length + 1);
            System.arraycopy(text, 0, clear, BEFORE_CLEAR.length, text.length);
            clear[clear.length - 1] = '}';
            return clear;
        } catch (GeneralSecurityException e) {
            return hidden(isBound(bound, associated) ? Reason.ALTERED : Reason.MOVED);
        }
    }

    /** Whether it says that it was sealed for this place. Asked where it doesn't open: what does is right without it. */
    private static boolean isBound(byte[] bound, byte[] associatedData) {
        return Arrays.equals(bound, 0, BINDING_LENGTH, binding(associatedData), 0, BINDING_LENGTH);
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
