package org.sala.eventing.publish;

import java.time.Duration;
import java.util.Map;
import org.sala.eventing.Loop;
import org.sala.eventing.Wakeup;
import org.sala.eventing.ledger.LedgerStore;
import org.sala.eventing.store.Lease;

/** A process that publishes until it is killed, and which can be stopped in between. */
final class FrozenPublisher {

    static final Duration LEASE = Duration.ofSeconds(2);

    private FrozenPublisher() {}

    /** Arguments: JDBC address, password, Kafka's address, topic. */
    public static void main(String[] args) throws Exception {
        var store = LedgerStore.at(args[0], args[1]);
        var publisher = new Publisher(
                store.dataSource(),
                new Lease(store.dataSource(), "publisher", LEASE),
                new KafkaTopic(Map.of("bootstrap.servers", args[2]), args[3], 3),
                "/test/ledger",
                200);
        new Loop(
                        "publisher",
                        0,
                        Duration.ofMillis(100),
                        new Wakeup(),
                        () -> publisher.publish() > 0,
                        publisher::release)
                .start();
        while (System.in.read() >= 0) {
            // until the test ends
        }
        Runtime.getRuntime().halt(0);
    }
}
