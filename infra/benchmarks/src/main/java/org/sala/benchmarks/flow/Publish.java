package org.sala.benchmarks.flow;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.sala.benchmarks.bars.Bar;
import org.sala.benchmarks.bars.Comparison;
import org.sala.benchmarks.bars.Contestant;
import org.sala.benchmarks.bars.Ground;
import org.sala.benchmarks.engines.Ours;
import org.sala.benchmarks.engines.Sample;
import org.sala.eventing.publish.KafkaTopic;
import org.sala.eventing.publish.Publisher;
import org.sala.eventing.publish.Topics;
import org.sala.eventing.store.Lease;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From the store to Kafka's last acknowledgement, against producers that have nothing to do but send the very same
 * records: keys, values, and headers, which are made beforehand.
 */
final class Publish implements Comparison {

    private static final int PARTITIONS = 4;
    private static final String KAFKAS_OWN = "bare producer, Kafka's own settings";

    private final String kafka;
    private final int events;
    private final HikariDataSource database;
    private final List<Contestant> contestants;

    Publish(Ground ground) throws Exception {
        this.kafka = ground.bootstrapServers();
        this.events = ground.effort().scaled(1_000) * 100;
        this.database = ground.newDatabase();
        var store = Ours.on(database);
        for (var i = 0; i < events / 100; i++) {
            store.append(Sample.newAggregate(100));
        }
        store.settle();
        for (var name : List.of("like", "bare", "waited")) {
            Topics.ensure(clients(), Set.of(name + ".sample"), PARTITIONS);
        }
        publish("like.sample");
        var records = records("like.sample", "bare.sample");
        var waited = ground.effort().scaled(300);
        this.contestants = List.of(
                new Contestant("ours", () -> publish("ours.sample")),
                new Contestant(
                        "a wait for each event",
                        () -> waitForEach(records("waited.sample", records.subList(0, waited)))),
                new Contestant("bare producer", () -> send(records, producer(pipelined()))),
                new Contestant(KAFKAS_OWN, () -> send(records, producer(clients()))));
    }

    /** Publishes the whole history once more. */
    private double publish(String topic) throws Exception {
        JdbcClient.create(database).sql("update publisher set position = 0").update();
        var publisher = new Publisher(
                database, new Lease(database, "publisher", Duration.ofMinutes(1)), topic(topic), "/sample", 1_000);
        var began = System.nanoTime();
        var published = 0;
        for (var moved = publisher.publish(); moved > 0; moved = publisher.publish()) {
            published += moved;
        }
        var rate = events / seconds(began);
        publisher.release();
        if (published != events) {
            throw new IllegalStateException(published + " events published of " + events);
        }
        return rate;
    }

    private static double send(List<ProducerRecord<String, byte[]>> records, Producer<String, byte[]> producer)
            throws Exception {
        try (producer) {
            var began = System.nanoTime();
            var sent = new ArrayList<Future<RecordMetadata>>(records.size());
            for (var record : records) {
                sent.add(producer.send(record));
            }
            for (var answer : sent) {
                answer.get();
            }
            return records.size() / seconds(began);
        }
    }

    private double waitForEach(List<ProducerRecord<String, byte[]>> records) throws Exception {
        try (var producer = topic("waited.sample").producer()) {
            var began = System.nanoTime();
            for (var record : records) {
                producer.send(record).get();
            }
            return records.size() / seconds(began);
        }
    }

    /** What is on a topic, to be sent to another. */
    private List<ProducerRecord<String, byte[]>> records(String from, String to) {
        var records = new ArrayList<ProducerRecord<String, byte[]>>(events);
        try (var consumer = new KafkaConsumer<>(clients(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(from).stream()
                    .map(partition -> new TopicPartition(from, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (records.size() < events) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    records.add(new ProducerRecord<>(to, null, record.key(), record.value(), record.headers()));
                }
            }
        }
        return records;
    }

    private static List<ProducerRecord<String, byte[]>> records(String to, List<ProducerRecord<String, byte[]>> like) {
        return like.stream()
                .map(record -> new ProducerRecord<>(to, null, record.key(), record.value(), record.headers()))
                .toList();
    }

    private KafkaTopic topic(String name) {
        return new KafkaTopic(clients(), name, PARTITIONS);
    }

    private static KafkaProducer<String, byte[]> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Sized as the publisher's, with as many requests at a time as Kafka allows where order is to hold. */
    private Map<String, Object> pipelined() {
        var settings = clients();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * 1024 * 1024);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        return settings;
    }

    private Map<String, Object> clients() {
        return new HashMap<>(Map.of("bootstrap.servers", kafka));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    @Override
    public String title() {
        return "publish %,d events, acknowledged by all replicas".formatted(events);
    }

    @Override
    public String unit() {
        return "events/s";
    }

    @Override
    public List<Contestant> contestants() {
        return contestants;
    }

    @Override
    public List<Bar> bars() {
        return List.of(
                Bar.atLeast(20, "a wait for each event"),
                Bar.atLeast(0.5, "bare producer"),
                Bar.witness("ours", KAFKAS_OWN));
    }

    @Override
    public void close() {
        database.close();
    }
}
