package org.sala.benchmarks.bars;

/**
 * What a contestant has to reach.
 *
 * @param contestant whose median is held to it
 * @param bound on which side of it that median has to be
 * @param factor times the reference's median
 * @param reference the contestant whose median it is a multiple of
 */
public record Bar(String contestant, Bound bound, double factor, String reference) {

    /** The side that is good. */
    public enum Bound {
        AT_LEAST,
        AT_MOST,
        /** Either: the ratio is only shown, as a witness of what others do. */
        ANY
    }

    public static Bar atLeast(double factor, String reference) {
        return new Bar("ours", Bound.AT_LEAST, factor, reference);
    }

    public static Bar atMost(double factor, String reference) {
        return new Bar("ours", Bound.AT_MOST, factor, reference);
    }

    /** Of another contestant than the one that is called ours. */
    public Bar of(String otherContestant) {
        return new Bar(otherContestant, bound, factor, reference);
    }

    /** How one of the others stands to another of them. */
    public static Bar witness(String contestant, String reference) {
        return new Bar(contestant, Bound.ANY, 1, reference);
    }

    boolean metBy(double ratio) {
        return switch (bound) {
            case AT_LEAST -> ratio >= factor;
            case AT_MOST -> ratio <= factor;
            case ANY -> true;
        };
    }

    /** By how much the ratio misses the bar, as a share of the bar; not above zero where it is met. */
    double shortfall(double ratio) {
        return switch (bound) {
            case AT_LEAST -> 1 - ratio / factor;
            case AT_MOST -> ratio / factor - 1;
            case ANY -> 0;
        };
    }

    @Override
    public String toString() {
        return switch (bound) {
            case AT_LEAST -> "≥ %s ×".formatted(Figures.shown(factor));
            case AT_MOST -> "≤ %s ×".formatted(Figures.shown(factor));
            case ANY -> "";
        };
    }
}
