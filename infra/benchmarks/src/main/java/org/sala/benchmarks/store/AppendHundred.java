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

/** What an import does: a hundred events of one aggregate in a transaction. */
final class AppendHundred implements Comparison {

    private final HikariDataSource database;
    private final List<Contestant> contestants;

    AppendHundred(Ground ground) {
        this.database = ground.newDatabase();
        var appending = new Appending(ground.effort(), 8, 100);
        this.contestants = List.of(
                appending.by("ours", Ours.on(database)),
                appending.by("Axon JDBC", AxonJdbc.with(database, AxonJdbc.DEFAULT_BATCH)),
                appending.by("Axon JPA", new AxonJpa(database)),
                appending.by("bare insert", new BareInsert(database)));
    }

    @Override
    public String title() {
        return "append, 100 events a transaction, 8 writers";
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
        return List.of(Bar.atLeast(1.5, "Axon JDBC"), Bar.atLeast(10, "Axon JPA"));
    }

    @Override
    public void close() {
        database.close();
    }
}
