package org.sala.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A context's application as a process of its own, which can be killed. */
public final class ServiceProcess implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile("Tomcat started on port (\\d+)");
    private static final long MINUTES_TO_START = 3;

    private final Process process;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private ServiceProcess(Process process) {
        this.process = process;
    }

    static ServiceProcess start(Class<?> main, List<String> arguments) {
        // it lives for seconds: what it runs is compiled once and quickly
        var command = Stream.concat(
                        Stream.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()),
                        arguments.stream())
                .toList();
        try {
            var started = new ServiceProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
            Thread.ofVirtual().start(started::read);
            started.port.get(MINUTES_TO_START, TimeUnit.MINUTES);
            return started;
        } catch (IOException | InterruptedException | ExecutionException | TimeoutException problem) {
            throw new AssertionError(problem);
        }
    }

    /** To the end: a process that nobody listens to would stand still. */
    private void read() {
        var said = new StringBuilder();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
                var listens = LISTENS.matcher(line);
                if (listens.find()) {
                    port.complete(Integer.valueOf(listens.group(1)));
                }
            }
        } catch (IOException killed) {
            said.append(killed);
        }
        port.completeExceptionally(new AssertionError("it ended before it listened:\n" + said));
    }

    /** Sends it a command over HTTP, without waiting for the answer. */
    public CompletableFuture<HttpResponse<String>> post(Object command, String token) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port.join() + "/commands/" + WireName.of(command.getClass())))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(RunningService.jsonOf(command)))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Ends it so that nothing of it runs to an end: by SIGKILL, where the system has that. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(interrupted));
        }
    }

    @Override
    public void close() {
        kill();
        http.shutdownNow();
    }
}
