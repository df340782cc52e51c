package org.sala.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * When, after the beginning, each moment of a summit is played. Hours in which nothing happens are cut short, so that
 * nobody waits for a night to pass.
 */
final class Tempo {

    static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

    private final Map<Instant, Duration> played = new TreeMap<>();

    Tempo(Collection<Instant> moments, double speed) {
        var sorted = new TreeSet<>(moments);
        if (sorted.isEmpty()) {
            return;
        }
        var before = sorted.first();
        var life = Duration.ZERO;
        for (var moment : sorted) {
            var silence = Duration.between(before, moment);
            life = life.plus(silence.compareTo(LONGEST_SILENCE) > 0 ? LONGEST_SILENCE : silence);
            played.put(moment, Duration.ofNanos((long) (life.toNanos() / speed)));
            before = moment;
        }
    }

    /** How long after the beginning a moment is played. */
    Duration of(Instant moment) {
        return played.getOrDefault(moment, Duration.ZERO);
    }
}
