package org.sala.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KafkaBrokerTest {
    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedRecordIsOnDiskAndKeptForEver() throws Exception {
        var node = new ConfigResource(ConfigResource.Type.BROKER, "1");
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", SharedServers.kafka().bootstrapServers()))) {
            var settings = admin.describeConfigs(List.of(node)).values().get(node);
            assertNotNull(settings);
            assertEquals("1", settings.get().get("log.flush.interval.messages").value());
            assertEquals("-1", settings.get().get("log.retention.ms").value());
        }
    }

    @Test
    void topicsAreNotCreatedByBeingNamed() {
        var refused = assertThrows(
                ExecutionException.class, () -> KafkaLines.append(SharedServers.kafka(), "never-created", "lost"));
        assertInstanceOf(TimeoutException.class, refused.getCause());
    }

    @Test
    void recordsAreThereAfterAStopAndAStartOnAnotherPort() throws Exception {
        try (var broker = KafkaBroker.start(folder, 0)) {
            KafkaLines.createTopic(broker, "kept");
            KafkaLines.append(broker, "kept", "still here");
        }
        try (var broker = KafkaBroker.start(folder, 0)) {
            KafkaLines.append(broker, "kept", "and more");
            assertEquals(List.of("still here", "and more"), KafkaLines.read(broker, "kept"));
        }
    }

    @Test
    void recordsAreThereAfterTheProcessIsKilled() throws Exception {
        ServersOfAnotherProcess.startAndKill("kafka", folder);
        try (var broker = KafkaBroker.start(folder, 0)) {
            assertEquals(List.of("still here"), KafkaLines.read(broker, "kept"));
        }
    }

    @Test
    void aTakenPortIsSaidInOneLine() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var refused = assertThrows(ServerUnavailable.class, () -> KafkaBroker.start(folder, taken.getLocalPort()));
            assertEquals(
                    "Port " + taken.getLocalPort() + " for Kafka is taken: stop what listens there or choose another",
                    refused.getMessage());
        }
    }

    @Test
    void aFolderInUseIsSaidInOneLine() {
        try (var _ = KafkaBroker.start(folder, 0)) {
            var refused = assertThrows(ServerUnavailable.class, () -> KafkaBroker.start(folder, 0));
            assertEquals(
                    folder + " is in use by process " + ProcessHandle.current().pid(), refused.getMessage());
        }
    }

    @Test
    void aBrokerThatGivesUpSaysSoAndLeavesTheProcessAlive() throws Exception {
        try (var broker = KafkaBroker.start(folder, 0)) {
            assertThrows(Error.class, () -> Exit.halt(1, "the disk is gone"));
            assertEquals(
                    "the disk is gone", broker.failure().toCompletableFuture().get(1, TimeUnit.SECONDS));
            assertTrue(ProcessHandle.current().isAlive());
        }
    }
}
