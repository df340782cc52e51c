package org.sala.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import org.sala.benchmarks.bars.Bar;
import org.sala.benchmarks.bars.Comparison;
import org.sala.benchmarks.bars.Contestant;
import org.sala.benchmarks.bars.Ground;
import org.sala.benchmarks.engines.AxonJdbc;
import org.sala.benchmarks.engines.BareInsert;
import org.sala.benchmarks.engines.Engine;
import org.sala.benchmarks.engines.Ours;
import org.sala.benchmarks.engines.Sample;

/** The whole history, each event decoded into its record, as a replay needs it. */
final class ReadHistory implements Comparison {

    private final Duration time;
    private final int events;
    private final HikariDataSource database;
    private final List<Contestant> contestants;

    ReadHistory(Ground ground) {
        this.time = ground.effort().time();
        this.events = ground.effort().scaled(400) * 100;
        this.database = ground.newDatabase();
        var ours = Ours.on(database);
        var jdbc = AxonJdbc.with(database, AxonJdbc.DEFAULT_BATCH);
        var bare = new BareInsert(database);
        for (var engine : List.of(ours, jdbc, bare)) {
            for (var i = 0; i < events / 100; i++) {
                engine.append(Sample.newAggregate(100));
            }
        }
        this.contestants = List.of(
                reading("ours", ours),
                reading("Axon JDBC", jdbc),
                reading("Axon JDBC, batches of 5,000", AxonJdbc.with(database, 5_000)),
                reading("bare select", bare));
    }

    private Contestant reading(String name, Engine engine) {
        return new Contestant(name, () -> {
            var began = System.nanoTime();
            var end = began + time.toNanos();
            var read = 0L;
            while (System.nanoTime() < end) {
                read += all(name, engine);
            }
            return read / ((System.nanoTime() - began) / 1e9);
        });
    }

    private long all(String name, Engine engine) {
        var read = engine.readAll();
        if (read != events) {
            throw new IllegalStateException("%s read %d events of %d".formatted(name, read, events));
        }
        return read;
    }

    @Override
    public String title() {
        return "read and decode a history of %,d".formatted(events);
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
        return List.of(Bar.atLeast(3, "Axon JDBC"), Bar.atLeast(1.5, "Axon JDBC, batches of 5,000"));
    }

    @Override
    public void close() {
        database.close();
    }
}
