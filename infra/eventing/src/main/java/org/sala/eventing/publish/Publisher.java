package org.sala.eventing.publish;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.Provenance;
import org.sala.eventing.store.History;
import org.sala.eventing.store.Lease;
import org.sala.eventing.store.StoredEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sends the events that have a position to the context's topic, pipelined, and moves its cursor only past those that
 * every replica has acknowledged, without a hole. One thread calls it. What was sent when it died is sent again by the
 * next leader: the intake knows it by its sequence.
 *
 * <p>A leader that lost its lease meanwhile cannot move the cursor: its fencing token is older than the row's.
 *
 * <p>While Kafka is away, what is underway waits in the producer, in order, and no more is read. A producer that
 * refuses for good is closed before it can send what follows, and replaced.
 */
public final class Publisher {

    private static final Logger log = LoggerFactory.getLogger(Publisher.class);

    private static final int BATCHES_AHEAD = 16;

    /** Of keys and payloads that are underway; the producer's buffer is a multiple of it. */
    private static final long BYTES_AHEAD = 16L * 1024 * 1024;

    /** Kafka stands still when it has acknowledged nothing for this long. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Longer than a broker takes to come back; a producer may also be silent because something in it broke. */
    private static final Duration PATIENCE_WITH_A_PRODUCER = Duration.ofMinutes(2);

    private static final Header SPEC_VERSION = header(CloudEventHeaders.SPEC_VERSION, "1.0");
    private static final Header CONTENT_TYPE = header(CloudEventHeaders.CONTENT_TYPE, "application/json");

    private final JdbcClient database;
    private final History history;
    private final Lease lease;
    private final KafkaTopic topic;
    private final UnaryOperator<Producer<String, byte[]>> around;
    private final Header source;
    private final int batchSize;
    private final Deque<Batch> underway = new ArrayDeque<>();
    private @Nullable Producer<String, byte[]> producer;
    private @Nullable Ahead ahead;
    private long progressAt;
    private final LongAdder published = new LongAdder();
    private final LongAdder producersMade = new LongAdder();

    /**
     * A publisher of one store.
     *
     * @param source the CloudEvents source, such as {@code /sala/registration}
     * @param batchSize how many events are read at once at the most
     */
    public Publisher(DataSource dataSource, Lease lease, KafkaTopic topic, String source, int batchSize) {
        this(dataSource, lease, topic, source, batchSize, UnaryOperator.identity());
    }

    /** With something around each producer; for tests. */
    Publisher(
            DataSource dataSource,
            Lease lease,
            KafkaTopic topic,
            String source,
            int batchSize,
            UnaryOperator<Producer<String, byte[]>> around) {
        this.database = JdbcClient.create(dataSource);
        this.history = new History(dataSource);
        this.lease = lease;
        this.topic = topic;
        this.source = header(CloudEventHeaders.SOURCE, source);
        this.batchSize = batchSize;
        this.around = around;
    }

    /**
     * Sends what there is, some batches ahead, and waits for the oldest of them.
     *
     * @return how many events the cursor moved past; 0 also while another process leads
     * @throws ExecutionException when Kafka refused; the cursor stands behind what it acknowledged, and the next call
     *     begins there
     * @throws TimeoutException when Kafka did not answer in time; the next call waits on
     */
    public int publish() throws ExecutionException, TimeoutException, InterruptedException {
        var token = lease.hold();
        if (token.isEmpty()) {
            abandon();
            return 0;
        }
        try {
            var refusal = sendAhead(token.getAsLong());
            if (!underway.isEmpty()) {
                return await(worthAMove()) ? settle(token.getAsLong()) : 0;
            }
            if (refusal != null) {
                throw new ExecutionException(refusal);
            }
            return 0;
        } catch (TimeoutException e) {
            if (System.nanoTime() - progressAt > PATIENCE_WITH_A_PRODUCER.toNanos() || topicIsGone()) {
                abandon();
            }
            lease.hold(); // the caller pauses now
            throw e;
        } catch (ExecutionException | InterruptedException | RuntimeException e) {
            abandon();
            throw e;
        }
    }

    /** A producer would wait for it for ever. */
    private boolean topicIsGone() throws InterruptedException {
        try {
            return !topic.isThere();
        } catch (ExecutionException e) {
            return false; // it is Kafka that is gone
        }
    }

    /** Fills the window. Returns what the producer said to the first record that it did not take, if there is one. */
    private @Nullable Exception sendAhead(long token) throws ExecutionException, InterruptedException {
        while (underway.size() < BATCHES_AHEAD && bytesUnderway() < BYTES_AHEAD) {
            var last = underway.peekLast();
            if (last != null && last.refusal() != null) {
                return last.refusal();
            }
            if (last != null && last.size() < batchSize) {
                return null; // there was no more a moment ago
            }
            var open = producer == null ? open(token) : producer;
            var from = last == null ? position() : last.to();
            var records = take(from);
            if (records.isEmpty()) {
                return null;
            }
            if (last == null) {
                progressAt = System.nanoTime();
            }
            if (records.size() == batchSize) {
                ahead = new Ahead(from + batchSize);
            }
            var batch = new Batch(from, records.size());
            batch.send(records, open);
            if (batch.size() == 0) {
                return batch.refusal();
            }
            underway.addLast(batch);
        }
        return null;
    }

    /**
     * The batch to wait for: the oldest; while there is plenty, the one in the middle of the window, so that the cursor's
     * commit is one for many batches, and the other half keeps Kafka at work meanwhile.
     */
    private Batch worthAMove() {
        return underway.stream().skip(underway.size() / 2).findFirst().orElseThrow();
    }

