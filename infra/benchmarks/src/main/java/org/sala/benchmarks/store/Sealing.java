package org.sala.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.flywaydb.core.Flyway;
import org.sala.benchmarks.bars.Bar;
import org.sala.benchmarks.bars.Comparison;
import org.sala.benchmarks.bars.Contestant;
import org.sala.benchmarks.bars.Effort;
import org.sala.benchmarks.bars.Ground;
import org.sala.benchmarks.engines.Guest;
import org.sala.benchmarks.engines.Ours;
import org.sala.eventing.EventNames;
import org.sala.eventing.personal.ErasureList;
import org.sala.eventing.personal.MasterKeyFile;
import org.sala.eventing.personal.PersonalData;
import org.sala.eventing.personal.SubjectKeys;
import org.sala.eventing.store.PostgresEventStorageEngine;
import org.sala.eventing.store.WireSerializer;
import org.springframework.util.FileSystemUtils;

/**
 * What it costs that people's data are sealed: the same events with and without, in the same engine. The events of people
 * who register and then come, as in the history of a context that registers people; beside it what nothing but new people
 * would cost.
 */
final class Sealing implements Comparison {

    private static final EventNames NAMES = EventNames.of(Guest.class);
    private static final String SEALED = "sealed";
    private static final String PLAIN = "in clear";
    private static final String ALONE = "sealed, nothing but new people";
    private static final String ALONE_IN_CLEAR = "in clear, nothing but new people";
    private static final int CLIENTS = 8;
    /** Each client one for its events and one for keys. */
    private static final int CONNECTIONS = 2 * CLIENTS;

    private final String title;
    private final Path folder;
    private final List<HikariDataSource> databases;
    private final List<Contestant> contestants;

    private interface Somebody {
        List<List<DomainEventMessage<?>>> commands(boolean sealed);
    }

    private interface Measured {
        List<Contestant> of(Sealing sealing, Ground ground);
    }

    private Sealing(Ground ground, String title, Measured measured) throws IOException {
        this.title = title;
        this.folder = Files.createTempDirectory("keys");
        this.databases = new ArrayList<>();
        this.contestants = measured.of(this, ground);
    }

    /** As commands store them. */
    static Sealing appending(Ground ground) throws IOException {
        return new Sealing(
                ground,
                "append, people who register and come, one event in %d personal, 8 writers".formatted(Guest.EVENTS),
                (sealing, on) -> List.of(
                        new Contestant(SEALED, appending(on.effort(), sealing.engine(on), true, Guest::somebody)),
                        new Contestant(PLAIN, appending(on.effort(), sealing.engine(on), false, Guest::somebody)),
                        new Contestant(ALONE, appending(on.effort(), sealing.engine(on), true, Guest::nothingBut)),
                        new Contestant(
                                ALONE_IN_CLEAR, appending(on.effort(), sealing.engine(on), false, Guest::nothingBut))));
    }

    /** As the context that sealed them reads its history, in a process that has just started. */
    static Sealing reading(Ground ground) throws IOException {
        var persons = ground.effort().scaled(8_000);
        return new Sealing(
                ground,
                "read and decode a history of %,d people who registered and came, one event in %d personal"
                        .formatted(persons, Guest.EVENTS),
                (sealing, on) -> List.of(
                        new Contestant(SEALED, sealing.reading(on, true, persons, Guest::somebody)),
                        new Contestant(PLAIN, sealing.reading(on, false, persons, Guest::somebody)),
                        new Contestant(ALONE, sealing.reading(on, true, persons, Guest::nothingBut)),
                        new Contestant(ALONE_IN_CLEAR, sealing.reading(on, false, persons, Guest::nothingBut))));
    }

    private HikariDataSource database(Ground ground) {
        var database = ground.newDatabase(CONNECTIONS);
        databases.add(database);
        return database;
    }

    private Ours engine(Ground ground) {
        return engine(database(ground));
    }

    /** As a process has it that has just started, with its keys beside its events. */
    private Ours engine(HikariDataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/eventing/keys")
                .table("keys_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        return Ours.of(database, serializer(database));
    }

    /** With keys of which none is in memory. */
    private WireSerializer serializer(HikariDataSource database) {
        return WireSerializer.of(NAMES, PersonalData.with(keys(database), NAMES));
    }

    private SubjectKeys keys(HikariDataSource database) {
        var keys = new SubjectKeys(
                database,
                new MasterKeyFile(folder.resolve("master.key")),
                new ErasureList(folder.resolve("erased")),
                Clock.systemUTC());
        keys.begin();
        keys.flushedByEvents();
        return keys;
    }

    private static Contestant.Measurement appending(Effort effort, Ours engine, boolean sealed, Somebody somebody) {
        return () -> {
            var stored = new AtomicLong();
            var began = System.nanoTime();
            var end = began + effort.time().toNanos();
            try (var executor = Executors.newFixedThreadPool(CLIENTS)) {
                var running = new ArrayList<Future<?>>();
                for (var i = 0; i < CLIENTS; i++) {
                    running.add(executor.submit(() -> {
                        while (System.nanoTime() < end) {
                            for (var events : somebody.commands(sealed)) {
                                engine.append(events);
                                stored.addAndGet(events.size());
                            }
                        }
                    }));
                }
                for (var client : running) {
                    client.get();
                }
            }
            return stored.get() / ((System.nanoTime() - began) / 1e9);
        };
    }

    private Contestant.Measurement reading(Ground ground, boolean sealed, int persons, Somebody somebody) {
        var database = database(ground);
        var writer = engine(database);
        var number = 0L;
        for (var i = 0; i < persons; ) {
            var some = new ArrayList<DomainEventMessage<?>>();
            for (; i < persons && some.size() < 1_000; i++) {
                somebody.commands(sealed).forEach(some::addAll);
            }
            writer.append(some);
            number += some.size();
        }
        writer.settle();
        var time = ground.effort().time();
        var events = number;
        return () -> {
            var began = System.nanoTime();
            var end = began + time.toNanos();
            var read = 0L;
            while (System.nanoTime() < end) {
                // anew, so that no key is in memory
                try (var reader = PostgresEventStorageEngine.on(database, serializer(database))
                                .build();
                        var all = reader.readEvents(null, false)) {
                    var clear = all.filter(event -> Guest.isClear(event.getPayload()))
                            .count();
                    if (clear != events) {
                        throw new IllegalStateException("read %d events of %d".formatted(clear, events));
                    }
                    read += clear;
                }
            }
            return read / ((System.nanoTime() - began) / 1e9);
        };
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String unit() {
        return "events/s";
    }

    @Override
    public List<Contestant> contestants() {
        return contestants;
    }

    @Override
    public List<Bar> bars() {
        return List.of(
                Bar.atLeast(0.8, PLAIN).of(SEALED),
                Bar.atLeast(0.8, ALONE_IN_CLEAR).of(ALONE));
    }

    @Override
    public void close() {
        databases.forEach(HikariDataSource::close);
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
