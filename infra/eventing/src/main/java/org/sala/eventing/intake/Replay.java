package org.sala.eventing.intake;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.Serial;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Reads an intake's topics from their beginning and folds them into a scratch schema, by several threads: each subject
 * belongs to one of them, which takes its facts in order, on a connection of its own. Between subjects there is no
 * order, in time neither; a {@link Projection} promises the same tables all the same. Where two threads wait for each
 * other's rows, PostgreSQL ends one of them, and its batch is taken again.
 */
final class Replay implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Replay.class);

    /** More threads than these wait for each other's rows and for the one reader more than they gain. */
    private static final int MOST_LANES = 4;

    /** Letters that one thread takes in one transaction, about. */
    private static final int BATCH = 1_000;

    private static final int MOST_TRIES = 20;

    private final Map<String, String> contextOfTopic;
    private final Map<String, Long> positions;
    private final Scratch scratch;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Inbox> lanes = new ArrayList<>();
    private final ExecutorService threads;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<TopicPartition, Long> firstLeft = new HashMap<>();
    private List<Future<?>> underWay = List.of();
    private long read;

    /**
     * A replay that stands at the beginning.
     *
     * @param positions the last position to count, by context; a context that is absent counts whole
     */
    Replay(
            IntakeDefinition definition,
            Map<String, String> contextOfTopic,
            Map<String, Object> kafka,
            Scratch scratch,
            Map<String, Long> positions)
            throws SQLException {
        this.contextOfTopic = contextOfTopic;
        this.positions = positions;
        this.scratch = scratch;
        var metrics = new IntakeMetrics(new SimpleMeterRegistry(), definition.name());
        var count = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, MOST_LANES);
        for (var i = 0; i < count; i++) {
            var connection = scratch.connect();
            lanes.add(new Inbox(definition, connection, new JdbcTransactionManager(connection), metrics));
        }
        this.threads = Executors.newFixedThreadPool(
                count,
                Thread.ofPlatform().name(definition.name() + "-rebuild-", 0).factory());
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH * count);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 << 20);
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Goes on up to these offsets and returns when all is folded and committed.
     *
     * @param until the first record not to take, by partition
     * @param progress told how many records of how many are read
     */
    void upTo(Map<TopicPartition, Long> until, BiConsumer<Long, Long> progress) throws InterruptedException {
        var open = new HashMap<TopicPartition, Long>();
        until.forEach((partition, end) -> {
            if (end > next.computeIfAbsent(partition, beginning -> 0L)) {
                open.put(partition, end);
            }
        });
        consumer.assign(open.keySet());
        // one that was read to its end before was paused there
        consumer.resume(open.keySet());
        mustHold(open);
        open.keySet().forEach(partition -> consumer.seek(partition, Objects.requireNonNull(next.get(partition))));
        var total = read
                + open.entrySet().stream()
                        .mapToLong(entry -> entry.getValue() - Objects.requireNonNull(next.get(entry.getKey())))
                        .sum();
        progress.accept(read, total);
        var gathered = new ArrayList<Letter>();
        while (!open.isEmpty()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("rebuild cancelled");
            }
            var before = gathered.size();
            poll(open, gathered);
            var nothingCame = gathered.size() == before;
            if (gathered.size() >= BATCH * lanes.size() || (nothingCame && !gathered.isEmpty())) {
                hand(gathered);
                gathered = new ArrayList<>();
                progress.accept(read, total);
            }
        }
        hand(gathered);
        awaitLanes();
        progress.accept(read, total);
    }

    /** Kafka still has what is to be read: from the first record, and up to there. */
    private void mustHold(Map<TopicPartition, Long> until) {
        var ends = consumer.endOffsets(until.keySet());
        var beginnings = consumer.beginningOffsets(until.keySet());
        until.forEach((partition, end) -> {
            if (Objects.requireNonNull(ends.get(partition)) < end) {
                throw new HistoryIsNotWhole(
                        "%s ends before record %d, which was taken in".formatted(partition, end - 1));
            }
            if (Objects.requireNonNull(beginnings.get(partition)) > 0) {
                throw new HistoryIsNotWhole("the beginning of %s is gone".formatted(partition));
            }
        });
    }

    private void poll(Map<TopicPartition, Long> open, List<Letter> gathered) {
        var records = consumer.poll(Duration.ofMillis(100));
        for (var partition : records.partitions()) {
            var end = open.get(partition);
            if (end == null) {
                continue;
            }
            var context = Objects.requireNonNull(contextOfTopic.get(partition.topic()));
            var last = positions.getOrDefault(context, Long.MAX_VALUE);
            for (var record : records.records(partition)) {
                if (record.offset() < end) {
                    gather(Letter.of(context, record), record, last, gathered);
                    read++;
                }
            }
            var reached = Math.min(consumer.position(partition), end);
            next.put(partition, reached);
            if (reached >= end) {
                open.remove(partition);
                consumer.pause(List.of(partition));
            }
        }
    }

    /** Later events are passed by, as if they had not come yet. */
    private void gather(Letter letter, ConsumerRecord<String, byte[]> record, long last, List<Letter> gathered) {
        if (letter.position() <= last) {
            gathered.add(letter);
        } else {
            firstLeft.putIfAbsent(new TopicPartition(record.topic(), record.partition()), record.offset());
        }
    }

    /** Deals letters out by subject, when what was dealt out before is done. */
    private void hand(List<Letter> letters) throws InterruptedException {
        awaitLanes();
        scratch.makeIndexesThatFoldsMiss();
        var dealt = new ArrayList<List<Letter>>();
        lanes.forEach(lane -> dealt.add(new ArrayList<>()));
        for (var letter : letters) {
            var hash = 31 * letter.context().hashCode() + letter.subject().hashCode();
            dealt.get(Math.floorMod(hash, lanes.size())).add(letter);
        }
        var started = new ArrayList<Future<?>>();
        for (var i = 0; i < lanes.size(); i++) {
            var lane = lanes.get(i);
            var share = dealt.get(i);
            started.add(threads.submit(() -> take(lane, share)));
        }
        underWay = started;
    }

    private static void take(Inbox lane, List<Letter> letters) {
        for (var tries = 1; ; tries++) {
            try {
                lane.takeUncounted(letters);
                return;
            } catch (TransientDataAccessException e) {
                // another thread had the rows; what was committed of it is passed over
                if (tries == MOST_TRIES) {
                    throw e;
                }
                log.debug(
                        "A batch of the rebuild is taken again: {}",
                        e.getClass().getSimpleName());
            }
        }
    }

    private void awaitLanes() throws InterruptedException {
        try {
            for (var lane : underWay) {
                lane.get();
            }
            underWay = List.of();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    /** Records read. */
    long read() {
        return read;
    }

    /** The first record that did not count, by partition: where the live intake would go on from. */
    Map<TopicPartition, Long> offsets() {
        var offsets = new HashMap<>(next);
        offsets.putAll(firstLeft);
        return offsets;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        // a connection is given back only when its thread has left it
        var interrupted = false;
        while (true) {
            try {
                if (threads.awaitTermination(1, TimeUnit.SECONDS)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        interrupted |= Thread.interrupted();
        consumer.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What Kafka holds is not all that was published. */
    static final class HistoryIsNotWhole extends IllegalStateException {

        @Serial
        private static final long serialVersionUID = 1L;

        HistoryIsNotWhole(String message) {
            super(message);
        }
    }
}
