package org.sala.eventing.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.eventing.personal.Members.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.sala.embedded.PostgresServer;
import org.sala.embedded.SchemaLogin;
import org.sala.personal.Personal;

/** A key that is destroyed is soon in none of the server's files, write-ahead log included. */
class TracesTest {

    @TempDir
    Path folder;

    @Test
    void ofADestroyedKeyNothingIsLeftInTheServersFiles() throws Exception {
        try (var server = PostgresServer.start(folder.resolve("postgres"), 0)) {
            server.prepareDatabase("club", List.of(new SchemaLogin("club_keys", "password", true)));
            var keys = keys(server);
            var data = PersonalData.with(keys, Members.NAMES);
            for (var i = 0; i < 300; i++) {
                data.seal(UUID.randomUUID().toString(), "club.member-joined", json(member(i)));
            }
            asSuperuser(server, "checkpoint");
            var destroyed = wrapped(server, "member-7");
            var other = wrapped(server, "member-8");
            assertThat(filesWith(destroyed)).isNotEmpty();

            keys.destroy("member-7");
            // as autovacuum and the server do some day: the row is gone, its bytes are not
            asSuperuser(server, "vacuum club_keys.subject_key", "checkpoint");
            assertThat(filesWith(destroyed)).isNotEmpty();
            assertThat(keys.removeTraces()).isTrue();

            assertThat(filesWith(destroyed)).isEmpty();
            assertThat(filesWith(other)).isNotEmpty();
            assertThat(keys.removeTraces()).as("again").isFalse();
        }
    }

    @Test
    void whereTheLoginMayNotEndTheLogTheTableAtLeastIsWrittenAnew() throws Exception {
        try (var server = PostgresServer.start(folder.resolve("postgres"), 0)) {
            server.prepareDatabase("club", List.of(new SchemaLogin("club_keys", "password")));
            var keys = keys(server);
            PersonalData.with(keys, Members.NAMES)
                    .seal(UUID.randomUUID().toString(), "club.member-joined", json(member(7)));
            var destroyed = wrapped(server, "member-7");
            keys.destroy("member-7");

            assertThat(keys.removeTraces()).isTrue();

            asSuperuser(server, "checkpoint");
            assertThat(filesWith(destroyed))
                    .isNotEmpty()
                    .allMatch(file -> file.toString().contains("/pg_wal/"));
            // what an operator does instead
            asSuperuser(server, "select pg_switch_wal()", "checkpoint");
            assertThat(filesWith(destroyed)).isEmpty();
        }
    }

    private SubjectKeys keys(PostgresServer server) {
        var database = new PGSimpleDataSource();
        database.setUrl(server.url("club", "club_keys"));
        database.setUser("club_keys");
        database.setPassword("password");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/eventing/keys")
                .load()
                .migrate();
        var keys = new SubjectKeys(
                database,
                new MasterKeyFile(folder.resolve("master.key")),
                new ErasureList(folder.resolve("erased")),
                Clock.systemUTC());
        keys.begin();
        return keys;
    }

    private static Members.Joined member(int number) {
        return new Members.Joined("member-" + number, Personal.of("Name " + number), null);
    }

    private static byte[] wrapped(PostgresServer server, String member) throws SQLException {
        try (var connection = server.connectAsSuperuser("club");
                var statement =
                        connection.prepareStatement("select keyset from club_keys.subject_key where subject = ?")) {
            statement.setString(1, member);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }

    private static void asSuperuser(PostgresServer server, String... statements) throws SQLException {
        try (var connection = server.connectAsSuperuser("club");
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private List<Path> filesWith(byte[] bytes) throws IOException {
        // each byte as one character, so that bytes are looked for as a text is
        var looked = new String(bytes, StandardCharsets.ISO_8859_1);
        var found = new ArrayList<Path>();
        try (var files = Files.walk(folder.resolve("postgres"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                try {
                    if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(looked)) {
                        found.add(file);
                    }
                } catch (NoSuchFileException goneMeanwhile) {
                    // the server removes files as it goes
                }
            }
        }
        return found;
    }
}
