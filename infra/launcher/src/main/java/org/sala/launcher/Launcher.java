package org.sala.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.embedded.FolderLock;
import org.sala.embedded.ServerUnavailable;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Starts the whole platform on this machine and keeps it running until it is told to stop: PostgreSQL, Kafka, then the five applications,
 * together in this JVM or apart. Exit codes: 1 when it can't start or go on, 2 when the command line makes no sense.
 */
public final class Launcher {
    private static final int CANNOT_RUN = 1;
    private static final int INVALID_COMMAND_LINE = 2;

    private final Progress progress;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private @Nullable FolderLock lock;

    private Launcher(Progress progress) {
        this.progress = progress;
    }

    /**
     * Runs the platform until the process is told to end.
     *
     * @param arguments as infra/bin/run takes them; the checkout's folder is the system property {@code sala.root}, and when the command was
     *     given {@code sala.started}, in seconds since 1970
     */
    public static void main(String[] arguments) {
        // Five contexts in one JVM would each set logging up again: logback.xml says it for all.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        var output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var progress = new Progress(output, commandGivenAt());
        var root = Path.of(System.getProperty("sala.root", "")).toAbsolutePath();
        try {
            var options = Options.parse(root, arguments);
            System.setProperty("sala.logs", options.data().resolve("logs").toString());
            // first, since what java.util.logging hands over while logging begins ends up on the terminal
            LoggerFactory.getILoggerFactory();
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
            System.exit(new Launcher(progress).run(options));
        } catch (Options.InvalidOption problem) {
            System.err.println(problem.getMessage());
            System.exit(INVALID_COMMAND_LINE);
        } catch (ServerUnavailable problem) {
            LoggerFactory.getLogger(Launcher.class).error("The platform can't run", problem);
            System.err.println(problem.getMessage());
            System.exit(CANNOT_RUN);
        } catch (RuntimeException | Error bug) {
            LoggerFactory.getLogger(Launcher.class).error("The platform can't run", bug);
            System.err.println(
                    "Something is wrong with Sala itself: " + bug + " (the logs in the data folder say more)");
            System.exit(CANNOT_RUN);
        }
    }

    private int run(Options options) {
        var data = DataFolder.at(options.data());
        var only = options.only();
        if (only.isPresent()) {
            var settings = new Settings(data, options.ports(), Secrets.keptIn(data.keys()));
            return Apart.runOnly(only.get(), settings, options.root(), progress);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopInOrder, "stop"));
        lock = data.lock();
        Apart.stopWhatWasLeft(data, progress);
        options.ports().requireFree();
        var settings = new Settings(data, options.ports(), Secrets.keptIn(data.keys()));
        var servers = startServers(settings);
        stopLater(
                options.apart() ? Apart.start(settings, options.root(), progress) : Together.start(settings, progress));
        welcome(settings);
        stopLater(Stage.open(settings, options.rehearsalSpeed(), progress));
        throw new ServerUnavailable(servers.failure().join());
    }

    private void welcome(Settings settings) {
        var passwords = new FirstPasswords(settings.data());
        progress.step("Ready: " + settings.ports().url(Application.UI).replace("127.0.0.1", "localhost"));
        var unseen = passwords.unseen();
        if (!unseen.isEmpty()) {
            progress.say("");
            progress.say("First sign-in, shown this once: account and password");
            unseen.forEach(line -> progress.say("    " + line));
            passwords.forget();
        }
        progress.say("");
        progress.say("Ctrl-C stops everything in order; data stays in "
                + settings.data().path());
    }

    /** Told to stop meanwhile, it starts them first: PostgreSQL would be left running by whoever doesn't know of it yet. */
    private synchronized Servers startServers(Settings settings) {
        return stopLater(Servers.start(settings, progress));
    }

    private synchronized <T extends AutoCloseable> T stopLater(T started) {
        running.push(started);
        return started;
    }

    private synchronized void stopInOrder() {
        if (running.isEmpty()) {
            return;
        }
        progress.say("Stopping…");
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception problem) {
                LoggerFactory.getLogger(Launcher.class).error("Not everything stopped in order", problem);
            }
        }
        if (lock != null) {
            lock.close();
        }
        progress.say("Stopped.");
    }

    private static Instant commandGivenAt() {
        return Optional.ofNullable(System.getProperty("sala.started"))
                .map(seconds -> Instant.ofEpochMilli((long) (Double.parseDouble(seconds) * 1000)))
                .orElseGet(Instant::now);
    }
}
