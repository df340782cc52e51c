package org.sala.benchmarks.flow;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.flywaydb.core.Flyway;
import org.sala.embedded.KafkaBroker;
import org.sala.embedded.PostgresServer;
import org.sala.embedded.SchemaLogin;
import org.sala.eventing.EventNames;
import org.sala.eventing.Loop;
import org.sala.eventing.Wakeup;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.IntakeDefinition;
import org.sala.eventing.intake.IntakeEngine;
import org.sala.eventing.intake.Projection;
import org.sala.eventing.publish.Publisher;
import org.sala.eventing.publish.Topics;
import org.sala.eventing.store.Lease;
import org.sala.eventing.store.PostgresEventStorageEngine;
import org.sala.eventing.store.Sequencer;
import org.sala.eventing.store.WireSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Publication and the time from a commit to a view, on embedded servers. Prints figures and how ours relates to each
 * reference.
 */
public final class EventFlowBenchmark {

    private static final int EVENTS = 100_000;
    private static final int WAITED = 300;
    private static final int SHOWN = 500;
    private static final int AXON_SHOWN = 30;

    /** What the way is measured with. */
    sealed interface Sample {

        /** Half a dozen ids, words and times. */
        @JsonTypeName("sample.visitor-arrived")
        record VisitorArrived(UUID visitor, int day, String mode, Instant at, String remark) implements Sample {}
    }

    private final HikariDataSource pool;
    private final KafkaBroker kafka;
    private final JdbcTransactionManager transactions;
    private final Wakeup sequencerWakeup = new Wakeup();
    private final PostgresEventStorageEngine engine;
    private final Sequencer sequencer;

    private EventFlowBenchmark(HikariDataSource pool, KafkaBroker kafka) {
        this.pool = pool;
        this.kafka = kafka;
        this.transactions = new JdbcTransactionManager(pool);
        this.engine = PostgresEventStorageEngine.on(
                pool,
                WireSerializer.of(EventNames.of(Sample.class)),
                NoOpEventUpcaster.INSTANCE,
                sequencerWakeup::call);
        this.sequencer = new Sequencer(pool, transactions, 10_000);
    }

