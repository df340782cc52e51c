package org.sala.marketplace.matching;

import java.time.Duration;

/**
 * How long to search. The time limit is the only thing beside market and seed that an answer may depend on, and the answer
 * says when it does: it is not optimal then.
 *
 * @param time more than nothing
 */
public record Limits(Duration time) {
    public Limits {
        if (!time.isPositive()) {
            throw new MarketRefused("a time limit of %s; it has to be more than nothing".formatted(time));
        }
    }

    public static Limits ofSeconds(long seconds) {
        return new Limits(Duration.ofSeconds(seconds));
    }
}
