package org.sala.eventing.publish;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.sala.eventing.ledger.LedgerStore;
import org.sala.eventing.store.Lease;

/** A process that dies, without a word, between Kafka's acknowledgement and its own cursor. */
final class KilledPublisher {

    static final int KILLED = 9;

    private KilledPublisher() {}

    /** Arguments: JDBC address, password, Kafka's address, topic, how many events there are. */
    public static void main(String[] args) throws Exception {
        var store = LedgerStore.at(args[0], args[1]);
        var events = Integer.parseInt(args[4]);
        var sent = new AtomicInteger();
        new Publisher(
                        store.dataSource(),
                        new Lease(store.dataSource(), "publisher", Duration.ofMillis(500)),
                        new KafkaTopic(Map.of("bootstrap.servers", args[2]), args[3], 3),
                        "/test/ledger",
                        1_000,
                        kafka -> Producers.around(kafka, (method, arguments, send) -> {
                            var result = send.go();
                            if (method.equals("send") && sent.incrementAndGet() == events) {
                                kafka.flush();
                                Runtime.getRuntime().halt(KILLED);
                            }
                            return result;
                        }))
                .publish();
    }
}
