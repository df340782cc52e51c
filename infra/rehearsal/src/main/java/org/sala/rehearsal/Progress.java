package org.sala.rehearsal;

import java.time.ZonedDateTime;
import java.util.Optional;

/** Is told how far a rehearsal is, a few times a second. Takes little time: it is called while the rehearsal runs. */
@FunctionalInterface
public interface Progress {

    void is(State state);

    /**
     * How far it is.
     *
     * @param done commands that are decided, one way or the other
     * @param of how many there are
     * @param summitTime the summit's own time of the last of them, in its zone
     * @param refused how many were refused, as they should be
     * @param unexpected how many came out as they should not
     * @param waitsFor what is waited for, in words; empty when nothing is
     */
    record State(int done, int of, ZonedDateTime summitTime, int refused, int unexpected, Optional<String> waitsFor) {}
}
