package org.sala.eventing.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.sala.embedded.SharedServers;
import org.sala.eventing.ledger.Ledger;
import org.sala.eventing.ledger.LedgerStore;
import org.sala.eventing.store.Lease;
import org.springframework.jdbc.core.simple.JdbcClient;

class PublisherTest {

    @Test
    void killedBetweenSendAndCursorItSendsAgainAndTheReaderTakesOnce() throws Exception {
        var database = SharedServers.newDatabase("ledger");
        Ledger.start(database, "killed").close();
        var url = database.url("ledger");
        try (var store = LedgerStore.at(url, database.password("ledger"))) {
            store.append("a", 99);
            store.append("b", 49);
            store.sequencer().sequence();
        }
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledPublisher.class.getName(),
                        url,
                        database.password("ledger"),
                        SharedServers.kafka().bootstrapServers(),
                        "killed.ledger",
                        "150")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(child.waitFor()).isEqualTo(KilledPublisher.KILLED);
        assertThat(records("killed.ledger", new ByteArrayDeserializer(), 150)).hasSize(150);

        try (var application = Ledger.start(database, "killed")) {
            var client = application.getBean(JdbcClient.class);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(client.sql("select position from publisher")
                                    .query(Long.class)
                                    .single())
                            .isEqualTo(150));
            assertThat(records("killed.ledger", new ByteArrayDeserializer(), 300))
                    .as("sent twice, on the wire")
                    .hasSize(300);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(client.sql("select coalesce(sum(next_offset), 0) from intake_offset")
                                            .query(Long.class)
                                            .single())
                                    .isEqualTo(300));
            assertThat(client.sql("select cents from balance order by account")
                            .query(Long.class)
                            .list())
                    .as("taken once, in effect")
                    .containsExactly(99L, 49L);
        }
    }

    @Test
    void whoLostTheLeaseCannotMoveTheCursor() throws Exception {
        try (var store = LedgerStore.in(SharedServers.newDatabase("ledger"))) {
            store.append("a", 4);
            store.sequencer().sequence();
            var sleeper = new Lease(store.dataSource(), "publisher", Duration.ofSeconds(30));
            var stale = new Publisher(store.dataSource(), sleeper, topic("fenced.ledger", 1), "/test/ledger", 100);
            sleeper.hold();
            // It sleeps; another takes over, and has published.
            store.database().sql("update lease set expires_at = '-infinity'").update();
            var next = new Publisher(
                    store.dataSource(),
                    new Lease(store.dataSource(), "publisher", Duration.ofSeconds(30)),
                    topic("fenced.ledger", 1),
                    "/test/ledger",
                    100);
            assertThat(next.publish()).isEqualTo(5);

            store.append("b", 0);
            store.sequencer().sequence();
            assertThatThrownBy(stale::publish).hasMessageContaining("another process publishes since");
            assertThat(next.position()).isEqualTo(5);
            assertThat(next.publish()).isEqualTo(1);
        }
    }

    @Test
    void manyBatchesOnTheirWayAtOnceArriveInOrder() throws Exception {
        try (var store = LedgerStore.in(SharedServers.newDatabase("ledger"))) {
            store.append("a", 999);
            store.sequencer().sequence();
            var publisher = new Publisher(
                    store.dataSource(),
                    new Lease(store.dataSource(), "publisher", Duration.ofSeconds(30)),
                    topic("ahead.ledger", 1),
                    "/test/ledger",
                    64);
            var published = 0;
            for (var moved = publisher.publish(); moved > 0; moved = publisher.publish()) {
                published += moved;
                assertThat(publisher.position()).isEqualTo(published);
            }
            assertThat(published).isEqualTo(1_000);
            assertThat(records("ahead.ledger", new ByteArrayDeserializer(), 1_000))
                    .extracting(record -> CloudEventHeaders.read(record.headers(), CloudEventHeaders.POSITION))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 1_000)
                            .mapToObj(Long::toString)
                            .toList());
        }
    }

    @Test
    void anyCloudEventsClientCanReadTheWire() throws Exception {
        try (var store = LedgerStore.in(SharedServers.newDatabase("ledger"))) {
            store.append("a", 1);
            store.sequencer().sequence();
            new Publisher(
                            store.dataSource(),
                            new Lease(store.dataSource(), "publisher", Duration.ofSeconds(30)),
                            topic("wire.ledger", 2),
                            "/test/ledger",
                            100)
                    .publish();

            var records = records("wire.ledger", new CloudEventDeserializer(), 2);
            assertThat(records).extracting(ConsumerRecord::key).containsOnly("a");
            CloudEvent credited = records.get(1).value();
            assertThat(credited.getSpecVersion()).isEqualTo(SpecVersion.V1);
            assertThat(UUID.fromString(credited.getId())).isNotNull();
            assertThat(credited.getType()).isEqualTo("ledger.account-credited");
            assertThat(credited.getSource()).isEqualTo(URI.create("/test/ledger"));
            assertThat(credited.getSubject()).isEqualTo("a");
            assertThat(credited.getTime()).isEqualTo(OffsetDateTime.parse("2026-11-22T10:00:00Z"));
            assertThat(credited.getDataContentType()).isEqualTo("application/json");
            assertThat(credited.getExtension("position")).isEqualTo("2");
            assertThat(credited.getExtension("sequence")).isEqualTo("1");
            assertThat(credited.getExtension("actor")).isEqualTo("account-7");
            assertThat(new String(Objects.requireNonNull(credited.getData()).toBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"account\":\"a\",\"cents\":1}");
        }
    }

    private static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", SharedServers.kafka().bootstrapServers());
    }

    private static KafkaTopic topic(String name, int partitions) {
        return new KafkaTopic(kafka(), name, partitions);
    }

    /** Reads a topic from its beginning, until there are so many records or ten seconds have passed. */
    static <T> List<ConsumerRecord<String, T>> records(String topic, Deserializer<T> deserializer, int atLeast) {
        var records = new ArrayList<ConsumerRecord<String, T>>();
        try (var consumer = new KafkaConsumer<>(kafka(), new StringDeserializer(), deserializer)) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map((PartitionInfo info) -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (records.size() < Math.max(atLeast, end) && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }
}
