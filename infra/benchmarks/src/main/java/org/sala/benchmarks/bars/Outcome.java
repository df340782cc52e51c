package org.sala.benchmarks.bars;

/** What became of a row. */
public sealed interface Outcome permits Result, Failure {

    /** Its lines of the {@link Table}. */
    String lines();
}
