package org.sala.eventing.personal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;

/** Keys of AES-256-GCM as Tink makes, writes and reads them. */
final class Tink {

    private static final Configuration CONFIGURATION = AeadConfig2026.get();

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

    @AccessesPartialKey
    static byte[] bytes(AesGcmKey key) {
        return key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
    }

    @AccessesPartialKey
    static AesGcmKey key(int id, byte[] bytes) throws GeneralSecurityException {
        return AesGcmKey.builder()
                .setParameters(PredefinedAeadParameters.AES256_GCM)
                .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                .setIdRequirement(id)
                .build();
    }
}
