package org.sala.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void areMadeOnceAndKept() throws IOException {
        var first = Secrets.keptIn(folder);
        var key = Files.readString(first.tokensPrivateKey());
        var password = first.databasePassword(Application.UI);
        var second = Secrets.keptIn(folder);
        assertEquals(key, Files.readString(second.tokensPrivateKey()));
        assertEquals(password, second.databasePassword(Application.UI));
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
    void eachApplicationHasItsOwnPassword() {
        var secrets = Secrets.keptIn(folder);
        assertEquals(
                Application.values().length,
                secrets.databaseLogins().stream()
                        .map(login -> login.password())
                        .distinct()
                        .count());
        assertNotEquals("", secrets.databasePassword(Application.UI));
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
