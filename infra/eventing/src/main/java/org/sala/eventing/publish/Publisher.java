package org.sala.eventing.publish;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.sala.eventing.Provenance;
import org.sala.eventing.store.History;
import org.sala.eventing.store.Lease;
import org.sala.eventing.store.StoredEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sends the events that have a position to the context's topic, pipelined, and moves its cursor only past those that
 * every replica has acknowledged, without a hole. One thread calls it. What was sent when it died is sent again by the next leader: the
 * intake knows it by its sequence.
 *
 * <p>A leader that lost its lease meanwhile cannot move the cursor: its fencing token is older than the row's.
 */
public final class Publisher {

    private static final int BATCHES_AHEAD = 4;
    private static final Header SPEC_VERSION = header(CloudEventHeaders.SPEC_VERSION, "1.0");
    private static final Header CONTENT_TYPE = header(CloudEventHeaders.CONTENT_TYPE, "application/json");

    private final JdbcClient database;
    private final History history;
    private final Lease lease;
    private final Producer<String, byte[]> producer;
    private final String topic;
    private final Header source;
    private final int batchSize;
    private final Deque<Underway> underway = new ArrayDeque<>();

    /**
     * A publisher of one store.
     *
     * @param source the CloudEvents source, such as {@code /sala/registration}
     * @param batchSize how many events are on their way at once at the most
     */
    public Publisher(
            DataSource dataSource,
            Lease lease,
            Producer<String, byte[]> producer,
            String topic,
            String source,
            int batchSize) {
        this.database = JdbcClient.create(dataSource);
        this.history = new History(dataSource);
        this.lease = lease;
        this.producer = producer;
        this.topic = topic;
        this.source = header(CloudEventHeaders.SOURCE, source);
        this.batchSize = batchSize;
    }

    /**
     * Sends what there is, a few batches ahead, and waits for the oldest of them.
     *
     * @return how many events the cursor moved past; 0 also while another process leads
     * @throws ExecutionException when Kafka refused or did not answer; the cursor stands behind what it acknowledged,
     *     and the next call begins there
     */
    public int publish() throws ExecutionException, InterruptedException {
        var token = lease.hold();
        if (token.isEmpty()) {
            underway.clear();
            return 0;
        }
        try {
            sendAhead();
            var oldest = underway.pollFirst();
            return oldest == null ? 0 : settle(oldest, token.getAsLong());
        } catch (ExecutionException | InterruptedException | RuntimeException e) {
            // What is still on its way may arrive: it will be sent again, and known by its sequence.
            underway.clear();
            throw e;
        }
    }

    private void sendAhead() {
        while (underway.size() < BATCHES_AHEAD) {
            var last = underway.peekLast();
            var from = last == null ? position() : last.to();
            if (last != null && last.sent().size() < batchSize) {
                return; // there was no more a moment ago
            }
            var events = history.read(from, batchSize);
            if (events.isEmpty()) {
                return;
            }
            var sent = new ArrayList<Future<RecordMetadata>>(events.size());
            events.forEach(event -> sent.add(producer.send(record(event))));
            underway.addLast(new Underway(from, sent));
        }
    }

    private int settle(Underway batch, long token) throws ExecutionException, InterruptedException {
        var acknowledged = 0;
        try {
            for (var answer : batch.sent()) {
                answer.get();
                acknowledged++;
            }
        } finally {
            if (acknowledged > 0) {
                moveCursor(batch.from(), batch.from() + acknowledged, token);
            }
        }
        return acknowledged;
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

    /** With the headers that never change made once: this runs for every event. */
    private ProducerRecord<String, byte[]> record(StoredEvent event) {
        var aggregate = event.getAggregateIdentifier();
        var record = new ProducerRecord<>(topic, aggregate, event.bytes());
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

    /**
     * A batch that Kafka has not acknowledged yet.
     *
     * @param from the position before its first event
     */
    private record Underway(long from, List<Future<RecordMetadata>> sent) {

        long to() {
            return from + sent.size();
        }
    }

    /** Gives leadership back. */
    public void release() {
        lease.release();
    }
}
