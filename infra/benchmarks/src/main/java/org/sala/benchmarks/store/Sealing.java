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
import org.sala.eventing.store.WireSerializer;
import org.springframework.util.FileSystemUtils;

/**
 * What it costs that people's data are sealed: the same events with and without, in the same engine. One in five events
 * holds something personal, of a person who is new, as in the history of a context that registers people; beside it
 * what nothing but new people would cost.
 */
final class Sealing implements Comparison {

    private static final EventNames NAMES = EventNames.of(Guest.class);
    private static final String PLAIN = "in clear";
    private static final int CLIENTS = 8;

    private final String title;
    private final Path folder;
    private final List<HikariDataSource> databases;
    private final List<Contestant> contestants;

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
                "append, one event a transaction, one in five of a new person, 8 writers",
                (sealing, on) -> List.of(
                        new Contestant("sealed", appending(on.effort(), sealing.engine(on), true, Guest.EVENTS)),
                        new Contestant(PLAIN, appending(on.effort(), sealing.engine(on), false, Guest.EVENTS)),
                        new Contestant(
                                "sealed, new persons alone", appending(on.effort(), sealing.engine(on), true, 1)),
                        new Contestant(
                                "in clear, new persons alone", appending(on.effort(), sealing.engine(on), false, 1))));
    }

    /** As the context that sealed them reads its history, in a process that has just started. */
    static Sealing reading(Ground ground) throws IOException {
        var persons = ground.effort().scaled(8_000);
        return new Sealing(
                ground,
                "read and decode a history of %,d, one event in five of another person"
                        .formatted(persons * Guest.EVENTS),
                (sealing, on) -> List.of(
                        new Contestant("sealed", sealing.reading(on, true, persons, Guest.EVENTS)),
                        new Contestant(PLAIN, sealing.reading(on, false, persons, Guest.EVENTS)),
                        new Contestant("sealed, persons alone", sealing.reading(on, true, persons, 1)),
                        new Contestant("in clear, persons alone", sealing.reading(on, false, persons, 1))));
    }

    private HikariDataSource database(Ground ground) {
        var database = ground.newDatabase();
        databases.add(database);
        return database;
    }

    private Ours engine(Ground ground) {
        return Ours.of(database(ground), WireSerializer.of(NAMES, PersonalData.with(keys(ground), NAMES)));
    }

    /** As a process has them that has just started. */
    private SubjectKeys keys(Ground ground) {
        return keys(database(ground));
    }

    private SubjectKeys keys(HikariDataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/eventing/keys")
                .load()
                .migrate();
        var keys = new SubjectKeys(
                database,
                new MasterKeyFile(folder.resolve("master.key")),
                new ErasureList(folder.resolve("erased")),
                Clock.systemUTC());
        keys.begin();
        keys.flushedByEvents();
        return keys;
    }

    private static Contestant.Measurement appending(Effort effort, Ours engine, boolean sealed, int events) {
        return () -> {
            var stored = new AtomicLong();
            var began = System.nanoTime();
            var end = began + effort.time().toNanos();
            try (var executor = Executors.newFixedThreadPool(CLIENTS)) {
                var running = new ArrayList<Future<?>>();
                for (var i = 0; i < CLIENTS; i++) {
                    running.add(executor.submit(() -> {
                        while (System.nanoTime() < end) {
                            for (var event : Guest.somebody(sealed).subList(0, events)) {
                                engine.append(List.of(event));
                                stored.incrementAndGet();
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

    private Contestant.Measurement reading(Ground ground, boolean sealed, int persons, int events) {
        var ofKeys = database(ground);
        var ofEvents = database(ground);
        var writer = Ours.of(ofEvents, WireSerializer.of(NAMES, PersonalData.with(keys(ofKeys), NAMES)));
        for (var i = 0; i < persons; ) {
            var some = new ArrayList<DomainEventMessage<?>>();
            for (; i < persons && some.size() < 1_000; i++) {
                some.addAll(Guest.somebody(sealed).subList(0, events));
            }
            writer.append(some);
        }
        writer.settle();
        var time = ground.effort().time();
        return () -> {
            var began = System.nanoTime();
            var end = began + time.toNanos();
            var read = 0L;
            while (System.nanoTime() < end) {
                // anew, so that no key is in memory
                var reader = Ours.of(ofEvents, WireSerializer.of(NAMES, PersonalData.with(keys(ofKeys), NAMES)));
                try (var all = reader.storage().readEvents(null, false)) {
                    var clear = all.filter(event -> Guest.isClear(event.getPayload()))
                            .count();
                    if (clear != (long) persons * events) {
                        throw new IllegalStateException("read %d events of %d".formatted(clear, persons * events));
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
        return List.of(Bar.atLeast(0.8, PLAIN));
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
