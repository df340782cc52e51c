package org.sala.benchmarks.bars;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds that count; one before them doesn't
 * @param time that a measurement of a rate lasts
 * @param scale what numbers of events and repetitions are multiplied by: 1, or less where one only tries whether it works
 */
public record Effort(int rounds, Duration time, double scale) {

    /** For figures that are kept. */
    public static final Effort WHOLE = new Effort(5, Duration.ofSeconds(5), 1);

    /** For trying a row in a minute. Its figures are worth little. */
    public static final Effort QUICK = new Effort(1, Duration.ofSeconds(1), 0.1);

    public Effort {
        if (rounds < 1 || !time.isPositive() || scale <= 0) {
            throw new IllegalArgumentException("nothing would be measured");
        }
    }

    /** So many of something, or fewer in a quick run. */
    public int scaled(int whole) {
        return Math.max(1, (int) (whole * scale));
    }
}
