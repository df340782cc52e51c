package org.sala.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.sala.embedded.ServerUnavailable;

/**
 * The applications as processes of their own, each from its executable jar, each with its log in a file. A process that ends is not started
 * again by itself: whoever stopped it may want it stopped. The id of each lies in a file, so that an application started again by hand is
 * stopped with the others.
 */
final class Apart implements Applications {
    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final Duration TO_STOP = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /** Five of them have to fit beside each other; what they do for long they compile all the same. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-Xss512k",
            "-XX:ReservedCodeCacheSize=64m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Duser.timezone=UTC",
            "-Ddisable-axoniq-console-message=true");

    private final Settings settings;
    private final Path root;
    private final Progress progress;
    private volatile boolean stopping;

    private Apart(Settings settings, Path root, Progress progress) {
        this.settings = settings;
        this.root = root;
        this.progress = progress;
    }

    /** @throws ServerUnavailable naming the application that doesn't start, after stopping those that did */
    static Apart start(Settings settings, Path root, Progress progress) {
        var apart = new Apart(settings, root, progress);
        var processes = new EnumMap<Application, Process>(Application.class);
        try {
            for (var application : Application.values()) {
                processes.put(application, apart.launch(application));
            }
            processes.forEach(apart::awaitHealthy);
        } catch (RuntimeException problem) {
            apart.close();
            throw problem;
        }
        processes.forEach(
                (application, process) -> Thread.ofVirtual().start(() -> apart.tellOfTheEnd(application, process)));
        return apart;
    }

    /**
     * Starts one application beside a platform that runs already, and stays until it ends.
     *
     * @return its exit code
     */
    static int runOnly(Application application, Settings settings, Path root, Progress progress) {
        var apart = new Apart(settings, root, progress);
        runningIn(settings.data(), application).ifPresent(running -> {
            throw new ServerUnavailable(application.id() + " runs already, as process " + running.pid());
        });
        var process = apart.launch(application);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process.toHandle()), "stop"));
        apart.awaitHealthy(application, process);
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** Stops the applications that an earlier run, killed, has left; only for whoever holds the folder's lock. */
    static void stopWhatWasLeft(DataFolder data, Progress progress) {
        for (var application : Application.values()) {
            runningIn(data, application).ifPresent(left -> {
                progress.step("Stopping " + application.id() + ", which an earlier run left as process " + left.pid());
                stop(left);
            });
        }
    }

    private Process launch(Application application) {
        var data = settings.data();
        var command = Stream.of(
                        List.of(ProcessHandle.current().info().command().orElse("java")),
                        JVM_OPTIONS,
                        List.of("-jar", jar(application).toString()))
                .flatMap(List::stream)
                .toList();
        var builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.log(application).toFile()));
        builder.environment().putAll(settings.environmentOf(application));
        try {
            var process = builder.start();
            process.getOutputStream().close();
            Files.writeString(processFile(data, application), Long.toString(process.pid()));
            return process;
        } catch (IOException problem) {
            throw new ServerUnavailable(application.id() + " doesn't start: " + problem.getMessage(), problem);
        }
    }

    private Path jar(Application application) {
        var target = root.resolve(application.module()).resolve("target");
        try (var jars = Files.newDirectoryStream(target, "*-exec.jar")) {
            for (var jar : jars) {
                return jar;
            }
        } catch (IOException notBuilt) {
            // said below
        }
        throw new ServerUnavailable("There is no executable jar of " + application.id() + " in " + target
                + ": start with infra/bin/run, which builds it");
    }

    private void awaitHealthy(Application application, Process process) {
        var deadline = System.nanoTime() + TO_START.toNanos();
        while (!isHealthy(application)) {
            if (!process.isAlive()) {
                throw new ServerUnavailable(application.id() + " doesn't start: see "
                        + settings.data().log(application));
            }
            if (System.nanoTime() > deadline) {
                throw new ServerUnavailable(application.id() + " is not ready after " + TO_START.toMinutes()
                        + " minutes: see " + settings.data().log(application));
            }
            pause();
        }
        progress.step(
                application.id() + " is up on port " + settings.ports().of(application) + ", process " + process.pid());
    }

    private boolean isHealthy(Application application) {
        var request = HttpRequest.newBuilder(URI.create(settings.ports().url(application) + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerUnavailable("Interrupted while " + application.id() + " started");
        }
    }

    private void tellOfTheEnd(Application application, Process process) {
        try {
            int exitCode = process.waitFor();
            // Ctrl-C at a terminal reaches the applications as soon as it reaches this process
            Thread.sleep(BETWEEN_LOOKS);
            if (!stopping) {
                progress.say(application.id() + " has ended with exit code " + exitCode
                        + "; the others go on. To start it again: " + commandToStartAgain(application));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** With the folder and the port of this platform, where they are not the usual ones. */
    private String commandToStartAgain(Application application) {
        var command = new StringBuilder("infra/bin/run --apart --only " + application.id());
        if (!settings.data().path().equals(root.resolve(".data").normalize())) {
            command.append(" --data ").append(settings.data().path());
        }
        if (!settings.ports().equals(Ports.USUAL)) {
            command.append(" --port ").append(settings.ports().of(Application.UI));
        }
        return command.toString();
    }

    @Override
    public void close() {
        stopping = true;
        var running = new ArrayList<ProcessHandle>();
        for (var application : Application.values()) {
            runningIn(settings.data(), application).ifPresent(running::add);
        }
        running.forEach(ProcessHandle::destroy);
        running.forEach(Apart::stop);
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(TO_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException tooSlow) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A process id alone proves nothing, ids are used again: the process has to be that application's jar. */
    private static Optional<ProcessHandle> runningIn(DataFolder data, Application application) {
        var file = processFile(data, application);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info().arguments().map(Arrays::asList).orElse(List.of()).stream()
                            .anyMatch(argument ->
                                    argument.contains(application.module()) && argument.endsWith("-exec.jar")));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Path processFile(DataFolder data, Application application) {
        return data.processes().resolve(application.id());
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerUnavailable("Interrupted while the applications started");
        }
    }
}
