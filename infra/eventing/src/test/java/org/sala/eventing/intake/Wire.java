package org.sala.eventing.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.sala.embedded.SharedServers;
import org.sala.eventing.ledger.Ledger;
import org.sala.eventing.publish.CloudEventHeaders;
import org.sala.eventing.publish.Topics;
import org.springframework.context.ConfigurableApplicationContext;

/** A topic of the ledger's, and whatever a test puts on it. */
final class Wire implements AutoCloseable {

    private final String platform;
    private final KafkaProducer<String, byte[]> producer;
    private final List<Future<?>> underWay = new ArrayList<>();
    private long position;

    /** A topic with one partition. */
    Wire(String platform) throws Exception {
        this(platform, 1);
    }

    Wire(String platform, int partitions) throws Exception {
        this.platform = platform;
        Topics.ensure(kafka(), Set.of(topic()), partitions);
        this.producer = new KafkaProducer<>(kafka(), new StringSerializer(), new ByteArraySerializer());
    }

    static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", SharedServers.kafka().bootstrapServers());
    }

    String topic() {
        return platform + ".ledger";
    }

    ConfigurableApplicationContext application(String... settings) {
        return application(SharedServers.newDatabase("ledger"), settings);
    }

    ConfigurableApplicationContext application(SharedServers.Database database, String... settings) {
        return Ledger.start(database, platform, settings);
    }

    /** Sends an account's opening. */
    void open(String account) {
        put(account, 0, "ledger.account-opened", "{\"account\":\"%s\"}".formatted(account));
    }

    /** Sends a credit. */
    void credit(String account, long sequence, long cents) {
        put(
                account,
                sequence,
                "ledger.account-credited",
                "{\"account\":\"%s\",\"cents\":%d}".formatted(account, cents));
    }

    /** Waits until Kafka has all that was put. */
    void flush() throws Exception {
        for (var sent : underWay) {
            sent.get();
        }
        underWay.clear();
    }

    void send(String subject, long sequence, String type, String json) throws Exception {
        put(subject, sequence, type, json);
        flush();
    }

    /** Sends something that no context sent. */
    void sendBare(String text) throws Exception {
        put(null, text, List.of());
        flush();
    }

    /** How many records each partition has. */
    Map<TopicPartition, Long> ends() {
        try (var consumer = new KafkaConsumer<>(kafka(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(consumer.partitionsFor(topic()).stream()
                    .map(partition -> new TopicPartition(topic(), partition.partition()))
                    .toList());
        }
    }

    /** Sends a record once more, as it is. */
    void again(String key, byte[] value, Iterable<Header> headers) {
        underWay.add(producer.send(new ProducerRecord<>(topic(), null, key, value, headers)));
    }

    void put(String subject, long sequence, String type, String json) {
        var headers = List.of(
                CloudEventHeaders.ID,
                UUID.randomUUID().toString(),
                CloudEventHeaders.TYPE,
                type,
                CloudEventHeaders.SUBJECT,
                subject,
                CloudEventHeaders.SEQUENCE,
                Long.toString(sequence),
                CloudEventHeaders.POSITION,
                Long.toString(++position),
                CloudEventHeaders.TIME,
                "2026-11-22T10:00:00Z");
        put(subject, json, headers);
    }

    private void put(@Nullable String key, String text, List<String> headers) {
        var record = new ProducerRecord<String, byte[]>(topic(), key, text.getBytes(StandardCharsets.UTF_8));
        for (var i = 0; i < headers.size(); i += 2) {
            CloudEventHeaders.add(record.headers(), headers.get(i), headers.get(i + 1));
        }
        underWay.add(producer.send(record));
    }

    @Override
    public void close() {
        producer.close();
    }
}
