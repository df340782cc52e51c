package org.sala.registration.door;

import java.time.Duration;
import java.time.Instant;

/** How far clocks may be off before what they say is a contradiction (decision 0063). */
final class Clocks {

    /** How far a device's clock may be off ours, either way. */
    static final Duration OFF = Duration.ofMinutes(10);

    /** How far two devices' clocks may be off each other. */
    static final Duration APART = OFF.multipliedBy(2);

    /** How far the clock of a desk that is connected may be ahead of ours. */
    static final Duration AHEAD = Duration.ofMinutes(2);

    private Clocks() {}

    /** Whether a device saw something after a moment of ours, however its clock goes. */
    static boolean surelyAfter(Instant seen, Instant moment) {
        // a moment that never comes is not moved
        return !moment.equals(Instant.MAX) && seen.isAfter(moment.plus(OFF));
    }
}
