package org.sala.eventing.personal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;

/** Keys of AES-256-GCM as Tink makes, writes and reads them. */
final class Tink {

    private static final Configuration CONFIGURATION = AeadConfig2026.get();

    /** Begins a key that is wrapped bare; no keyset of Tink's begins so. */
    private static final byte BARE = 1;

    private static final int KEY_LENGTH = 32;

    private Tink() {}

    static KeysetHandle newKeyset() {
        try {
            return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, CONFIGURATION);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same keys and a new one, which is the one that encrypts. */
    static KeysetHandle withNewKey(KeysetHandle keyset) throws GeneralSecurityException {
        return withPrimaryOf(newKeyset(), KeysetHandle.newBuilder(keyset));
    }

    /** The key that encrypts, and none beside it. */
    static KeysetHandle primaryOf(KeysetHandle keyset) throws GeneralSecurityException {
        return withPrimaryOf(keyset, KeysetHandle.newBuilder());
    }

    private static KeysetHandle withPrimaryOf(KeysetHandle keyset, KeysetHandle.Builder others)
            throws GeneralSecurityException {
        return others.addEntry(
                        KeysetHandle.importKey(keyset.getPrimary().getKey()).makePrimary())
                .build();
    }

    static Aead aead(KeysetHandle keyset) throws GeneralSecurityException {
        return keyset.getPrimitive(CONFIGURATION, Aead.class);
    }

    static String inClear(KeysetHandle keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, CONFIGURATION, InsecureSecretKeyAccess.get());
    }

    static KeysetHandle fromClear(String keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(keyset, CONFIGURATION, InsecureSecretKeyAccess.get());
    }

    /** A person's key: one, that is never rotated but destroyed. */
    static AesGcmKey newKey() {
        return (AesGcmKey) newKeyset().getPrimary().getKey();
    }

    static Aead aead(AesGcmKey key) throws GeneralSecurityException {
        return AesGcmJce.create(key);
    }

    /**
     * Wrapped without the envelope of a keyset, whose reading costs ten times what the unwrapping does: a replay unwraps
     * the keys of everybody.
     */
    @AccessesPartialKey
    static byte[] wrapped(AesGcmKey key, Aead master, byte[] associatedData) throws GeneralSecurityException {
        var bare = ByteBuffer.allocate(Integer.BYTES + KEY_LENGTH)
                .putInt(Objects.requireNonNull(key.getIdRequirementOrNull()))
                .put(key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()))
                .array();
        var wrapped = master.encrypt(bare, associatedData);
        return ByteBuffer.allocate(1 + wrapped.length).put(BARE).put(wrapped).array();
    }

    @AccessesPartialKey
    static AesGcmKey unwrapped(byte[] wrapped, Aead master, byte[] associatedData) throws GeneralSecurityException {
        if (wrapped[0] != BARE) {
            // as they were written before
            return (AesGcmKey)
                    TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master, associatedData, CONFIGURATION)
                            .getPrimary()
                            .getKey();
        }
        var bare = ByteBuffer.wrap(master.decrypt(Arrays.copyOfRange(wrapped, 1, wrapped.length), associatedData));
        var id = bare.getInt();
        var key = new byte[bare.remaining()];
        bare.get(key);
        return AesGcmKey.builder()
                .setParameters(PredefinedAeadParameters.AES256_GCM)
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .setIdRequirement(id)
                .build();
    }
}
