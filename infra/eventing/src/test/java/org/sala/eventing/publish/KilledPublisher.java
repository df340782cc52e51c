package org.sala.eventing.publish;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.sala.eventing.ledger.LedgerStore;
import org.sala.eventing.store.Lease;

/** A process that dies, without a word, between Kafka's acknowledgement and its own cursor. */
final class KilledPublisher {

    static final int KILLED = 9;

    private KilledPublisher() {}

    /** Arguments: JDBC address, password, Kafka's address, topic, how many events there are. */
    @SuppressWarnings("unchecked") // a proxy of a generic interface
    public static void main(String[] args) throws Exception {
        var store = LedgerStore.at(args[0], args[1]);
        var kafka = new KafkaProducer<>(
                Map.of("bootstrap.servers", args[2], "acks", "all"), new StringSerializer(), new ByteArraySerializer());
        var events = Integer.parseInt(args[4]);
        var sent = new AtomicInteger();
        var deadly = (Producer<String, byte[]>) Proxy.newProxyInstance(
                KilledPublisher.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    try {
                        var result = method.invoke(kafka, arguments);
                        if (method.getName().equals("send") && sent.incrementAndGet() == events) {
                            kafka.flush();
                            Runtime.getRuntime().halt(KILLED);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        new Publisher(
                        store.dataSource(),
                        new Lease(store.dataSource(), "publisher", Duration.ofMillis(500)),
                        deadly,
                        args[3],
                        "/test/ledger",
                        1_000)
                .publish();
    }
}
