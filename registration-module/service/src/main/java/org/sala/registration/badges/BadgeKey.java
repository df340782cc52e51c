package org.sala.registration.badges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.SecretFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The key pair that badges are signed with, kept in a file apart from the database, so that whoever has the database can
 * make no badge. Made at the first start; from then on the database remembers its public half, since badges that are
 * printed are worth nothing under another.
 */
public final class BadgeKey {

    private static final String ALGORITHM = "Ed25519";

    private final Path file;
    private final JdbcClient database;

    public BadgeKey(Path file, JdbcClient database) {
        this.file = file;
        this.database = database;
    }

    /**
     * The badges of this platform.
     *
     * @throws IllegalStateException where the file is missing, or not the one that badges were signed with
     */
    public BadgeTokens tokens() {
        var used = publicKey();
        if (used.isEmpty() && !Files.exists(file)) {
            make();
        }
        if (!Files.exists(file)) {
            throw new IllegalStateException("The key that badges were signed with is missing: " + file
                    + ". Put it back from its backup; or empty the table badge_key, and every badge has to be printed"
                    + " again.");
        }
        var tokens = new BadgeTokens(read());
        if (used.isEmpty()) {
            database.sql("insert into badge_key (public_key) values (:key) on conflict do nothing")
                    .param("key", tokens.publicKey())
                    .update();
            used = publicKey();
        }
        if (used.filter(key -> Arrays.equals(key, tokens.publicKey())).isEmpty()) {
            throw new IllegalStateException("The key in " + file + " is not the one that badges were signed with."
                    + " Put that one back from its backup; every process needs the same.");
        }
        return tokens;
    }

    private Optional<byte[]> publicKey() {
        return database.sql("select public_key from badge_key")
                .query((row, number) -> row.getBytes("public_key"))
                .optional();
    }

    /** Two lines in Base64: the private key in PKCS #8, and the public one in X.509. */
    private KeyPair read() {
        try {
            var lines = Files.readAllLines(file);
            if (lines.size() != 2) {
                throw noKeyPair(null);
            }
            var factory = KeyFactory.getInstance(ALGORITHM);
            var keys = new KeyPair(
                    factory.generatePublic(
                            new X509EncodedKeySpec(Base64.getDecoder().decode(lines.get(1)))),
                    factory.generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(0)))));
            if (!new BadgeTokens(keys).fit()) {
                throw noKeyPair(null);
            }
            return keys;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw noKeyPair(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IllegalStateException noKeyPair(@Nullable Exception cause) {
        return new IllegalStateException(file + " holds no key pair of " + ALGORITHM, cause);
    }

    private void make() {
        try {
            var keys = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            var text = Base64.getEncoder();
            SecretFile.make(
                    file,
                    text.encodeToString(keys.getPrivate().getEncoded()) + "\n"
                            + text.encodeToString(keys.getPublic().getEncoded()) + "\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
