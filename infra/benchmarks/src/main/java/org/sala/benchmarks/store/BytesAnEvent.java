package org.sala.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.sala.benchmarks.bars.Bar;
import org.sala.benchmarks.bars.Comparison;
import org.sala.benchmarks.bars.Contestant;
import org.sala.benchmarks.bars.Ground;
import org.sala.benchmarks.engines.AxonJdbc;
import org.sala.benchmarks.engines.AxonJpa;
import org.sala.benchmarks.engines.Engine;
import org.sala.benchmarks.engines.Ours;
import org.sala.benchmarks.engines.Sample;

/** What the same events take on disk, tables and indexes. */
final class BytesAnEvent implements Comparison {

    private final int events;
    private final HikariDataSource database;
    private final List<Contestant> contestants;

    BytesAnEvent(Ground ground) {
        this.events = ground.effort().scaled(2_000) * 20;
        this.database = ground.newDatabase();
        this.contestants = List.of(
                sized("ours", Ours.on(database)),
                sized("Axon JPA", new AxonJpa(database)),
                sized("Axon JDBC", AxonJdbc.with(database, AxonJdbc.DEFAULT_BATCH)));
    }

    private Contestant sized(String name, Engine engine) {
        return new Contestant(name, () -> {
            var before = engine.bytes();
            for (var i = 0; i < events / 20; i++) {
                engine.append(Sample.newAggregate(20));
            }
            if (engine.readAll() != events) {
                throw new IllegalStateException(name + " hasn't stored all events");
            }
            return (engine.bytes() - before) / (double) events;
        });
    }

    @Override
    public String title() {
        return "bytes an event, tables and indexes";
    }

    @Override
    public String unit() {
        return "bytes";
    }

    @Override
    public List<Contestant> contestants() {
        return contestants;
    }

    @Override
    public List<Bar> bars() {
        return List.of(Bar.atMost(0.6, "Axon JPA"), Bar.atMost(0.6, "Axon JDBC"));
    }

    @Override
    public boolean varies() {
        return false;
    }

    @Override
    public void close() {
        database.close();
    }
}
