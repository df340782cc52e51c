package org.sala.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of this machine's own: its programs come from the class path, its data stays in a folder between starts. It listens on
 * the loopback address only, asks everybody for a password, and every commit that it has confirmed survives a power cut.
 *
 * <p>The server is a process beside the JVM. When the JVM is killed the server lives on; the next start on the same folder stops it in
 * order before it starts its own.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final String HOST = "127.0.0.1";
    private static final String SUPERUSER = "postgres";
    private static final long LOG_KEPT_BYTES = 10L << 20;
    private static final Duration SHARED_MEMORY_LINGERS = Duration.ofSeconds(5);

    /** What has to hold for an event that was acknowledged to be there after a power cut. */
    private static final Map<String, String> GUARANTEES =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    /** Sized for five applications with small pools on a laptop with two cores. */
    private static final Map<String, String> SIZE = Map.ofEntries(
            Map.entry("shared_buffers", "64MB"),
            Map.entry("max_connections", "120"),
            Map.entry("io_method", "sync"),
            Map.entry("max_parallel_workers_per_gather", "0"),
            Map.entry("jit", "off"),
            Map.entry("max_wal_size", "512MB"),
            // a file of the log that is not needed any more goes, rather than keep what it holds until it is written
            // again
            Map.entry("wal_recycle", "off"),
            Map.entry("autovacuum_max_workers", "2"),
            Map.entry("max_logical_replication_workers", "0"));

    private final Path folder;
    private final int port;
    private final FolderLock lock;
    private final PostgresBinaries binaries;
    private final ServerAccount account;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private PostgresServer(Path folder, int port, FolderLock lock, PostgresBinaries binaries, ServerAccount account) {
        this.folder = folder;
        this.port = port;
        this.lock = lock;
        this.binaries = binaries;
        this.account = account;
    }

    /**
     * Starts the server, on an empty folder after creating its database cluster, and returns when it takes connections.
     *
     * @param dataFolder what the server keeps; created when absent, and its owner's alone
     * @param port where it listens; 0 for any free one
     * @throws ServerUnavailable when the folder is in use, the port is taken, or the server doesn't come up with its guarantees
     */
    public static PostgresServer start(Path dataFolder, int port) {
        var folder = dataFolder.toAbsolutePath().normalize();
        Folders.makePrivate(folder);
        var lock = FolderLock.take(folder);
        try {
            var account = ServerAccount.ofThisProcess();
            var binaries = PostgresBinaries.unpacked(account, folder);
            stopWhatWasLeft(folder, binaries, account);
            var server = new PostgresServer(folder, Ports.claim(port, "PostgreSQL"), lock, binaries, account);
            server.createClusterWhenAbsent();
            server.startProcess();
            try {
                server.requireGuarantees();
            } catch (RuntimeException unfit) {
                server.stopProcess("fast");
                throw unfit;
            }
            return server;
        } catch (RuntimeException problem) {
            lock.close();
            throw problem;
        }
    }

    public int port() {
        return port;
    }

    /** The server's main process; its workers are its children. */
    public ProcessHandle process() {
        return postmaster(folder)
                .orElseThrow(() -> new ServerUnavailable("PostgreSQL in " + folder + " is not running any more"));
    }

    /** JDBC's address of a database whose unqualified names are those of one schema. */
    public String url(String database, String schema) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + SchemaLogin.requireName(database) + "?currentSchema="
                + SchemaLogin.requireName(schema);
    }

    /** A connection that may do everything; for tests and for this package. */
    public Connection connectAsSuperuser(String database) throws SQLException {
        var address = "jdbc:postgresql://" + HOST + ":" + port + "/" + SchemaLogin.requireName(database);
        return DriverManager.getConnection(address, SUPERUSER, superuserPassword());
    }

    /**
     * Creates what is missing of a database in which each login owns one schema and can't look into another's. Repeated, it only sets the
     * passwords given. A login may create further schemas of its own.
     */
    public void prepareDatabase(String database, Collection<SchemaLogin> logins) {
        SchemaLogin.requireName(database);
        try (var server = connectAsSuperuser(SUPERUSER)) {
            if (!exists(server, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                execute(server, "CREATE DATABASE " + database);
            }
            execute(server, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
        } catch (SQLException problem) {
            throw new ServerUnavailable("Can't create the database " + database + ": " + problem.getMessage(), problem);
        }
        try (var connection = connectAsSuperuser(database)) {
            connection.setAutoCommit(false);
            execute(connection, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
            for (var login : logins) {
                prepare(connection, database, login);
            }
            connection.commit();
        } catch (SQLException problem) {
            throw new ServerUnavailable(
                    "Can't prepare the database " + database + ": " + problem.getMessage(), problem);
        }
    }

    private static void prepare(Connection connection, String database, SchemaLogin login) throws SQLException {
        var name = login.name();
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            execute(connection, "CREATE ROLE " + name + " LOGIN");
        }
        execute(connection, "ALTER ROLE " + name + " PASSWORD " + quoted(connection, login.password()));
        execute(connection, "GRANT CONNECT, CREATE, TEMPORARY ON DATABASE " + database + " TO " + name);
        execute(connection, "CREATE SCHEMA IF NOT EXISTS " + name + " AUTHORIZATION " + name);
        execute(connection, "ALTER ROLE " + name + " IN DATABASE " + database + " SET search_path = " + name);
        if (login.removesTraces()) {
            execute(connection, "GRANT pg_checkpoint TO " + name);
            execute(connection, "GRANT EXECUTE ON FUNCTION pg_switch_wal() TO " + name);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String quoted(Connection connection, String text) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT quote_literal(?)")) {
            statement.setString(1, text);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Into a neighbouring folder first: one that was cut short is never taken for a cluster. */
    private void createClusterWhenAbsent() {
        if (Files.exists(cluster(folder))) {
            return;
        }
        try {
            var partial = folder.resolve("cluster.partial");
            Folders.delete(partial);
            var password = superuserPasswordFile();
            Files.deleteIfExists(password);
            Files.createFile(
                    password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(password, randomPassword());
            account.handOver(folder);
            requireSuccess(
                    "create its files",
                    account.run(List.of(
                            binaries.program("initdb"),
                            "--pgdata=" + partial,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            // the same order of strings on every system
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C")));
            Files.move(partial, cluster(folder), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException problem) {
            throw new ServerUnavailable("Can't write to " + folder + ": " + problem, problem);
        }
    }

    private void startProcess() {
        var settings = Stream.of(
                        GUARANTEES,
                        SIZE,
                        Map.of(
                                "port", Integer.toString(port),
                                "listen_addresses", HOST,
                                // a socket in a world-writable folder would be one more way in
                                "unix_socket_directories", "",
                                "log_min_messages", "warning",
                                // the details of an error quote the row that failed
                                "log_error_verbosity", "terse",
                                "timezone", "UTC"))
                .flatMap(part -> part.entrySet().stream())
                .map(setting -> "-c " + setting.getKey() + "='" + setting.getValue() + "'")
                .sorted()
                .toList();
        var command = List.of(
                binaries.program("pg_ctl"),
                "--pgdata=" + cluster(folder),
                "--log=" + serverLog(),
                "--options=" + String.join(" ", settings),
                "--wait",
                "--timeout=120",
                "start");
        long deadline = System.nanoTime() + SHARED_MEMORY_LINGERS.toNanos();
        while (true) {
            long logged = trimmedLogLength();
            var outcome = account.run(command);
            if (outcome.succeeded()) {
                return;
            }
            var reason = fatalLineSince(logged);
            if (!reason.contains("shared memory block") || System.nanoTime() > deadline) {
                throw new ServerUnavailable("PostgreSQL doesn't start: "
                        + (reason.isEmpty() ? outcome.lastLine() : reason) + " (see " + serverLog() + ")");
            }
            // the workers of a server that was killed are still on their way out
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerUnavailable("Interrupted while PostgreSQL started", interrupted);
        }
    }

    private void requireGuarantees() {
        try (var connection = connectAsSuperuser(SUPERUSER);
                var statement = connection.createStatement()) {
            for (var guarantee : GUARANTEES.entrySet()) {
                try (var rows = statement.executeQuery("SHOW " + guarantee.getKey())) {
                    rows.next();
                    if (!guarantee.getValue().equals(rows.getString(1))) {
                        throw new ServerUnavailable("PostgreSQL runs with " + guarantee.getKey() + " = "
                                + rows.getString(1) + ", which can lose what was saved");
                    }
                }
            }
        } catch (SQLException problem) {
            throw new ServerUnavailable("PostgreSQL doesn't answer: " + problem.getMessage(), problem);
        }
    }

    /** For a folder whose owner is dead and whose data nobody will want again. */
    static void stopAbandoned(Path folder) {
        if (postmaster(folder).isPresent()) {
            var account = ServerAccount.ofThisProcess();
            stop(folder, PostgresBinaries.unpacked(account, folder), account, "immediate");
        }
    }

    private static void stopWhatWasLeft(Path folder, PostgresBinaries binaries, ServerAccount account) {
        if (postmaster(folder).isPresent()) {
            log.info("Stopping the PostgreSQL that an earlier run left in {}", folder);
            requireSuccess("stop what an earlier run left", stop(folder, binaries, account, "fast"));
            return;
        }
        try {
            // after a restart of the machine its process id may be some other program's, and PostgreSQL would not start
            Files.deleteIfExists(pidFile(folder));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The running server of this folder: the pid alone proves nothing, ids are used again. */
    private static Optional<ProcessHandle> postmaster(Path folder) {
        if (!Files.exists(pidFile(folder))) {
            return Optional.empty();
        }
        try (var lines = Files.lines(pidFile(folder))) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info().arguments().stream()
                            .flatMap(Stream::of)
                            .anyMatch(argument ->
                                    argument.contains(cluster(folder).toString())));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static ServerAccount.Outcome stop(
            Path folder, PostgresBinaries binaries, ServerAccount account, String mode) {
        return account.run(List.of(
                binaries.program("pg_ctl"),
                "--pgdata=" + cluster(folder),
                "--mode=" + mode,
                "--wait",
                "--timeout=60",
                "stop"));
    }

    private static void requireSuccess(String what, ServerAccount.Outcome outcome) {
        if (!outcome.succeeded()) {
            throw new ServerUnavailable("PostgreSQL can't " + what + ": " + outcome.lastLine());
        }
    }

    private void stopProcess(String mode) {
        if (postmaster(folder).isPresent()) {
            requireSuccess("stop", stop(folder, binaries, account, mode));
        }
    }

    /** Stops the server in order; connections still open are cut, their transactions rolled back. */
    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            try (lock) {
                stopProcess("fast");
            }
        }
    }

    /** Stops the server where nobody will want its data again: nothing more is written to the disk. */
    void discard() {
        if (open.compareAndSet(true, false)) {
            try (lock) {
                stopProcess("immediate");
            }
        }
    }

    private long trimmedLogLength() {
        try {
            if (!Files.exists(serverLog())) {
                return 0;
            }
            if (Files.size(serverLog()) > LOG_KEPT_BYTES) {
                Files.delete(serverLog());
                return 0;
            }
            return Files.size(serverLog());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private String fatalLineSince(long offset) {
        if (!Files.exists(serverLog())) {
            return "";
        }
        try (var channel = Files.newByteChannel(serverLog()).position(offset);
                var lines = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.contains("FATAL:"))
                    .map(line -> line.substring(line.indexOf("FATAL:") + "FATAL:".length())
                            .strip())
                    .reduce((_, last) -> last)
                    .orElse("");
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private String superuserPassword() {
        try {
            return Files.readString(superuserPasswordFile());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private Path superuserPasswordFile() {
        return folder.resolve("superuser.password");
    }

    private Path serverLog() {
        return folder.resolve("server.log");
    }

    private static Path cluster(Path folder) {
        return folder.resolve("cluster");
    }

    private static Path pidFile(Path folder) {
        return cluster(folder).resolve("postmaster.pid");
    }

    static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
