package org.sala.benchmarks.bars;

/**
 * A comparison that has yet to be prepared.
 *
 * @param name by which it is chosen at the command line, such as {@code append-one}
 */
public record Row(String name, Preparation preparation) {

    /** Makes what is compared. */
    @FunctionalInterface
    public interface Preparation {

        Comparison on(Ground ground) throws Exception;
    }

    /** Prepares, measures, and clears away. */
    public Result measure(Ground ground) throws Exception {
        try (var comparison = preparation.on(ground)) {
            return Result.of(comparison, ground.effort());
        }
    }
}
