package org.sala.launcher;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.sala.embedded.SchemaLogin;

/** What the applications prove themselves with: made once, kept in files that only their owner can read. */
record Secrets(Path folder) {
    private static final int KEY_BITS = 2048;
    private static final int PASSWORD_BYTES = 24;

    static Secrets keptIn(Path folder) {
        var secrets = new Secrets(folder);
        try {
            if (!Files.exists(secrets.tokensPublicKey())) {
                secrets.makeTokenKeys();
            }
            secrets.makeMissingDatabasePasswords();
            return secrets;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Signs the ui's tokens. */
    Path tokensPrivateKey() {
        return folder.resolve("tokens.pem");
    }

    /** Verifies them, in every service. */
    Path tokensPublicKey() {
        return folder.resolve("tokens.pub.pem");
    }

    /** What registration makes contacts unreadable with; it makes the file itself, once. */
    Path contacts() {
        return folder.resolve("contacts.key");
    }

    /** What a login of {@link #databaseLogins} signs in with. */
    String databasePassword(String login) {
        return Objects.requireNonNull(databasePasswordsMade().getProperty(login));
    }

    /** A schema for each application, and one for the keys of those that keep some. */
    List<SchemaLogin> databaseLogins() {
        return Arrays.stream(Application.values())
                .flatMap(application -> application.keepsKeys()
                        ? Stream.of(login(application.id(), false), login(application.keysId(), true))
                        : Stream.of(login(application.id(), false)))
                .toList();
    }

    private SchemaLogin login(String name, boolean removesTraces) {
        return new SchemaLogin(name, databasePassword(name), removesTraces);
    }

    private static Stream<String> logins() {
        return Arrays.stream(Application.values())
                .flatMap(application -> application.keepsKeys()
                        ? Stream.of(application.id(), application.keysId())
                        : Stream.of(application.id()));
    }

    private Properties databasePasswordsMade() {
        var passwords = new Properties();
        if (Files.exists(databasePasswords())) {
            try (var reader = Files.newBufferedReader(databasePasswords())) {
                passwords.load(reader);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
        return passwords;
    }

    private Path databasePasswords() {
        return folder.resolve("database.properties");
    }

    /** The public key last: where it is, the pair is whole. */
    private void makeTokenKeys() throws IOException {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            var pair = generator.generateKeyPair();
            write(tokensPrivateKey(), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            write(tokensPublicKey(), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new AssertionError(everyPlatformHasIt);
        }
    }

    private void makeMissingDatabasePasswords() throws IOException {
        var passwords = databasePasswordsMade();
        var missing = logins().filter(login -> !passwords.containsKey(login)).toList();
        if (missing.isEmpty()) {
            return;
        }
        missing.forEach(login -> passwords.setProperty(login, randomPassword()));
        var text = new StringWriter();
        passwords.store(text, "Each application's logins at PostgreSQL");
        write(databasePasswords(), text.toString());
    }

    private static String randomPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String pem(String type, byte[] encoded) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END " + type
                + "-----\n";
    }

    /** Whole or not at all, and never readable by others, not even for a moment. */
    private static void write(Path file, String content) throws IOException {
        var partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        Files.createFile(partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(partial, content);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
