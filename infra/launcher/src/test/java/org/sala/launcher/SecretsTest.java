package org.sala.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void areMadeOnceAndKept() throws IOException {
        var first = Secrets.keptIn(folder);
        var key = Files.readString(first.tokensPrivateKey());
        var password = first.databasePassword("ui");
        var second = Secrets.keptIn(folder);
        assertEquals(key, Files.readString(second.tokensPrivateKey()));
        assertEquals(password, second.databasePassword("ui"));
    }

    @Test
    void areReadableByTheirOwnerAlone() throws IOException {
        Secrets.keptIn(folder);
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                        file.toString());
            }
        }
    }

    @Test
    void eachLoginHasItsOwnPassword() {
        var secrets = Secrets.keptIn(folder);
        var logins = secrets.databaseLogins();
        assertEquals(
                logins.size(),
                logins.stream().map(login -> login.password()).distinct().count());
        assertEquals(
                List.of(
                        "ui",
                        "registration",
                        "registration_keys",
                        "sessions",
                        "sessions_keys",
                        "marketplace",
                        "marketplace_keys",
                        "feedback",
                        "feedback_keys"),
                logins.stream().map(login -> login.name()).toList());
        assertNotEquals("", secrets.databasePassword("ui"));
    }

    @Test
    void aLoginThatAnEarlierStartDidNotKnowGetsItsPassword() throws IOException {
        var before = Secrets.keptIn(folder).databasePassword("ui");
        var file = folder.resolve("database.properties");
        Files.write(
                file,
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("registration_keys"))
                        .toList());
        var secrets = Secrets.keptIn(folder);
        assertEquals(before, secrets.databasePassword("ui"));
        assertNotEquals("", secrets.databasePassword("registration_keys"));
    }

    @Test
    void aKeyPairThatWasCutShortIsMadeAgain() throws IOException {
        var secrets = Secrets.keptIn(folder);
        var key = Files.readString(secrets.tokensPrivateKey());
        Files.delete(secrets.tokensPublicKey());
        Secrets.keptIn(folder);
        assertNotEquals(key, Files.readString(secrets.tokensPrivateKey()));
    }
}
