package org.sala.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
 * decision record, if all of it was measured. Ends with 0 where all was measured, whether or not the bars are reached; with
 * 1 where something failed, and with 2 where what was asked for makes no sense.
 */
public final class EventStoreBenchmark {

    private final Effort effort;
    private final List<Row> rows;

    private EventStoreBenchmark(Effort effort, List<Row> rows) {
        this.effort = effort;
        this.rows = rows;
    }

    /** See the class. */
    public static void main(String[] args) {
        try {
            System.exit(run(Options.of(args)) ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (Throwable e) {
            // servers and clients have threads that would keep the process alive
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static boolean run(Options options) throws Exception {
        var rows = all().stream()
                .filter(row -> row.name().contains(options.only()))
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "There are only " + all().stream().map(Row::name).collect(Collectors.joining(", ")) + ".");
        }
        var table = new EventStoreBenchmark(options.effort(), rows).run();
        System.out.println(table);
        if (options.record().isPresent() && table.whole()) {
            new DecisionRecord(options.record().get()).write(table.toString());
        }
        return table.whole();
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
                System.err.println("Measuring " + row.name());
                var outcome = outcome(row, ground);
                System.err.print(outcome.lines());
                outcomes.add(outcome);
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
