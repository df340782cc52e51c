package org.sala.rehearsal;

import java.time.Duration;

/**
 * How a summit is played.
 *
 * @param summit the folder of its files
 * @param copy empty, or the name of a further copy, which is played beside those that are there already
 * @param seed decides what goes wrong, and when: the same seed makes the same mishaps
 * @param speed how many times faster than life; {@link Double#POSITIVE_INFINITY}: as fast as the modules take it
 * @param senders how many send at once
 * @param mishaps whether things go wrong as they do on the day: double scans, late scans, wrong commands
 * @param patience how long a module may be away, or not have heard of what another has decided, before it is given up
 */
public record Performance(
        String summit, String copy, long seed, double speed, int senders, boolean mishaps, Duration patience) {

    /** The reference summit's folder. */
    public static final String REFERENCE = "resiliency-cambodia-2022";

    public Performance {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("a speed is more than 0");
        }
        if (senders < 1 || senders > 64) {
            throw new IllegalArgumentException("senders are 1 to 64");
        }
    }

    /** The reference summit as the sample: as fast as can be, and nothing goes wrong. */
    public static Performance sample() {
        return new Performance(REFERENCE, "", 2022, Double.POSITIVE_INFINITY, 4, false, Duration.ofMinutes(5));
    }

    /** The reference summit with its mishaps, so many times faster than life. */
    public static Performance live(double speed) {
        return new Performance(REFERENCE, "", 2022, speed, 4, true, Duration.ofMinutes(5));
    }

    /** The same under another name, so that it can be played where it was played before. */
    public Performance as(String name) {
        return new Performance(summit, name, seed, speed, senders, mishaps, patience);
    }
}
