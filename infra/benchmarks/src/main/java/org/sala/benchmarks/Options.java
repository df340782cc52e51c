package org.sala.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.sala.benchmarks.bars.Effort;

/**
 * What somebody asked for at the command line.
 *
 * @param only what the names of rows must contain
 * @param record the decision record that the table goes into
 */
record Options(Effort effort, String only, Optional<Path> record) {

    Options {
        if (record.isPresent() && !(only.isEmpty() && effort.scale() == 1)) {
            throw new IllegalArgumentException("Only the whole table is recorded, without --quick and --only.");
        }
    }

    static Options of(String... arguments) {
        var effort = Effort.WHOLE;
        var only = "";
        var record = Optional.<Path>empty();
        for (var left = List.of(arguments).iterator(); left.hasNext(); ) {
            var option = left.next();
            switch (option) {
                case "--quick" -> effort = Effort.QUICK;
                case "--rounds" -> effort = new Effort(number(option, left), effort.time(), effort.scale());
                case "--seconds" ->
                    effort = new Effort(effort.rounds(), Duration.ofSeconds(number(option, left)), effort.scale());
                case "--only" -> only = value(option, left);
                case "--record" -> record = Optional.of(Path.of(value(option, left)));
                default -> throw new IllegalArgumentException("Not an option: " + option);
            }
        }
        return new Options(effort, only, record);
    }

    private static String value(String option, Iterator<String> left) {
        if (!left.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value.");
        }
        return left.next();
    }

    private static int number(String option, Iterator<String> left) {
        try {
            return Integer.parseInt(value(option, left));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a number.", e);
        }
    }
}
