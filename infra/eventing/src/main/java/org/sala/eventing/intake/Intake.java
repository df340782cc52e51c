package org.sala.eventing.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.Gathering;

/**
 * Reads the topics of an intake and hands their records to its {@link Inbox}. Where to begin is in PostgreSQL, not in
 * Kafka: on assignment it seeks to the stored offsets.
 */
final class Intake implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(250);

    /** How many records are taken at once at the most. */
    private static final int ENOUGH = 1_000;

    /** After that long at most a replacement of the tables, by whichever process, is noticed. */
    private static final long LOOK_EVERY_NANOS = 1_000_000_000;

    private final Map<String, String> contextOfTopic;
    private final Inbox inbox;
    private final Map<String, Object> settings;
    private final Consumer<IntakeCommitted> committed;
    private final String name;
    private final TopicIds topicIds;
    private long looked;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

    Intake(
            String name,
            Map<String, String> contextOfTopic,
            Inbox inbox,
            TopicIds topicIds,
            Map<String, Object> kafka,
            Consumer<IntakeCommitted> committed) {
        this.name = name;
        this.topicIds = topicIds;
        this.contextOfTopic = Map.copyOf(contextOfTopic);
        this.inbox = inbox;
        this.committed = committed;
        this.settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, name);
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, ENOUGH);
    }

    /** Takes what one poll brings. Returns true: a poll waits by itself. */
    boolean takeOnce() throws InterruptedException {
        var current = consumer;
        if (current == null) {
            current = subscribe();
            consumer = current;
        }
        try {
            Gathering.after(takeOnce(current), ENOUGH);
            return true;
        } catch (WakeupException e) {
            return true;
        } catch (RuntimeException e) {
            // What was polled is not taken; a new consumer begins again at the stored offsets.
            close();
            throw e;
        }
    }

    /** Returns how many records there were. */
    private int takeOnce(KafkaConsumer<String, byte[]> current) {
        if (System.nanoTime() - looked > LOOK_EVERY_NANOS) {
            seekWhereMoved(current);
            looked = System.nanoTime();
        }
        var letters = letters(current.poll(POLL));
        var contexts = new HashSet<String>();
        try {
            inbox.take(letters, contexts::addAll);
        } catch (Inbox.OffsetMoved moved) {
            // what was polled is polled again
            seekWhereMoved(current);
        } finally {
            if (!contexts.isEmpty()) {
                committed.accept(new IntakeCommitted(name, contexts));
            }
        }
        return letters.size();
    }

    /** Of each partition in the order of their offsets. */
    private List<Letter> letters(ConsumerRecords<String, byte[]> records) {
        var letters = new ArrayList<Letter>(records.count());
        for (var partition : records.partitions()) {
            var context = contextOfTopic.get(partition.topic());
            if (context == null) {
                throw new IllegalStateException("no context for topic " + partition.topic());
            }
            records.records(partition).forEach(record -> letters.add(Letter.of(context, record)));
        }
        return letters;
    }

    private KafkaConsumer<String, byte[]> subscribe() {
        var fresh = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        fresh.subscribe(contextOfTopic.keySet(), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                // nothing is held between two polls
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                seek(fresh, partitions);
            }
        });
        return fresh;
    }

    /** Another process may have taken records, or the tables were replaced by others that stand elsewhere. */
    private void seekWhereMoved(KafkaConsumer<String, byte[]> consumer) {
        var moved = new HashMap<TopicPartition, Long>();
        inbox.offsets(consumer.assignment()).forEach((partition, next) -> {
            if (consumer.position(partition) != next) {
                moved.put(partition, next);
            }
        });
        if (moved.isEmpty()) {
            return;
        }
        var ends = consumer.endOffsets(moved.keySet());
        if (moved.entrySet().stream().anyMatch(at -> at.getValue() > ends.getOrDefault(at.getKey(), Long.MAX_VALUE))) {
            // nobody can have taken what is not there: it is another topic of the same name
            seek(consumer, consumer.assignment());
        } else {
            moved.forEach(consumer::seek);
        }
    }

    private void seek(KafkaConsumer<String, byte[]> consumer, Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            topicIds.check(partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet()));
            inbox.offsets(partitions).forEach(consumer::seek);
        }
    }

    /** Ends a poll that waits, so that stopping need not. */
    void wakeup() {
        var current = consumer;
        if (current != null) {
            current.wakeup();
        }
    }

    @Override
    public void close() {
        var current = consumer;
        consumer = null;
        if (current != null) {
            current.close(CloseOptions.timeout(Duration.ofSeconds(2)));
        }
    }
}
