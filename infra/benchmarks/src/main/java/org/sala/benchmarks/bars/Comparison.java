package org.sala.benchmarks.bars;

import java.util.List;

/**
 * One row of the table: what is measured, by whom, and which bars ours is held to. Its constructor prepares what is
 * measured; {@link #close} gives it back.
 */
public interface Comparison extends AutoCloseable {

    /** What is measured, as the table shows it. */
    String title();

    /** Of the figures, such as {@code events/s}. */
    String unit();

    /** In the order of the table: ours first. Each round measures all of them in this order. */
    List<Contestant> contestants();

    List<Bar> bars();

    /** Whether a second round could give another figure: sizes don't. */
    default boolean varies() {
        return true;
    }

    @Override
    default void close() {}
}
