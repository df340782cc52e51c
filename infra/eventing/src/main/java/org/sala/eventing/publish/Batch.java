package org.sala.eventing.publish;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Events that follow one another and are on their way. Acknowledgements come in any order; what counts is how far they
 * reach without a hole.
 */
final class Batch {

    private final long from;
    private final boolean[] acknowledged;
    private final CountDownLatch unanswered;
    private final Thread publisher = Thread.currentThread();
    private volatile @Nullable Exception failure;
    private volatile boolean abandoned;
    private @Nullable Exception refusal;
    private int size;
    private long bytes;

    /**
     * A batch of which nothing is sent yet.
     *
     * @param from the position before its first event
     * @param planned how many events it has
     */
    Batch(long from, int planned) {
        this.from = from;
        this.acknowledged = new boolean[planned];
        this.unanswered = new CountDownLatch(planned);
    }

    /** Hands the records over, up to the first that the producer doesn't take. */
    void send(List<ProducerRecord<String, byte[]>> records, Producer<String, byte[]> producer) {
        for (var record : records) {
            var number = size;
            try {
                var sent = producer.send(record, (metadata, problem) -> answer(number, problem, producer));
                if (sent.isDone() && refusal != null) {
                    break;
                }
            } catch (RuntimeException e) {
                refusal = e;
                break;
            }
            size++;
            bytes += record.key().length() + record.value().length;
        }
        for (var unsent = size; unsent < records.size(); unsent++) {
            unanswered.countDown();
        }
    }

    private void answer(int number, @Nullable Exception problem, Producer<String, byte[]> producer) {
        if (problem == null) {
            acknowledged[number] = true;
            unanswered.countDown();
        } else if (Thread.currentThread().equals(publisher)) {
            refusal = problem; // it was not even taken
        } else {
            if (failure == null && !abandoned) {
                failure = problem;
                // At once, on Kafka's own thread: what follows must not arrive where this one did not.
                producer.close(Duration.ZERO);
            }
            unanswered.countDown();
        }
    }

    /** Waits for the last answer. Returns whether all are there. */
    boolean answered(long milliseconds) throws InterruptedException {
        return unanswered.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    boolean isAnswered() {
        return unanswered.getCount() == 0;
    }

    /** How many events from its first on are acknowledged without a hole; to be asked when all are answered. */
    int acknowledged() {
        if (failure == null) {
            return size;
        }
        var count = 0;
        while (count < size && acknowledged[count]) {
            count++;
        }
        return count;
    }

    /** Nobody waits for its answers any more. */
    void abandon() {
        abandoned = true;
    }

    long from() {
        return from;
    }

    long to() {
        return from + size;
    }

    /** How many events are underway with it. */
    int size() {
        return size;
    }

    /** Length of their keys and payloads. */
    long bytes() {
        return bytes;
    }

    /** Why Kafka did not keep one of its events; null where none failed. */
    @Nullable
    Exception failure() {
        return failure;
    }

    /** Why the producer took no more events; null where it took all. */
    @Nullable
    Exception refusal() {
        return refusal;
    }
}
