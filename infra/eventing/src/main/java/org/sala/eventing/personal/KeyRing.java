package org.sala.eventing.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.AesGcmKey;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of one person: one for each kind of data, and one for what is of no kind, the person's own. They are wrapped
 * together, so that a replay reads one row and unwraps once a person; without the envelope of Tink's keysets, whose
 * reading costs ten times what the unwrapping does.
 */
final class KeyRing {

    static final KeyRing EMPTY = new KeyRing(Map.of());

    /** Begins what is wrapped, in this form. */
    private static final byte FORM = 2;

    private static final int KEY_LENGTH = 32;

    private final Map<String, Key> keys;

    /**
     * One of them.
     *
     * @param bare what it is made of
     * @param aead encrypts and decrypts with it
     */
    record Key(AesGcmKey bare, Aead aead) {

        static Key of(AesGcmKey bare) throws GeneralSecurityException {
            return new Key(bare, Tink.aead(bare));
        }

        /** As its ciphertexts name it. */
        int id() {
            return Objects.requireNonNull(bare.getIdRequirementOrNull());
        }
    }

    private KeyRing(Map<String, Key> keys) {
        this.keys = keys;
    }

    Set<String> kinds() {
        return keys.keySet();
    }

    Optional<Key> key(String kind) {
        return Optional.ofNullable(keys.get(kind));
    }

    /** With a new key for each of these kinds that has none. */
    KeyRing with(Collection<String> kinds) {
        var all = new HashMap<>(keys);
        try {
            for (var kind : kinds) {
                if (!all.containsKey(kind)) {
                    all.put(kind, Key.of(Tink.newKey()));
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return new KeyRing(all);
    }

    KeyRing without(String kind) {
        var others = new HashMap<>(keys);
        others.remove(kind);
        return new KeyRing(others);
    }

    /** @param person whose keys they are: wrapped, they can't pass for another's */
    byte[] wrapped(Aead master, String person) throws GeneralSecurityException {
        var bare = new ByteArrayOutputStream();
        keys.forEach((kind, key) -> {
            var name = kind.getBytes(StandardCharsets.UTF_8);
            bare.write(name.length);
            bare.writeBytes(name);
            bare.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(key.id()).array());
            bare.writeBytes(Tink.bytes(key.bare()));
        });
        var wrapped = master.encrypt(bare.toByteArray(), person.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + wrapped.length).put(FORM).put(wrapped).array();
    }

    /** @throws GeneralSecurityException where it was wrapped by another key, or for another person */
    static KeyRing unwrapped(byte[] wrapped, Aead master, String person) throws GeneralSecurityException {
        if (wrapped.length == 0 || wrapped[0] != FORM) {
            throw new GeneralSecurityException("keys in an unknown form");
        }
        var bare = ByteBuffer.wrap(master.decrypt(
                Arrays.copyOfRange(wrapped, 1, wrapped.length), person.getBytes(StandardCharsets.UTF_8)));
        var keys = new HashMap<String, Key>();
        try {
            while (bare.hasRemaining()) {
                var name = new byte[Byte.toUnsignedInt(bare.get())];
                bare.get(name);
                var id = bare.getInt();
                var key = new byte[KEY_LENGTH];
                bare.get(key);
                keys.put(new String(name, StandardCharsets.UTF_8), Key.of(Tink.key(id, key)));
            }
        } catch (BufferUnderflowException cutShort) {
            throw new GeneralSecurityException("keys in an unknown form", cutShort);
        }
        return new KeyRing(keys);
    }
}
