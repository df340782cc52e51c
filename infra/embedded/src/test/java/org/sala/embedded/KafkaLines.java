package org.sala.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Lines of text in the one partition of a topic. */
final class KafkaLines {
    private KafkaLines() {}

    static void createTopic(KafkaBroker broker, String topic) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    static void append(KafkaBroker broker, String topic, String line) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers(), "max.block.ms", "5000");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, line)).get();
        }
    }

    static List<String> read(KafkaBroker broker, String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        var partition = List.of(new TopicPartition(topic, 0));
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            long end = consumer.endOffsets(partition).values().iterator().next();
            var lines = new ArrayList<String>();
            while (consumer.position(partition.getFirst()) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> lines.add(record.value()));
            }
            return lines;
        }
    }
}
