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

/** Eight writers beside each other, each with so many events of one aggregate in a transaction. */
final class AppendTransactions implements Comparison {

    private final String title;
    private final List<Bar> bars;
    private final HikariDataSource database;
    private final List<Contestant> contestants;

    private AppendTransactions(Ground ground, int events, String title, List<Bar> bars) {
        this.title = title;
        this.bars = bars;
        this.database = ground.newDatabase();
        var appending = new Appending(ground.effort(), 8, events);
        this.contestants = List.of(
                appending.by("ours", Ours.on(database)),
                appending.by("Axon JDBC", AxonJdbc.with(database, AxonJdbc.DEFAULT_BATCH)),
                appending.by("Axon JPA", new AxonJpa(database)),
                appending.by("bare insert", new BareInsert(database)));
    }

    /** What most commands are. */
    static AppendTransactions ofOneEvent(Ground ground) {
        return new AppendTransactions(
                ground,
                1,
                "append, one event a transaction, 8 writers",
                List.of(Bar.atLeast(1.4, "Axon JDBC"), Bar.atLeast(4, "Axon JPA"), Bar.atLeast(0.8, "bare insert")));
    }

    /** What an import does. */
    static AppendTransactions ofAHundredEvents(Ground ground) {
        return new AppendTransactions(
                ground,
                100,
                "append, 100 events a transaction, 8 writers",
                List.of(Bar.atLeast(1.5, "Axon JDBC"), Bar.atLeast(10, "Axon JPA")));
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
        return bars;
    }

    @Override
    public void close() {
        database.close();
    }
}
