package org.sala.eventing.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
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

    static byte[] wrapped(KeysetHandle keyset, Aead master, byte[] associatedData) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(keyset, master, associatedData, CONFIGURATION);
    }

    static KeysetHandle unwrapped(byte[] keyset, Aead master, byte[] associatedData) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(keyset, master, associatedData, CONFIGURATION);
    }
}
