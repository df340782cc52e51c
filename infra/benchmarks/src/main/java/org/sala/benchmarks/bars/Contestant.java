package org.sala.benchmarks.bars;

/**
 * One of those that are compared.
 *
 * @param name as the table shows it; no two contestants of a comparison have the same
 */
public record Contestant(String name, Measurement measurement) {

    /** One measurement. */
    @FunctionalInterface
    public interface Measurement {

        /**
         * Measures once. Throws where what was to be measured didn't happen: a failure is no figure.
         *
         * @return in the comparison's unit, above zero
         */
        double measure() throws Exception;
    }
}
