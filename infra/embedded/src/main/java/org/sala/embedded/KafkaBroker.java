package org.sala.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Kafka node, broker and controller in one, inside this JVM; its log stays in a folder between starts. It listens on the loopback
 * address only. Topics are created by those who own them, never by being named.
 */
public final class KafkaBroker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KafkaBroker.class);
    private static final String HOST = "127.0.0.1";
    private static final int NODE = 1;
    private static final Set<KafkaBroker> running = ConcurrentHashMap.newKeySet();

    static {
        // Kafka ends the process when it can't go on; here the process is not only Kafka's.
        Exit.setExitProcedure(KafkaBroker::halted);
        Exit.setHaltProcedure(KafkaBroker::halted);
    }

    private final KafkaRaftServer server;
    private final int port;
    private final FolderLock lock;
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private final AtomicBoolean open = new AtomicBoolean(true);

    private KafkaBroker(KafkaRaftServer server, int port, FolderLock lock) {
        this.server = server;
        this.port = port;
        this.lock = lock;
    }

    /**
     * Starts the broker, on an empty folder after formatting it, and returns when it takes clients.
     *
     * @param folder what the broker keeps; created when absent, and its owner's alone
     * @param port where clients reach it; 0 for any free one
     * @throws ServerUnavailable when the folder is in use, the port is taken, or the broker doesn't come up
     */
    public static KafkaBroker start(Path folder, int port) {
        var home = folder.toAbsolutePath().normalize();
        Folders.makePrivate(home);
        var lock = FolderLock.take(home);
        try {
            int clientPort = Ports.claim(port, "Kafka");
            var settings = settings(home, clientPort, Ports.claim(0, "Kafka's controller"));
            format(home);
            return onItsOwnThread(() -> startServer(settings, clientPort, lock));
        } catch (RuntimeException problem) {
            lock.close();
            throw problem;
        }
    }

    /** What clients take as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    public int port() {
        return port;
    }

    /** Completes with the reason, once, when the broker gives up by itself; it then has to be closed. */
    public CompletionStage<String> failure() {
        return failure.minimalCompletionStage();
    }

    private static KafkaBroker startServer(Map<String, String> settings, int port, FolderLock lock) {
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        var broker = new KafkaBroker(server, port, lock);
        running.add(broker);
        try {
            server.startup();
            return broker;
        } catch (RuntimeException | BrokerHalted problem) {
            running.remove(broker);
            server.shutdown();
            throw new ServerUnavailable("Kafka doesn't start: " + problem.getMessage(), problem);
        }
    }

    private static void format(Path folder) {
        var output = new ByteArrayOutputStream();
        try {
            Files.createDirectories(logFolder(folder));
            new Formatter()
                    .setPrintStream(new PrintStream(output, true, StandardCharsets.UTF_8))
                    .setNodeId(NODE)
                    .setClusterId(clusterId(folder))
                    .setIgnoreFormatted(true)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(logFolder(folder).toString())
                    .addDirectory(logFolder(folder).toString())
                    .run();
        } catch (IOException problem) {
            throw new ServerUnavailable("Can't write to " + folder + ": " + problem, problem);
        } catch (Exception problem) {
            throw new ServerUnavailable("Kafka can't format " + folder + ": " + problem.getMessage(), problem);
        }
    }

    /** Given once, and before formatting, which may be cut short. */
    private static String clusterId(Path folder) throws IOException {
        var file = folder.resolve("cluster.id");
        if (!Files.exists(file)) {
            Files.writeString(file, Uuid.randomUuid().toString());
        }
        return Files.readString(file);
    }

    private static Map<String, String> settings(Path folder, int port, int controllerPort) {
        var settings = new HashMap<String, String>();
        settings.putAll(Map.of(
                "node.id",
                Integer.toString(NODE),
                "process.roles",
                "broker,controller",
                "listeners",
                "CLIENTS://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort,
                "advertised.listeners",
                "CLIENTS://" + HOST + ":" + port,
                "listener.security.protocol.map",
                "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name",
                "CLIENTS",
                "controller.listener.names",
                "CONTROLLER",
                "controller.quorum.voters",
                NODE + "@" + HOST + ":" + controllerPort,
                "log.dirs",
                logFolder(folder).toString()));
        settings.putAll(durability());
        settings.putAll(timeouts());
        settings.putAll(size());
        return settings;
    }

    /**
     * One node has no replica to learn from after a power cut, and its publishers have moved on: what it acknowledged has to be on its
     * own disk.
     */
    private static Map<String, String> durability() {
        return Map.of(
                "log.flush.interval.messages", "1",
                "log.retention.ms", "-1",
                "auto.create.topics.enable", "false",
                "default.replication.factor", "1",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1");
    }

    /** Short, so that after a kill the node takes itself and its consumers for dead within seconds and goes on. */
    private static Map<String, String> timeouts() {
        return Map.of(
                "broker.session.timeout.ms", "3000",
                "broker.heartbeat.interval.ms", "500",
                "group.initial.rebalance.delay.ms", "0",
                "group.min.session.timeout.ms", "3000",
                "group.consumer.min.session.timeout.ms", "3000",
                "group.consumer.session.timeout.ms", "6000",
                "group.consumer.min.heartbeat.interval.ms", "500",
                "group.consumer.heartbeat.interval.ms", "1000");
    }

    private static Map<String, String> size() {
        return Map.ofEntries(
                Map.entry("num.network.threads", "1"),
                Map.entry("num.io.threads", "2"),
                Map.entry("background.threads", "2"),
                Map.entry("num.replica.fetchers", "1"),
                Map.entry("num.recovery.threads.per.data.dir", "2"),
                Map.entry("group.coordinator.threads", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("log.segment.bytes", Integer.toString(128 << 20)),
                Map.entry("log.index.size.max.bytes", Integer.toString(1 << 20)),
                Map.entry("log.cleaner.threads", "1"),
                Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20)),
                Map.entry("metric.reporters", ""));
    }

    /** Class loading follows the thread: threads of a shared pool don't see the classes of an executable jar. */
    private static <T> T onItsOwnThread(Callable<T> work) {
        var task = new FutureTask<>(work);
        var thread = new Thread(task, "kafka-starter");
        thread.setContextClassLoader(KafkaBroker.class.getClassLoader());
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerUnavailable("Interrupted while Kafka started", interrupted);
        } catch (ExecutionException problem) {
            if (problem.getCause() instanceof ServerUnavailable unavailable) {
                throw unavailable;
            }
            throw new ServerUnavailable("Kafka doesn't start: " + problem.getCause(), problem);
        }
    }

    private static void halted(int status, String message) {
        var reason = message == null ? "exit status " + status : message;
        log.error("Kafka gave up: {}", reason);
        running.forEach(broker -> broker.failure.complete(reason));
        throw new BrokerHalted(reason);
    }

    /** Stops the broker in order. */
    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            try (lock) {
                server.shutdown();
                server.awaitShutdown();
            } finally {
                running.remove(this);
            }
        }
    }

    private static Path logFolder(Path folder) {
        return folder.resolve("log");
    }

    /** Ends the thread that asked for the end of the process, past every handler of exceptions. */
    private static final class BrokerHalted extends Error {
        private static final long serialVersionUID = 1L;

        BrokerHalted(String reason) {
            super(reason);
        }
    }
}