    private long bytesUnderway() {
        return underway.stream().mapToLong(Batch::bytes).sum();
    }

    /** Waits for its acknowledgements, and keeps the lease meanwhile. False when the lease was lost. */
    private boolean await(Batch batch) throws TimeoutException, InterruptedException {
        var began = System.nanoTime();
        while (!batch.answered(100)) {
            if (lease.hold().isEmpty()) {
                abandon();
                return false;
            }
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new TimeoutException("Kafka acknowledges nothing");
            }
        }
        return true;
    }

    /** Moves the cursor past all that is acknowledged, up to the first that is not. */
    private int settle(long token) throws ExecutionException {
        var from = underway.getFirst().from();
        var to = from;
        @Nullable Exception failure = null;
        while (failure == null && !underway.isEmpty() && underway.getFirst().isAnswered()) {
            var batch = underway.removeFirst();
            to += batch.acknowledged();
            failure = batch.failure();
        }
        if (to > from) {
            moveCursor(from, to, token);
            published.add(to - from);
            progressAt = System.nanoTime();
        }
        if (failure != null) {
            throw new ExecutionException(failure);
        }
        return (int) (to - from);
    }

    /** The position up to which everything is published. */
    public long position() {
        return database.sql("select position from publisher").query(Long.class).single();
    }

    /** How many events have a position and are not published yet. */
    public long lag() {
        return database.sql("select s.position - p.position from sequencer s, publisher p")
                .query(Long.class)
                .single();
    }

    /** How many events this process has published since it started. */
    public long published() {
        return published.sum();
    }

    /** How many producers this process has made since it started: one, unless Kafka or the lease was lost. */
    public long producersMade() {
        return producersMade.sum();
    }

    private void moveCursor(long from, long to, long token) {
        var moved = database.sql("""
                        update publisher set position = :to, fencing_token = :token
                        where position = :from and fencing_token <= :token""")
                .param("to", to)
                .param("token", token)
                .param("from", from)
                .update();
        if (moved == 0) {
            throw new IllegalStateException("another process publishes since; this one's token is " + token);
        }
    }

    /**
     * Makes a producer, and the topic where there is none. A topic with fewer records than events were published lost
     * some: it gets the whole history again.
     */
    private Producer<String, byte[]> open(long token) throws ExecutionException, InterruptedException {
        topic.ensure();
        var position = position();
        if (position > 0 && topic.records() < position) {
            log.warn(
                    "{} has fewer records than the {} events published: publishing all of them again",
                    topic.name(),
                    position);
            moveCursor(position, 0, token);
        }
        var made = around.apply(topic.producer());
        producer = made;
        producersMade.increment();
        return made;
    }

    /** Gives up what is underway. It may have arrived: it will be sent again, and known by its sequence. */
    private void abandon() {
        underway.forEach(Batch::abandon);
        underway.clear();
        ahead = null;
        var abandoned = producer;
        producer = null;
        if (abandoned != null) {
            abandoned.close(Duration.ZERO);
        }
    }

    /** Waits a moment for what is underway, and gives leadership back. */
    public void release() {
        try {
            var token = lease.hold();
            if (token.isPresent() && !underway.isEmpty() && underway.getLast().answered(1_000)) {
                settle(token.getAsLong());
            }
        } catch (ExecutionException e) {
            log.debug("what is underway will be sent again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            abandon();
            lease.release();
        }
    }

    private List<ProducerRecord<String, byte[]>> take(long after) throws ExecutionException, InterruptedException {
        var begun = ahead;
        ahead = null;
        return begun != null && begun.after == after ? begun.records.get() : read(after);
    }

    /** Reads the next batch while the last one is sent: they take about as long. */
    private final class Ahead {

        private final long after;
        private final FutureTask<List<ProducerRecord<String, byte[]>>> records;

        Ahead(long after) {
            this.after = after;
            this.records = new FutureTask<>(() -> read(after));
            Thread.ofVirtual().name("publisher-reads-ahead").start(records);
        }
    }

    private List<ProducerRecord<String, byte[]>> read(long after) {
        return history.read(after, batchSize).stream().map(this::record).toList();
    }

    /** With the headers that never change made once: this runs for every event. */
    private ProducerRecord<String, byte[]> record(StoredEvent event) {
        var aggregate = event.getAggregateIdentifier();
        var record = new ProducerRecord<>(topic.name(), aggregate, event.bytes());
        var headers = record.headers();
        headers.add(SPEC_VERSION).add(source).add(CONTENT_TYPE);
        CloudEventHeaders.add(headers, CloudEventHeaders.POSITION, Long.toString(event.position()));
        CloudEventHeaders.add(headers, CloudEventHeaders.ID, event.getEventIdentifier());
        CloudEventHeaders.add(headers, CloudEventHeaders.SUBJECT, aggregate);
        CloudEventHeaders.add(headers, CloudEventHeaders.SEQUENCE, Long.toString(event.getSequenceNumber()));
        CloudEventHeaders.add(headers, CloudEventHeaders.TYPE, event.type());
        CloudEventHeaders.add(
                headers, CloudEventHeaders.TIME, event.getTimestamp().toString());
        CloudEventHeaders.add(headers, CloudEventHeaders.CORRELATION, event.metadata(Provenance.CORRELATION));
        CloudEventHeaders.add(headers, CloudEventHeaders.CAUSATION, event.metadata(Provenance.CAUSATION));
        CloudEventHeaders.add(headers, CloudEventHeaders.ACTOR, event.metadata(Provenance.ACTOR));
        CloudEventHeaders.add(headers, CloudEventHeaders.ROLE, event.metadata(Provenance.ROLE));
        return record;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
