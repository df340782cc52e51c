package org.sala.registration.contacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.sala.eventing.SecretFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The secret that contacts' keys are made with, kept in a file apart from the database, so that neither tells who is
 * registered without the other. Made at the first start; from then on the database remembers its fingerprint, since
 * with another secret the same phone number would pass for a new one.
 */
public final class ContactSecret {

    private static final int LENGTH = 32;

    private final Path file;
    private final JdbcClient database;

    public ContactSecret(Path file, JdbcClient database) {
        this.file = file;
        this.database = database;
    }

    /**
     * The keys of this platform.
     *
     * @throws IllegalStateException where the file is missing, or not the one the database was filled with
     */
    public ContactKeys keys() {
        var used = fingerprint();
        if (used.isEmpty() && !Files.exists(file)) {
            make();
        }
        if (!Files.exists(file)) {
            throw new IllegalStateException("The secret that contacts were registered with is missing: " + file
                    + ". Put it back from its backup.");
        }
        var keys = new ContactKeys(read());
        if (used.isEmpty()) {
            database.sql("insert into contact_secret (fingerprint) values (:fingerprint) on conflict do nothing")
                    .param("fingerprint", keys.fingerprint().digest())
                    .update();
            used = fingerprint();
        }
        if (!used.equals(Optional.of(keys.fingerprint()))) {
            throw new IllegalStateException("The secret in " + file + " is not the one that contacts were registered"
                    + " with. Put that one back from its backup.");
        }
        return keys;
    }

    private Optional<ContactKey> fingerprint() {
        return database.sql("select fingerprint from contact_secret")
                .query((row, number) -> new ContactKey(row.getString("fingerprint")))
                .optional();
    }

    private byte[] read() {
        try {
            var secret = Base64.getDecoder().decode(Files.readString(file).strip());
            if (secret.length != LENGTH) {
                throw new IllegalStateException(file + " holds no secret of " + LENGTH + " bytes in Base64");
            }
            return secret;
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " holds no secret of " + LENGTH + " bytes in Base64", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make() {
        var secret = new byte[LENGTH];
        new SecureRandom().nextBytes(secret);
        SecretFile.make(file, Base64.getEncoder().encodeToString(secret) + "\n");
    }
}
