package org.sala.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.embedded.SharedServers;
import org.sala.ports.Role;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

class FirstAccountsTest {

    private final PasswordEncoder passwords = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private Accounts accounts = new Accounts(database());

    private static JdbcClient database() {
        var database = SharedServers.newDatabase("ui");
        var source = new DriverManagerDataSource(database.url("ui"), "ui", database.password("ui"));
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/ui")
                .defaultSchema("ui")
                .load()
                .migrate();
        return JdbcClient.create(source);
    }

    @BeforeEach
    void freshAccounts() {
        accounts = new Accounts(database());
    }

    private void start(AccountSettings settings) {
        new FirstAccounts(accounts, settings, passwords).run(new DefaultApplicationArguments());
    }

    private boolean opens(String account, String password) {
        return passwords.matches(password, accounts.find(account).orElseThrow().passwordHash());
    }

    @Test
    void aPasswordThatIsMadeUpIsInAFileOfItsOwnerAlone(@TempDir Path folder) throws IOException {
        var file = folder.resolve("data").resolve("first-passwords");
        start(new AccountSettings(null, null, null, null, file));
        var lines = Files.readAllLines(file);
        assertThat(lines).hasSize(Role.ofAccounts().size());
        for (var line : lines) {
            var parts = line.split(" ", 2);
            assertThat(parts[1]).hasSize(20);
            assertThat(opens(parts[0], parts[1])).isTrue();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aGivenPasswordIsUsedOnceAndWrittenNowhere(@TempDir Path folder) {
        var file = folder.resolve("first-passwords");
        start(settings("the first one", file));
        start(settings("another one", file));
        assertThat(opens("staff", "the first one")).isTrue();
        assertThat(opens("staff", "another one")).isFalse();
        assertThat(accounts.find("staff").orElseThrow().account().roles()).isEqualTo(Set.of(Role.STAFF));
        assertThat(file).doesNotExist();
    }

    private static AccountSettings settings(String password, Path file) {
        var first = new AccountSettings.First(password);
        return new AccountSettings(first, first, first, first, file);
    }

    @Test
    void passwordsAreOnNoLineThatIsPrinted() {
        assertThat(settings("the first one", Path.of("x")).toString()).doesNotContain("the first one");
    }
}
