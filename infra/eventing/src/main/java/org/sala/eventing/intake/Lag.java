package org.sala.eventing.intake;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far the ends of an intake's topics are ahead of the stored offsets. Asks Kafka by itself, so that it grows while
 * the intake stands still too; at most once a second, and with a client that is made when it is first asked for.
 */
final class Lag implements AutoCloseable {

    private static final long FRESH_NANOS = 1_000_000_000;
    private static final int PATIENCE_MILLIS = 2_000;

    private final Inbox inbox;
    private final Set<String> topics;
    private final Map<String, Object> kafka;
    private @Nullable Admin admin;
    private double records = Double.NaN;
    private long asked = System.nanoTime() - FRESH_NANOS;

    Lag(Inbox inbox, Set<String> topics, Map<String, Object> kafka) {
        this.inbox = inbox;
        this.topics = Set.copyOf(topics);
        this.kafka = new HashMap<>(kafka);
        this.kafka.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        this.kafka.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    }

    /** Records that are in Kafka and not taken in; not a number while Kafka doesn't say. */
    synchronized double records() {
        if (System.nanoTime() - asked >= FRESH_NANOS) {
            records = count();
            asked = System.nanoTime();
        }
        return records;
    }

    private double count() {
        try {
            var ends = ends();
            var behind = 0L;
            for (var entry : inbox.offsets(ends.keySet()).entrySet()) {
                behind += Math.max(0, ends.getOrDefault(entry.getKey(), 0L) - entry.getValue());
            }
            return behind;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return Double.NaN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        }
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException, TimeoutException {
        var client = admin;
        if (client == null) {
            client = Admin.create(kafka);
            admin = client;
        }
        var partitions = new HashMap<TopicPartition, OffsetSpec>();
        client.describeTopics((Collection<String>) topics)
                .allTopicNames()
                .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .forEach((topic, description) -> description
                        .partitions()
                        .forEach(partition ->
                                partitions.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
        var ends = new HashMap<TopicPartition, Long>();
        client.listOffsets(partitions)
                .all()
                .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
            admin = null;
        }
    }
}
