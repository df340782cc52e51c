package org.sala.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.sala.benchmarks.bars.Bar;
import org.sala.benchmarks.bars.Comparison;
import org.sala.benchmarks.bars.Contestant;
import org.sala.benchmarks.bars.Ground;
import org.sala.benchmarks.engines.AxonJdbc;
import org.sala.benchmarks.engines.AxonJpa;
import org.sala.benchmarks.engines.BareInsert;
import org.sala.benchmarks.engines.Ours;

/** What most commands are: one event, one transaction. */
final class AppendOne implements Comparison {

    private final HikariDataSource database;
    private final List<Contestant> contestants;

    AppendOne(Ground ground) {
        this.database = ground.newDatabase();
        var appending = new Appending(ground.effort(), 8, 1);
        this.contestants = List.of(
                appending.by("ours", Ours.on(database)),
                appending.by("Axon JDBC", AxonJdbc.with(database, AxonJdbc.DEFAULT_BATCH)),
                appending.by("Axon JPA", new AxonJpa(database)),
                appending.by("bare insert", new BareInsert(database)));
    }

    @Override
    public String title() {
        return "append, one event a transaction, 8 writers";
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
        return List.of(Bar.atLeast(1.4, "Axon JDBC"), Bar.atLeast(4, "Axon JPA"), Bar.atLeast(0.8, "bare insert"));
    }

    @Override
    public void close() {
        database.close();
    }
}
