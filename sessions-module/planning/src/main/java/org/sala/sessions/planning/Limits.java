package org.sala.sessions.planning;

import java.time.Duration;

/**
 * How long to search. The same gathering, seed and steps have the same plan, unless the time was over before the steps were.
 *
 * @param steps how many changes of the plan are tried; a hundred thousand take about a tenth of a second
 * @param time more than nothing
 */
public record Limits(long steps, Duration time) {
    public Limits {
        if (steps < 0) {
            throw new PlanRefused("%d steps; it can't be less than none".formatted(steps));
        }
        if (!time.isPositive()) {
            throw new PlanRefused("a time limit of %s; it has to be more than nothing".formatted(time));
        }
    }
}
