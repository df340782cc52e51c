package org.sala.eventing.publish;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The topic of a context, as its publisher sees it.
 *
 * @param clients settings of Kafka's clients, by Kafka's own names
 * @param name of the topic
 * @param partitions it gets when it is made
 */
public record KafkaTopic(Map<String, Object> clients, String name, int partitions) {

    /** How long a call may wait for a Kafka that is away, in milliseconds; the publisher's lease lives longer. */
    private static final int PATIENCE = 3_000;

    public KafkaTopic {
        clients = Map.copyOf(clients);
    }

    /**
     * A producer for the topic, with the settings that its order and its acknowledgements rest on. The others may be
     * overridden by the clients' settings; see decision 0035 for what they were measured against.
     */
    public Producer<String, byte[]> producer() {
        var settings = new HashMap<String, Object>();
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * 1024 * 1024);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.putAll(clients);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // It never gives a record up: with what came after that one on its way, a hole would be left in the topic. A
        // Kafka that is away is waited for, with everything that is underway still in order.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        // One request at a time to each broker: from a producer that it doesn't know yet, a broker takes the second
        // batch
        // even where it could not take the first. A request holds batches of all partitions, so it is enough.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Makes the topic where it does not exist yet. */
    void ensure() throws ExecutionException, InterruptedException {
        Topics.ensure(impatient(), Set.of(name), partitions);
    }

    boolean isThere() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(impatient())) {
            return admin.listTopics().names().get().contains(name);
        }
    }

    /** How many records were ever written to the topic. */
    long records() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(impatient())) {
            var ends = admin.describeTopics(Set.of(name)).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .collect(Collectors.toMap(
                            partition -> new TopicPartition(name, partition.partition()),
                            partition -> OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        }
    }

    private Map<String, Object> impatient() {
        var settings = new HashMap<>(clients);
        settings.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE);
        settings.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE);
        return settings;
    }
}
