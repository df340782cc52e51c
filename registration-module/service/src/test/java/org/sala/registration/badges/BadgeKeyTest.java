package org.sala.registration.badges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.sala.embedded.SharedServers;
import org.sala.registration.api.BadgeId;
import org.sala.registration.api.ParticipantId;
import org.springframework.jdbc.core.simple.JdbcClient;

class BadgeKeyTest {

    private static final PGSimpleDataSource SOURCE = new PGSimpleDataSource();
    private static final Badge BADGE = new Badge(new ParticipantId(new UUID(1, 2)), new BadgeId(new UUID(3, 4)));

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
        database.sql("truncate badge_key").update();
    }

    private BadgeKey key() {
        return new BadgeKey(file(), database);
    }

    private Path file() {
        return folder.resolve("keys").resolve("badges.key");
    }

    @Test
    void isMadeAtTheFirstStartForItsOwnerAloneAndThenKept() throws IOException {
        var printed = key().tokens().write(BADGE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(key().tokens().read(printed)).contains(BADGE);
        try (var left = Files.list(file().getParent())) {
            assertThat(left).containsExactly(file());
        }
    }

    @Test
    void isOneForAllProcessesThatStartAtOnce() throws Exception {
        var keys = new HashSet<String>();
        try (var processes = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> starts = IntStream.range(0, 8)
                    .<Callable<String>>mapToObj(_ -> () -> key().tokens().write(BADGE))
                    .toList();
            for (var started : processes.invokeAll(starts)) {
                keys.add(started.get());
            }
        }

        assertThat(keys).hasSize(1);
    }

    @Test
    void isNotMadeAnewWhereBadgesAreSignedWithAnother() throws IOException {
        key().tokens();
        Files.delete(file());

        assertThatIllegalStateException()
                .isThrownBy(() -> key().tokens())
                .withMessageContaining("is missing: " + file());
        assertThat(file()).doesNotExist();
    }

    @Test
    void isRefusedWhereItIsNotTheOneThatBadgesAreSignedWith() throws IOException {
        key().tokens();
        Files.delete(file());
        var used = database.sql("select public_key from badge_key")
                .query(byte[].class)
                .single();
        database.sql("truncate badge_key").update();
        key().tokens();
        database.sql("update badge_key set public_key = :key")
                .param("key", used)
                .update();

        assertThatIllegalStateException()
                .isThrownBy(() -> key().tokens())
                .withMessageContaining("is not the one that badges were signed with");
    }

    @Test
    void isRefusedWhereItIsNoKeyPairAndNotShown() throws IOException {
        key().tokens();
        var lines = Files.readAllLines(file());
        Files.delete(file());
        database.sql("truncate badge_key").update();
        key().tokens();
        var others = Files.readAllLines(file());
        for (var broken : Set.of(
                "",
                "c2hvcnQ=\nc2hvcnQ=\n",
                "not base64!\nnot base64!\n",
                lines.getFirst() + "\n",
                lines.getFirst() + "\n" + others.getLast() + "\n",
                Base64.getEncoder().encodeToString(new byte[48]) + "\n" + lines.getLast() + "\n")) {
            Files.writeString(file(), broken);
            assertThatIllegalStateException()
                    .isThrownBy(() -> key().tokens())
                    .withMessage(file() + " holds no key pair of Ed25519");
        }
    }
}
