package org.sala.registration.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.sala.embedded.SharedServers;
import org.springframework.jdbc.core.simple.JdbcClient;

class ContactSecretTest {

    private static final PGSimpleDataSource SOURCE = new PGSimpleDataSource();

    private final JdbcClient database = JdbcClient.create(SOURCE);

    @TempDir
    private Path folder;

    @BeforeAll
    static void createTables() {
        var server = SharedServers.newDatabase("registration");
        SOURCE.setUrl(server.url("registration"));
        SOURCE.setUser("registration");
        SOURCE.setPassword(server.password("registration"));
        Flyway.configure()
                .dataSource(SOURCE)
                .locations("classpath:db/registration")
                .load()
                .migrate();
    }

    @BeforeEach
    void forget() {
        database.sql("truncate contact_secret").update();
    }

    private ContactSecret secret() {
        return new ContactSecret(file(), database);
    }

    private Path file() {
        return folder.resolve("keys").resolve("contacts.key");
    }

    @Test
    void isMadeAtTheFirstStartForItsOwnerAloneAndThenKept() throws IOException {
        var first = secret().keys().fingerprint();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(secret().keys().fingerprint()).isEqualTo(first);
        try (var left = Files.list(file().getParent())) {
            assertThat(left).containsExactly(file());
        }
    }

    @Test
    void isNotMadeAnewWhereContactsAreRegisteredWithAnother() throws IOException {
        secret().keys();
        Files.delete(file());

        assertThatIllegalStateException()
                .isThrownBy(() -> secret().keys())
                .withMessageContaining("is missing: " + file());
        assertThat(file()).doesNotExist();
    }

    @Test
    void isRefusedWhereItIsNotTheOneThatContactsAreRegisteredWith() throws IOException {
        secret().keys();
        Files.writeString(file(), Base64.getEncoder().encodeToString(new byte[32]));

        assertThatIllegalStateException()
                .isThrownBy(() -> secret().keys())
                .withMessageContaining("is not the one that contacts were registered with");
    }

    @Test
    void isRefusedWhereItIsNoSecretAndNotShown() throws IOException {
        Files.createDirectories(file().getParent());
        for (var broken : new String[] {"", "c2hvcnQ=", "not base64!"}) {
            Files.writeString(file(), broken);
            assertThatIllegalStateException()
                    .isThrownBy(() -> secret().keys())
                    .withMessage(file() + " holds no secret of 32 bytes in Base64");
        }
    }
}
