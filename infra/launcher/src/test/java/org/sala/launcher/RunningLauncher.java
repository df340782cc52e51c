package org.sala.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.sala.ports.CommandClient;
import org.sala.ports.TokenIssuer;

/** A launcher in a process of its own, as infra/bin/run starts it, so that it can be stopped, killed and started again. */
final class RunningLauncher implements AutoCloseable {
    private static final String READY = "Ready:";
    private static final Pattern FIRST_PASSWORD = Pattern.compile(" +(\\w+) +(\\S+)");
    private static final Duration TO_BE_READY = Duration.ofMinutes(4);
    private static final Duration TO_STOP = Duration.ofSeconds(60);

    private final Process process;
    private final Options options;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final Thread reader =
            Thread.ofPlatform().daemon().name("launcher-output").unstarted(this::read);
    private final CountDownLatch readyOrEnded = new CountDownLatch(1);

    private RunningLauncher(Process process, Options options) {
        this.process = process;
        this.options = options;
    }

    /**
     * The first of seven free ports in a row, between those that the embedded servers pick for themselves and those that the system
     * gives to clients: tests of several builds run on one machine.
     */
    static int freePorts() {
        while (true) {
            int first = ThreadLocalRandom.current().nextInt(30_000, 32_700);
            if (IntStream.range(first, first + 7).allMatch(RunningLauncher::isFree)) {
                return first;
            }
        }
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port)) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Starts a launcher and waits until it says that everything is ready. */
    static RunningLauncher ready(Path data, int port, String... more) throws IOException, InterruptedException {
        var launcher = started(data, port, more);
        // a process that has said its last is alive for a moment still
        if (!launcher.readyOrEnded.await(TO_BE_READY.toSeconds(), TimeUnit.SECONDS)
                || !launcher.said().contains("Ready:")) {
            launcher.close();
            throw new AssertionError("not ready:\n" + launcher.said());
        }
        return launcher;
    }

    /** Starts a launcher. */
    static RunningLauncher started(Path data, int port, String... more) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.timezone=UTC",
                "-Dsala.root=" + root(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of("--data", data.toString(), "--port", Integer.toString(port)));
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var options = Options.parse(root(), "--data", data.toString(), "--port", Integer.toString(port));
        var launcher = new RunningLauncher(process, options);
        launcher.reader.start();
        return launcher;
    }

    /** The checkout: surefire runs in the module's folder. */
    static Path root() {
        return Path.of("").toAbsolutePath().resolve("../..").normalize();
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.contains(READY)) {
                    readyOrEnded.countDown();
                }
            }
        } catch (IOException ended) {
            output.add("(no more output)");
        } finally {
            readyOrEnded.countDown();
        }
    }

    long pid() {
        return process.pid();
    }

    String said() {
        return String.join("\n", output);
    }

    /** The first password of an account, which is said once. */
    String password(String account) {
        return said().lines()
                .map(FIRST_PASSWORD::matcher)
                .filter(line -> line.matches() && line.group(1).equals(account))
                .map(line -> line.group(2))
                .findFirst()
                .orElseThrow();
    }

    /** Asks a module; whatever it refuses is a fault of the test. */
    CommandClient client(Application application) {
        return new CommandClient(
                URI.create(settings().ports().url(application)),
                (reason, details) -> new IllegalStateException(reason));
    }

    /** Signs as the ui does. */
    TokenIssuer tokens() throws IOException {
        return TokenIssuer.of(Files.newInputStream(settings().secrets().tokensPrivateKey()), Clock.systemUTC());
    }

    Settings settings() {
        var data = new DataFolder(options.data());
        return new Settings(data, options.ports(), new Secrets(data.keys()));
    }

    /** As that application's login, in its schema. */
    Connection database(Application application) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + options.ports().postgres() + "/sala?currentSchema=" + application.id(),
                application.id(),
                settings().secrets().databasePassword(application.id()));
    }

    /** The process that runs an application apart. */
    ProcessHandle processOf(Application application) throws IOException {
        var id = Files.readString(settings().data().processes().resolve(application.id()));
        return ProcessHandle.of(Long.parseLong(id)).orElseThrow();
    }

    /** As Ctrl-C does. Through its handle: a process that is destroyed itself says no more, for its output is closed. */
    int stop() throws InterruptedException {
        process.toHandle().destroy();
        return exitCode();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running:\n" + said());
        }
        reader.join();
        return process.exitValue();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            try {
                stop();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
