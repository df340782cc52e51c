package org.sala.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.sala.benchmarks.bars.Bar;
import org.sala.benchmarks.bars.Comparison;
import org.sala.benchmarks.bars.Contestant;
import org.sala.benchmarks.bars.Ground;
import org.sala.benchmarks.engines.BareInsert;
import org.sala.benchmarks.engines.Ours;

/** Many clients whose single events are committed together. */
final class AppendInGroups implements Comparison {

    private static final String OURS = "ours, in groups, 32 clients";
    private static final String BARE = "bare insert, 8 writers";

    private final HikariDataSource database;
    private final Ours grouping;
    private final List<Contestant> contestants;

    AppendInGroups(Ground ground) {
        this.database = ground.newDatabase();
        this.grouping = Ours.inGroups(database);
        var many = new Appending(ground.effort(), 32, 1);
        var bare = new BareInsert(database);
        this.contestants = List.of(
                many.by(OURS, grouping),
                many.by("ours, each by itself, 32 clients", Ours.on(database)),
                new Appending(ground.effort(), 8, 1).by(BARE, bare),
                many.by("bare insert, 32 writers", bare));
    }

    @Override
    public String title() {
        return "append, one event a command, group commit";
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
        return List.of(Bar.atLeast(2, BARE).of(OURS));
    }

    @Override
    public void close() {
        grouping.close();
        database.close();
    }
}
