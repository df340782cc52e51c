package org.sala.benchmarks.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.sala.embedded.PostgresServer;
import org.sala.embedded.SchemaLogin;
import org.springframework.util.FileSystemUtils;

/**
 * Appends, reads and sizes, on one embedded PostgreSQL with fsync on, contestants in turn and several rounds; prints
 * medians and how ours relates to each reference.
 *
 * <p>Arguments: seconds a measurement lasts (3), rounds (3).
 */
public final class EventStoreBenchmark {

    private static final int HISTORY = 40_000;

    private final int rounds;
    private final Duration time;

    private EventStoreBenchmark(Duration time, int rounds) {
        this.time = time;
        this.rounds = rounds;
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        var seconds = args.length > 0 ? Long.parseLong(args[0]) : 3;
        var rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        var folder = Files.createTempDirectory("event-store-benchmark");
        try (var server = PostgresServer.start(folder.resolve("postgres"), 0)) {
            server.prepareDatabase("benchmark", List.of(new SchemaLogin("benchmark", "benchmark")));
            var settings = new HikariConfig();
            settings.setJdbcUrl(server.url("benchmark", "benchmark"));
            settings.setUsername("benchmark");
            settings.setPassword("benchmark");
            settings.setMaximumPoolSize(40);
            try (var pool = new HikariDataSource(settings)) {
                new EventStoreBenchmark(Duration.ofSeconds(seconds), rounds).run(pool);
            }
        }
        FileSystemUtils.deleteRecursively(folder);
        System.exit(0);
    }

    private void run(HikariDataSource pool) throws Exception {
        var ours = new Ours(pool);
        var jdbc = new AxonJdbc(pool, 100).withTables();
        var jpa = new AxonJpa(pool);
        var bare = new BareInsert(pool);

        var writers = List.<Contestant>of(ours, jdbc, jpa, bare);
        table("append, one event a transaction, 8 writers (events/s)", measure(writers, one -> append(one, 8, 1)));
        table("append, one event a transaction, 32 writers (events/s)", measure(writers, one -> append(one, 32, 1)));
        table("append, 100 events a transaction, 8 writers (events/s)", measure(writers, one -> append(one, 8, 100)));

        // Reading begins on new tables: Axon's engines can't read from where a sequence begins late.
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create schema fresh");
        }
        var settings = new HikariConfig();
        pool.copyStateTo(settings);
        settings.setPoolName("fresh");
        settings.setSchema("fresh");
        try (var fresh = new HikariDataSource(settings)) {
            readingAndSizes(fresh);
        }
    }

    private void readingAndSizes(HikariDataSource fresh) {
        var ours = new Ours(fresh);
        var filled = List.of(ours, new AxonJdbc(fresh, 100).withTables(), new AxonJpa(fresh), new BareInsert(fresh));
        var sizes = new LinkedHashMap<String, Double>();
        for (var contestant : filled) {
            var before = contestant.bytes();
            fill(contestant, HISTORY);
            contestant.readAll();
            sizes.put(contestant.name(), (double) (contestant.bytes() - before) / HISTORY);
        }
        var readers = new ArrayList<>(filled);
        readers.add(2, new AxonJdbc(fresh, 5_000));
        table("read and decode %d events (events/s)".formatted(HISTORY), measure(readers, EventStoreBenchmark::read));
        table("bytes an event, tables and indexes", sizes);
    }

    private static void fill(Contestant contestant, int events) {
        for (var i = 0; i < events / 100; i++) {
            contestant.append(Sample.newAggregate(100));
        }
    }

    private static double read(Contestant contestant) {
        var began = System.nanoTime();
        var read = contestant.readAll();
        if (read != HISTORY) {
            throw new IllegalStateException(contestant.name() + " read " + read + " events of " + HISTORY);
        }
        return read / seconds(began);
    }

    private double append(Contestant contestant, int writers, int eventsATransaction) {
        var stored = new AtomicLong();
        var began = System.nanoTime();
        var end = began + time.toNanos();
        try (var executor = Executors.newFixedThreadPool(writers)) {
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < writers; i++) {
                running.add(executor.submit(() -> {
                    while (System.nanoTime() < end) {
                        contestant.append(Sample.newAggregate(eventsATransaction));
                        stored.addAndGet(eventsATransaction);
                    }
                }));
            }
            for (var writer : running) {
                writer.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(contestant.name() + " failed", e);
        }
        return stored.get() / seconds(began);
    }

    /** Contestants in turn, a round that doesn't count first; the median of the others. */
    private Map<String, Double> measure(List<Contestant> contestants, ToDoubleFunction<Contestant> measurement) {
        var figures = new LinkedHashMap<String, double[]>();
        contestants.forEach(contestant -> figures.put(contestant.name(), new double[rounds]));
        for (var round = -1; round < rounds; round++) {
            for (var contestant : contestants) {
                var figure = measurement.applyAsDouble(contestant);
                if (round >= 0) {
                    Objects.requireNonNull(figures.get(contestant.name()))[round] = figure;
                }
            }
        }
        var medians = new LinkedHashMap<String, Double>();
        figures.forEach((name, all) -> {
            Arrays.sort(all);
            medians.put(name, all[all.length / 2]);
        });
        return medians;
    }

    private static void table(String title, Map<String, Double> figures) {
        System.out.println();
        System.out.println(title);
        var ours = figures.values().iterator().next();
        figures.forEach((name, figure) ->
                System.out.printf(Locale.ROOT, "  %-28s %,12.0f   ours is %5.2f ×%n", name, figure, ours / figure));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
