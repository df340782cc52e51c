package org.sala.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL and one Kafka for all tests of a JVM, started when first asked for, as durable as the real ones, and gone with the JVM.
 * Topics are shared by the tests of a JVM; a database belongs to whoever asked for it.
 */
public final class SharedServers {
    private static final String PREFIX = "sala-test-servers-";
    private static final AtomicInteger databases = new AtomicInteger();

    private static @Nullable Path folder;
    private static @Nullable PostgresServer postgres;
    private static @Nullable KafkaBroker kafka;

    private SharedServers() {}

    /** The PostgreSQL of this JVM. */
    public static synchronized PostgresServer postgres() {
        if (postgres == null) {
            postgres = PostgresServer.start(folder().resolve("postgres"), 0);
        }
        return postgres;
    }

    /** The Kafka of this JVM. */
    public static synchronized KafkaBroker kafka() {
        if (kafka == null) {
            kafka = KafkaBroker.start(folder().resolve("kafka"), 0);
        }
        return kafka;
    }

    /** A database that nobody else has, with a schema and a login for each name. */
    public static Database newDatabase(String... schemas) {
        var server = postgres();
        var name = "test_" + databases.incrementAndGet();
        // roles are the whole server's: one password for a name keeps the databases of earlier tests usable
        var logins = Arrays.stream(schemas)
                .map(schema -> new SchemaLogin(schema, "password-of-" + schema))
                .toList();
        server.prepareDatabase(name, logins);
        return new Database(
                server, name, logins.stream().collect(Collectors.toMap(SchemaLogin::name, Function.identity())));
    }

    /** A test's own database. */
    public static final class Database {
        private final PostgresServer server;
        private final String name;
        private final Map<String, SchemaLogin> logins;

        private Database(PostgresServer server, String name, Map<String, SchemaLogin> logins) {
            this.server = server;
            this.name = name;
            this.logins = Map.copyOf(logins);
        }

        public String name() {
            return name;
        }

        /** Of the server that it is at, on 127.0.0.1. */
        public int port() {
            return server.port();
        }

        /** JDBC's address, with the schema's tables in reach of their bare names. */
        public String url(String schema) {
            return server.url(name, login(schema).name());
        }

        public String password(String schema) {
            return login(schema).password();
        }

        /** {@code spring.datasource.*} for an application that has this schema; its user is the schema's name. */
        public Map<String, String> springSettings(String schema) {
            return Map.of(
                    "spring.datasource.url", url(schema),
                    "spring.datasource.username", schema,
                    "spring.datasource.password", password(schema));
        }

        private SchemaLogin login(String schema) {
            var login = logins.get(schema);
            if (login == null) {
                throw new IllegalArgumentException("no schema " + schema + " in this database");
            }
            return login;
        }
    }

    private static Path folder() {
        if (folder == null) {
            try {
                removeWhatKilledJvmsLeft();
                folder = Files.createTempDirectory(PREFIX);
                var held = FolderLock.take(folder);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(held), "test-servers-stop"));
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
        return folder;
    }

    private static synchronized void stop(FolderLock held) {
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.discard();
        }
        // under the lock: another JVM that is starting would else help to delete, and trip over what is gone
        if (folder != null) {
            Folders.delete(folder);
        }
        held.close();
    }

    private static void removeWhatKilledJvmsLeft() throws IOException {
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (var left = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (var old : left) {
                if (!Files.exists(old.resolve("lock")) || !Files.isWritable(old)) {
                    continue;
                }
                try {
                    FolderLock.tryTake(old).ifPresent(lock -> {
                        try (lock) {
                            PostgresServer.stopAbandoned(old.resolve("postgres"));
                            Folders.delete(old);
                        }
                    });
                } catch (UncheckedIOException goneMeanwhile) {
                    // its own JVM, which was just ending, removes it too
                }
            }
        }
    }
}
