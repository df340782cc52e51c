package org.sala.eventing.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.embedded.SharedServers;
import org.sala.eventing.Loop;
import org.sala.eventing.Wakeup;
import org.sala.eventing.ledger.LedgerStore;
import org.sala.eventing.store.Lease;

/** Whatever fails on the way: nothing that was stored is missing on the topic, and nothing overtakes. */
class PublicationUnderFailuresTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void aBrokerThatIsKilledOrFreezesInMidStreamCostsNothing() throws Exception {
        try (var kafka = new BrokerProcess(folder);
                var store = LedgerStore.in(SharedServers.newDatabase("ledger"))) {
            append(store, 40, 500);
            var publisher = publisher(
                    store,
                    // gives up an answer soon: what the frozen broker does with the request, it is never told
                    new KafkaTopic(
                            Map.of("bootstrap.servers", kafka.bootstrapServers(), "request.timeout.ms", 1_000),
                            "killed.ledger",
                            3),
                    UnaryOperator.identity());
            var loop = running(publisher);
            try {
                passes(publisher, 3_000);
                kafka.signal("STOP");
                Thread.sleep(3_000); // longer than it waits for an answer
                kafka.signal("CONT");
                passes(publisher, 8_000);
                kafka.kill();
                kafka.startAgain();
                passes(publisher, 13_000);
                kafka.kill();
                kafka.startAgain();
                passes(publisher, 20_040);
            } finally {
                loop.stop();
            }
            assertThat(publisher.producersMade()).as("waited, in order").isEqualTo(1);
            Topic.read(kafka.bootstrapServers(), "killed.ledger").holds(store.database());
        }
    }

    @Test
    void anAcknowledgementThatIsLostIsNoHole() throws Exception {
        try (var store = LedgerStore.in(SharedServers.newDatabase("ledger"))) {
            append(store, 10, 200);
            var sent = new AtomicInteger();
            // Kafka has the event, and what the publisher hears is a failure for good
            var publisher = publisher(
                    store,
                    topic("lost.ledger"),
                    kafka -> Producers.around(kafka, (method, arguments, call) -> {
                        if (method.equals("send") && sent.incrementAndGet() % 700 == 0) {
                            var told = (Callback) arguments[1];
                            Callback lost = (metadata, failure) ->
                                    told.onCompletion(null, new OutOfOrderSequenceException("as told"));
                            arguments[1] = lost;
                        }
                        return call.go();
                    }));
            var failures = publishAll(publisher, 2_010);
            assertThat(failures).isPositive();
            assertThat(publisher.producersMade()).isEqualTo(failures + 1L);
            var topic = Topic.read(SharedServers.kafka().bootstrapServers(), "lost.ledger");
            assertThat(topic.records()).as("some are sent again").hasSizeGreaterThan(2_010);
            topic.holds(store.database());
        }
    }

    @Test
    void aProducerThatRefusesForGoodIsReplaced() throws Exception {
        try (var store = LedgerStore.in(SharedServers.newDatabase("ledger"))) {
            append(store, 10, 200);
            var producers = new AtomicInteger();
            var publisher = publisher(store, topic("refused.ledger"), kafka -> {
                var fatal = producers.incrementAndGet() < 4;
                var sent = new AtomicInteger();
                return Producers.around(kafka, (method, arguments, call) -> {
                    if (fatal && method.equals("send") && sent.incrementAndGet() > 300) {
                        throw new KafkaException("in an error state, as a producer stays");
                    }
                    return call.go();
                });
            });
            assertThat(publishAll(publisher, 2_010)).isEqualTo(3);
            assertThat(producers).hasValue(4);
            var topic = Topic.read(SharedServers.kafka().bootstrapServers(), "refused.ledger");
            assertThat(topic.records())
                    .as("what it took before is not sent again")
                    .hasSize(2_010);
            topic.holds(store.database());
        }
    }

    @Test
    void aTopicThatIsGoneIsMadeAgainWithTheWholeHistory() throws Exception {
        try (var store = LedgerStore.in(SharedServers.newDatabase("ledger"));
                var admin = Admin.create(
                        Map.of("bootstrap.servers", SharedServers.kafka().bootstrapServers()))) {
            append(store, 5, 100);
            var publisher = publisher(store, topic("gone.ledger"), UnaryOperator.identity());
            var loop = running(publisher);
            try {
                passes(publisher, 505);
                admin.deleteTopics(Set.of("gone.ledger")).all().get();
                append(store, 5, 100);
                await().atMost(LONG)
                        .ignoreExceptions()
                        .until(() -> Topic.read(SharedServers.kafka().bootstrapServers(), "gone.ledger")
                                        .records()
                                        .size()
                                >= 1_010);
            } finally {
                loop.stop();
            }
            assertThat(publisher.position()).isEqualTo(1_010);
            Topic.read(SharedServers.kafka().bootstrapServers(), "gone.ledger").holds(store.database());
        }
    }

    @Test
    void aLeaderThatWakesAfterItsLeaseMovesNothingAndDisturbsNoOrder() throws Exception {
        var database = SharedServers.newDatabase("ledger");
        try (var store = LedgerStore.in(database)) {
            append(store, 60, 500);
            var kafka = SharedServers.kafka().bootstrapServers();
            var one = frozenLater(database, kafka);
            var other = frozenLater(database, kafka);
            try {
                var sleeper = one;
                for (var goal = 4_000; goal <= 16_000; goal += 4_000) {
                    // stopped wherever it is just then, in the lead or not; the other one goes on
                    published(store, goal - 3_000);
                    signal("STOP", sleeper);
                    append(store, 6, 500);
                    published(store, store.sequencer().position());
                    append(store, 6, 500);
                    signal("CONT", sleeper);
                    sleeper = sleeper.equals(one) ? other : one;
                }
                published(store, store.sequencer().position());
                // what the sleepers still had on its way
                Thread.sleep(FrozenPublisher.LEASE.toMillis());
            } finally {
                one.destroyForcibly().waitFor();
                other.destroyForcibly().waitFor();
            }
            assertThat(position(store)).isEqualTo(60 * 501 + 4 * 12 * 501);
            Topic.read(kafka, "frozen.ledger").holds(store.database());
        }
    }

    private static Process frozenLater(SharedServers.Database database, String kafka) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FrozenPublisher.class.getName(),
                        database.url("ledger"),
                        database.password("ledger"),
                        kafka,
                        "frozen.ledger")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void signal(String signal, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private static long position(LedgerStore store) {
        return store.database()
                .sql("select position from publisher")
                .query(Long.class)
                .single();
    }

    private static void published(LedgerStore store, long position) {
        await().atMost(LONG).until(() -> position(store) >= position);
    }

    private static void passes(Publisher publisher, long position) {
        await().atMost(LONG).until(() -> publisher.position() >= position);
    }

    /** Histories of so many accounts, one after the other, with their positions. */
    private static void append(LedgerStore store, int accounts, int credits) {
        for (var i = 0; i < accounts; i++) {
            store.append("account-" + UUID.randomUUID(), credits);
        }
        while (store.sequencer().sequence() > 0) {
            // until all have a position
        }
    }

    private static KafkaTopic topic(String name) {
        return new KafkaTopic(Map.of("bootstrap.servers", SharedServers.kafka().bootstrapServers()), name, 3);
    }

    private static Publisher publisher(
            LedgerStore store, KafkaTopic topic, UnaryOperator<Producer<String, byte[]>> around) {
        return new Publisher(
                store.dataSource(),
                new Lease(store.dataSource(), "publisher", Duration.ofSeconds(10)),
                topic,
                "/test/ledger",
                200,
                around);
    }

    private static Loop running(Publisher publisher) {
        var loop = new Loop(
                "publisher",
                0,
                Duration.ofMillis(100),
                new Wakeup(),
                () -> publisher.publish() > 0,
                publisher::release);
        loop.start();
        return loop;
    }

    /** Calls it until all are published. Returns how often it failed. */
    private static int publishAll(Publisher publisher, long events) throws Exception {
        var failures = 0;
        while (publisher.position() < events) {
            try {
                publisher.publish();
            } catch (ExecutionException e) {
                failures++;
            }
        }
        publisher.release();
        return failures;
    }
}
