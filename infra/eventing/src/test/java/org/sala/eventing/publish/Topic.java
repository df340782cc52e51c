package org.sala.eventing.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is on a topic, by a plain consumer and header names as text, held against what plain SQL says of the store. */
record Topic(List<ConsumerRecord<String, byte[]>> records) {

    static Topic read(String bootstrapServers, String topic) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return new Topic(records);
    }

    /** Every event of the store is there and nothing else, in order where it appears first. */
    void holds(JdbcClient store) {
        var stored = store.sql("select event_id::text, position from event_history")
                .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
                .list();
        var positions = new HashMap<String, Long>();
        stored.forEach(event -> positions.put(event.getKey(), event.getValue()));
        var ids = new HashSet<String>();
        var lastOfPartition = new HashMap<Integer, Long>();
        var nextOfKey = new HashMap<String, Long>();
        var partitionOfKey = new HashMap<String, Integer>();
        for (var record : records) {
            var id = header(record, "ce_id");
            var position = Long.parseLong(header(record, "ce_position"));
            assertThat(positions).as("published, so stored").containsEntry(id, position);
            assertThat(partitionOfKey.computeIfAbsent(record.key(), key -> record.partition()))
                    .isEqualTo(record.partition());
            if (ids.add(id)) {
                assertThat(lastOfPartition.merge(record.partition(), position, Topic::later))
                        .as("the highest position of its partition so far")
                        .isEqualTo(position);
                assertThat(Long.parseLong(header(record, "ce_sequence")))
                        .as("the next of " + record.key())
                        .isEqualTo(nextOfKey.getOrDefault(record.key(), 0L));
                nextOfKey.merge(record.key(), 1L, Long::sum);
            }
        }
        assertThat(ids).as("stored, so published").isEqualTo(positions.keySet());
    }

    private static long later(long one, long other) {
        return Math.max(one, other);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