    /** See the class. No arguments. */
    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("event-flow-benchmark");
        try (var server = PostgresServer.start(folder.resolve("postgres"), 0);
                var kafka = KafkaBroker.start(folder.resolve("kafka"), 0)) {
            server.prepareDatabase("benchmark", List.of(new SchemaLogin("benchmark", "benchmark")));
            var settings = new HikariConfig();
            settings.setJdbcUrl(server.url("benchmark", "benchmark"));
            settings.setUsername("benchmark");
            settings.setPassword("benchmark");
            try (var pool = new HikariDataSource(settings)) {
                for (var part : List.of("store", "intake")) {
                    Flyway.configure()
                            .dataSource(pool)
                            .locations("classpath:db/eventing/" + part)
                            .table(part + "_history")
                            .baselineOnMigrate(true)
                            .baselineVersion("0")
                            .load()
                            .migrate();
                }
                var benchmark = new EventFlowBenchmark(pool, kafka);
                benchmark.publication();
                benchmark.commitToView();
            }
        }
        FileSystemUtils.deleteRecursively(folder);
        System.exit(0);
    }

    private void publication() throws Exception {
        Topics.ensure(clients(), Set.of("ours.sample", "bare.sample", "waited.sample"), 4);
        for (var i = 0; i < EVENTS / 500; i++) {
            append(500);
        }
        while (sequencer.sequence() > 0) {
            // until all have a position
        }
        try (var producer = producer(Map.of("linger.ms", 0))) {
            var publisher = new Publisher(
                    pool,
                    new Lease(pool, "publisher", Duration.ofMinutes(1)),
                    producer,
                    "ours.sample",
                    "/sample",
                    1_000);
            var began = System.nanoTime();
            while (publisher.publish() > 0) {
                // until all are published
            }
            var ours = EVENTS / seconds(began);

            var value = new byte[300];
            began = System.nanoTime();
            for (var i = 0; i < WAITED; i++) {
                producer.send(new ProducerRecord<>("waited.sample", Integer.toString(i), value))
                        .get();
            }
            var waited = WAITED / seconds(began);

            began = System.nanoTime();
            var sent = new ArrayList<Future<RecordMetadata>>(EVENTS);
            for (var i = 0; i < EVENTS; i++) {
                sent.add(producer.send(new ProducerRecord<>("bare.sample", Integer.toString(i % 1_000), value)));
            }
            for (var answer : sent) {
                answer.get();
            }
            var bare = EVENTS / seconds(began);

            System.out.println();
            System.out.println("publish, from the store to Kafka's acknowledgement (events/s)");
            System.out.printf(Locale.ROOT, "  %-36s %,12.0f%n", "ours", ours);
            System.out.printf(
                    Locale.ROOT, "  %-36s %,12.0f   ours is %5.2f ×%n", "a wait for each event", waited, ours / waited);
            System.out.printf(
                    Locale.ROOT, "  %-36s %,12.0f   ours is %5.2f ×%n", "bare producer, pipelined", bare, ours / bare);
        }
    }

    private void commitToView() throws Exception {
        var seen = new ConcurrentHashMap<String, CountDownLatch>();
        var wakeup = new Wakeup();
        try (var producer = producer(Map.of("linger.ms", 0))) {
            var publisher = new Publisher(
                    pool,
                    new Lease(pool, "publisher", Duration.ofMinutes(1)),
                    producer,
                    "ours.sample",
                    "/sample",
                    1_000);
            var poll = Duration.ofMillis(100);
            var sequencing = new Loop(
                    "sequencer",
                    0,
                    poll,
                    sequencerWakeup,
                    () -> {
                        var given = sequencer.sequence();
                        if (given > 0) {
                            wakeup.call();
                        }
                        return false;
                    },
                    () -> {});
            var publishing = new Loop("publisher", 0, poll, wakeup, () -> publisher.publish() > 0, publisher::release);
            var shown = new ArrayList<String>();
            var intake = new IntakeEngine(
                    new IntakeDefinition(
                            "benchmark", Set.of("sample"), EventNames.of(Sample.class), List.of(new Nothing(shown))),
                    new IntakeEngine.Surroundings(
                            pool,
                            transactions,
                            new SimpleMeterRegistry(),
                            Map.of("ours.sample", "sample"),
                            4,
                            name -> new HashMap<>(clients()),
                            schema -> {},
                            committed -> {
                                synchronized (shown) {
                                    shown.forEach(id -> seen.computeIfAbsent(id, x -> new CountDownLatch(1))
                                            .countDown());
                                    shown.clear();
                                }
                            }));
            sequencing.start();
            publishing.start();
            intake.start();
            show(seen); // also waits until what was published before is taken in
            var ours = show(seen);
            intake.stop();
            publishing.stop();
            sequencing.stop();

            var axon = axonsOwnWay();
            System.out.println();
            System.out.println("from commit to view, in another process (ms)");
            System.out.printf(Locale.ROOT, "  %-36s p50 %8.1f   p99 %8.1f%n", "ours, over Kafka", ours[0], ours[1]);
            System.out.printf(
                    Locale.ROOT,
                    "  %-36s p50 %8.1f   p99 %8.1f   ours is 1/%.0f at p99%n",
                    "Axon at its fetch delay of 1 s",
                    axon[0],
                    axon[1],
                    axon[1] / ours[1]);
        }
    }

    /** Appends one by one and waits until each is seen: p50 and p99 in milliseconds. */
    private double[] show(ConcurrentHashMap<String, CountDownLatch> seen) throws InterruptedException {
        var times = new double[SHOWN];
        for (var i = 0; i < SHOWN; i++) {
            var id = append(1);
            var began = System.nanoTime();
            if (!seen.computeIfAbsent(id, x -> new CountDownLatch(1)).await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("an event was not shown within a minute");
            }
            times[i] = seconds(began) * 1_000;
        }
        return percentiles(times);
    }

    /**
     * A second event store on the same tables, as another process has it: its processors wait at the tail, and it learns
     * of events by its fetch delay. Positions are given at once, since they are not what is measured.
     */
    private double[] axonsOwnWay() throws Exception {
        var other = EmbeddedEventStore.builder().storageEngine(engine).build();
        var arrivals = new LinkedBlockingQueue<Long>();
        var times = new double[AXON_SHOWN];
        var waiting = Thread.ofPlatform().daemon().start(() -> {
            try (var stream = other.openStream(engine.createHeadToken())) {
                while (true) {
                    stream.nextAvailable();
                    arrivals.add(System.nanoTime());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        append(1);
        sequencer.sequence();
        arrivals.take(); // it has come to the tail now
        for (var i = 0; i < AXON_SHOWN; i++) {
            // at any moment between two fetches
            TimeUnit.MILLISECONDS.sleep(137L * i % 1_000);
            append(1);
            var began = System.nanoTime();
            while (sequencer.sequence() == 0) {
                Thread.onSpinWait();
            }
            times[i] = (arrivals.take() - began) / 1e6;
        }
        waiting.interrupt();
        other.shutDown();
        return percentiles(times);
    }

    private String append(int events) {
        var id = UUID.randomUUID();
        var now = Instant.now();
        var messages = new ArrayList<DomainEventMessage<?>>(events);
        for (var sequence = 0; sequence < events; sequence++) {
            messages.add(new GenericDomainEventMessage<>(
                    "Visitor",
                    id.toString(),
                    sequence,
                    new Sample.VisitorArrived(id, 1, "IN_PERSON", now, "came with two colleagues, by the morning bus"),
                    Map.of("actor", "account-7"),
                    UUID.randomUUID().toString(),
                    now));
        }
        new TransactionTemplate(transactions).executeWithoutResult(status -> engine.appendEvents(messages));
        return id.toString();
    }

    private Map<String, Object> clients() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    private KafkaProducer<String, byte[]> producer(Map<String, Object> more) {
        var settings = new HashMap<>(clients());
        settings.put("acks", "all");
        settings.putAll(more);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static double[] percentiles(double[] times) {
        Arrays.sort(times);
        return new double[] {times[times.length / 2], times[(int) (times.length * 0.99)]};
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** A view that only remembers which subjects it was told of. */
    private record Nothing(List<String> shown) implements Projection {

        @Override
        public String name() {
            return "nothing";
        }

        @Override
        public List<String> tables() {
            return List.of();
        }

        @Override
        public void fold(Fact fact, JdbcClient database) {
            synchronized (shown) {
                shown.add(fact.subject());
            }
        }
    }
}
