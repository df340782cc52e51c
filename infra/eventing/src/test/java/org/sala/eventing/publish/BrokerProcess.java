package org.sala.eventing.publish;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.sala.embedded.KafkaBroker;

/** A Kafka in a process of its own, which a signal can reach. Its folder and port stay when it is started again. */
final class BrokerProcess implements AutoCloseable {

    private final Path folder;
    private final int port;
    private Process process;

    BrokerProcess(Path folder) throws IOException {
        this.folder = folder;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        this.process = start();
    }

    /** Arguments: folder, port. Says when it is ready, and ends with its input. */
    public static void main(String[] args) throws IOException {
        try (var broker = KafkaBroker.start(Path.of(args[0]), Integer.parseInt(args[1]))) {
            System.out.println("ready at " + broker.port());
            while (System.in.read() >= 0) {
                // until the test closes it, or ends
            }
        }
        System.exit(0);
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void startAgain() throws IOException {
        process = start();
    }

    private Process start() throws IOException {
        var started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        folder.toString(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var lines = new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("ready at ")) {
                return started;
            }
        }
        throw new IOException("Kafka did not start");
    }

    @Override
    public void close() {
        kill();
    }
}
