package org.sala.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A JVM beside the test's, which starts a server, does what its argument says, and waits to be killed. */
final class ServersOfAnotherProcess {
    private static final String READY = "ready";

    private ServersOfAnotherProcess() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "postgres" -> {
                var server = PostgresServer.start(folder, 0);
                try (var connection = server.connectAsSuperuser("postgres");
                        var statement = connection.createStatement()) {
                    statement.execute("CREATE TABLE kept (line text)");
                    statement.execute("INSERT INTO kept VALUES ('still here')");
                }
            }
            case "kafka" -> {
                var broker = KafkaBroker.start(folder, 0);
                KafkaLines.createTopic(broker, "kept");
                KafkaLines.append(broker, "kept", "still here");
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.out.println(READY);
        Thread.sleep(TimeUnit.MINUTES.toMillis(5));
    }

    /** Starts it, waits until it is ready, and kills it so that nothing of it runs to an end. */
    static void startAndKill(String server, Path folder) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServersOfAnotherProcess.class.getName(),
                        server,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            while (true) {
                var line = output.readLine();
                if (line == null) {
                    throw new AssertionError("the other process ended before it was ready");
                }
                if (line.equals(READY)) {
                    break;
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
