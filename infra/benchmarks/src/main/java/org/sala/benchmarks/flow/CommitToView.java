package org.sala.benchmarks.flow;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.sala.benchmarks.bars.Bar;
import org.sala.benchmarks.bars.Comparison;
import org.sala.benchmarks.bars.Contestant;
import org.sala.benchmarks.bars.Ground;
import org.sala.benchmarks.engines.AxonJdbc;
import org.sala.benchmarks.engines.Ours;
import org.sala.benchmarks.engines.Sample;
import org.sala.eventing.EventNames;
import org.sala.eventing.Loop;
import org.sala.eventing.Wakeup;
import org.sala.eventing.publish.KafkaTopic;
import org.sala.eventing.publish.Publisher;
import org.sala.eventing.store.Lease;
import org.sala.eventing.store.PostgresEventStorageEngine;
import org.sala.eventing.store.Sequencer;
import org.sala.eventing.store.WireSerializer;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * From the commit of one event to its view in another process, the 99th of a hundred: ours over sequencer, publisher,
 * Kafka and intake, into a process of its own; Axon's by a second event store on the same tables, which learns of events
 * by its fetch delay.
 */
final class CommitToView implements Comparison {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final String AXON = "Axon at its default fetch delay";

    private final HikariDataSource database;
    private final Process view;
    private final LinkedBlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final PostgresEventStorageEngine engine;
    private final TransactionTemplate transaction;
    private final Loop sequencing;
    private final Loop publishing;
    private final AxonJdbc axon;
    private final int shown;
    private final int axonShown;

    CommitToView(Ground ground) throws Exception {
        this.shown = ground.effort().scaled(500);
        this.axonShown = ground.effort().scaled(40);
        this.database = ground.newDatabase();
        Ours.on(database); // makes the tables
        this.axon = AxonJdbc.with(database, AxonJdbc.DEFAULT_BATCH);
        var transactions = new JdbcTransactionManager(database);
        this.transaction = new TransactionTemplate(transactions);
        var sequencerWakeup = new Wakeup();
        var publisherWakeup = new Wakeup();
        this.engine = PostgresEventStorageEngine.on(database, WireSerializer.of(EventNames.of(Sample.class)))
                .afterCommit(sequencerWakeup::call)
                .build();
        var sequencer = new Sequencer(database, transactions, 1_000);
        this.sequencing = new Loop(
                "sequencer",
                0,
                POLL,
                sequencerWakeup,
                () -> {
                    if (sequencer.sequence() > 0) {
                        publisherWakeup.call();
                    }
                    return false;
                },
                () -> {});
        var publisher = new Publisher(
                database,
                new Lease(database, "publisher", Duration.ofMinutes(1)),
                new KafkaTopic(Map.of("bootstrap.servers", ground.bootstrapServers()), "view.sample", 4),
                "/sample",
                1_000);
        this.publishing =
                new Loop("publisher", 0, POLL, publisherWakeup, () -> publisher.publish() > 0, publisher::release);
        sequencing.start();
        publishing.start();
        this.view = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        View.class.getName(),
                        database.getJdbcUrl(),
                        ground.bootstrapServers(),
                        "view.sample")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread.ofPlatform().daemon().start(this::hear);
        untilSeen();
    }

    private void hear() {
        try (var lines = new BufferedReader(new InputStreamReader(view.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                seen.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends one event, and waits until the other process has it in its view. Milliseconds from the commit. */
    private double untilSeen() throws InterruptedException {
        var id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> engine.appendEvents(Sample.aggregate(id, 1)));
        var committed = System.nanoTime();
        while (true) {
            var subject = seen.poll(60, TimeUnit.SECONDS);
            if (subject == null) {
                throw new IllegalStateException("an event was not seen within a minute");
            }
            if (subject.equals(id.toString())) {
                return (System.nanoTime() - committed) / 1e6;
            }
        }
    }

    private double ours() throws InterruptedException {
        var times = new double[shown];
        for (var i = 0; i < shown; i++) {
            times[i] = untilSeen();
        }
        return p99(times);
    }

    private double axons() throws Exception {
        var store = EmbeddedEventStore.builder().storageEngine(axon.storage()).build();
        var arrivals = new LinkedBlockingQueue<Long>();
        var times = new double[axonShown];
        var waiting = Thread.ofPlatform().daemon().start(() -> {
            try (var stream = store.openStream(axon.storage().createHeadToken())) {
                while (true) {
                    // as its processors ask: a wait without an end can sleep through the last event
                    if (stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
                        stream.nextAvailable();
                        arrivals.add(System.nanoTime());
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            // until it has come to the tail
            do {
                axon.append(Sample.newAggregate(1));
            } while (arrivals.poll(2, TimeUnit.SECONDS) == null);
            TimeUnit.SECONDS.sleep(2);
            arrivals.clear();
            for (var i = 0; i < axonShown; i++) {
                // at any moment between two fetches
                TimeUnit.MILLISECONDS.sleep(137L * i % 1_000);
                axon.append(Sample.newAggregate(1));
                var committed = System.nanoTime();
                var arrived = arrivals.poll(60, TimeUnit.SECONDS);
                if (arrived == null) {
                    throw new IllegalStateException("an event was not seen within a minute");
                }
                times[i] = (arrived - committed) / 1e6;
            }
        } finally {
            waiting.interrupt();
            store.shutDown();
        }
        return p99(times);
    }

    private static double p99(double[] times) {
        Arrays.sort(times);
        return times[(int) (times.length * 0.99)];
    }

    @Override
    public String title() {
        return "from commit to view in another process, p99";
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public List<Contestant> contestants() {
        return List.of(new Contestant("ours", this::ours), new Contestant(AXON, this::axons));
    }

    @Override
    public List<Bar> bars() {
        return List.of(Bar.atMost(0.05, AXON));
    }

    @Override
    public void close() {
        view.destroy();
        publishing.stop();
        sequencing.stop();
        database.close();
    }
}
