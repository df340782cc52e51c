package org.sala.benchmarks.bars;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** All that was measured in a run, in Markdown. */
public record Table(List<Outcome> outcomes, Effort effort, Machine machine) {

    public Table {
        outcomes = List.copyOf(outcomes);
    }

    /** Whether every row gave figures. */
    public boolean whole() {
        return outcomes.stream().allMatch(Result.class::isInstance);
    }

    @Override
    public String toString() {
        return """
                Measured on %s, %s. %s a contestant, in turn; %s s a rate. Medians; «reached» compares medians.

                | | median | from – to | ours is | bar | reached |
                |---|--:|--:|--:|--:|---|
                """.formatted(
                                LocalDate.now(ZoneOffset.UTC),
                                machine,
                                effort.rounds() == 1 ? "One round" : effort.rounds() + " rounds",
                                effort.time().toSeconds())
                + outcomes.stream().map(Outcome::lines).collect(Collectors.joining());
    }
}
