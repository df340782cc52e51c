package org.sala.eventing.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClients;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** What people's keys are wrapped with. Itself it is never stored beside them. */
@FunctionalInterface
public interface MasterKey {

    /** Wraps and unwraps; empty where the key can't be had. */
    Optional<Aead> aead();

    /**
     * A key that is given as text, by an environment variable say.
     *
     * @param keyset in Tink's JSON
     */
    static MasterKey of(String keyset) {
        try {
            var aead = Tink.aead(Tink.fromClear(keyset));
            return () -> Optional.of(aead);
        } catch (GeneralSecurityException e) {
            // without the cause, whose message might hold a part of the key
            throw new IllegalArgumentException("the master key is no keyset of Tink's that encrypts");
        }
    }

    /**
     * A key in a key management service, by Tink's interface.
     *
     * @param uri such as {@code aws-kms://arn:aws:kms:…}, for which a client is registered with {@link KmsClients}
     */
    static MasterKey inKms(String uri) {
        try {
            var aead = KmsClients.get(uri).getAead(uri);
            return () -> Optional.of(aead);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no key management service is known for the master key's address", e);
        }
    }
}
