package org.sala.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sala.benchmarks.bars.DecisionRecord;
import org.sala.benchmarks.bars.Effort;
import org.sala.benchmarks.bars.Failure;
import org.sala.benchmarks.bars.Ground;
import org.sala.benchmarks.bars.Outcome;
import org.sala.benchmarks.bars.Row;
import org.sala.benchmarks.bars.Table;
import org.sala.benchmarks.flow.FlowRows;
import org.sala.benchmarks.rebuild.RebuildRows;
import org.sala.benchmarks.store.StoreRows;

/**
 * Every bar of the event store in one run, on one PostgreSQL and one Kafka that keep what they confirm. Prints the table
 * as Markdown.
 *
 * <p>{@code --quick} only tries whether all works; {@code --rounds N} and {@code --seconds N} say how much is measured
 * (5, 5); {@code --only WORD} takes the rows whose names contain it; {@code --record FILE} writes the table into a
 * decision record. Ends with 0 where all was measured, whether or not the bars are reached.
 */
public final class EventStoreBenchmark {

    private final Effort effort;
    private final List<Row> rows;

    private EventStoreBenchmark(Effort effort, List<Row> rows) {
        this.effort = effort;
        this.rows = rows;
    }

    public static void main(String[] args) throws Exception {
        var effort = Effort.WHOLE;
        var only = "";
        var record = Optional.<DecisionRecord>empty();
        for (var i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--quick" -> effort = Effort.QUICK;
                case "--rounds" -> effort = new Effort(Integer.parseInt(args[++i]), effort.time(), effort.scale());
                case "--seconds" ->
                    effort = new Effort(effort.rounds(), Duration.ofSeconds(Long.parseLong(args[++i])), effort.scale());
                case "--only" -> only = args[++i];
                case "--record" -> record = Optional.of(new DecisionRecord(Path.of(args[++i])));
                default -> throw new IllegalArgumentException("unknown: " + args[i]);
            }
        }
        var wanted = only;
        var rows = all().stream().filter(row -> row.name().contains(wanted)).toList();
        var table = new EventStoreBenchmark(effort, rows).run();
        System.out.println(table);
        if (!table.whole()) {
            System.exit(1);
        }
        if (record.isPresent()) {
            record.get().write(table.toString());
        }
        System.exit(0);
    }

    /** In the order of the table. */
    private static List<Row> all() {
        return Stream.of(StoreRows.all(), FlowRows.all(), RebuildRows.all())
                .flatMap(List::stream)
                .toList();
    }

    private Table run() throws Exception {
        try (var ground = Ground.prepare(effort)) {
            var machine = ground.machine();
            var outcomes = new ArrayList<Outcome>();
            for (var row : rows) {
                System.err.println(row.name());
                outcomes.add(outcome(row, ground));
            }
            return new Table(outcomes, effort, machine);
        }
    }

    private static Outcome outcome(Row row, Ground ground) {
        try {
            return row.measure(ground);
        } catch (Exception e) {
            e.printStackTrace();
            return new Failure(row.name(), e);
        }
    }
}
