package org.sala.rehearsal;

import java.time.Instant;
import java.util.Set;
import org.sala.ports.Role;

/**
 * One thing to be sent.
 *
 * @param number its place in the script, from 0
 * @param at when, by the summit's own clock
 * @param role as what it is sent
 * @param after numbers of the steps that must be done before, such as the registration of whoever is checked in
 */
record Step(int number, Instant at, Role role, Object command, Set<Integer> after, Outcome outcome, Kind kind) {

    /** Why it is sent. */
    enum Kind {
        /** It belongs to the summit. */
        PLANNED,
        /** It was sent before, and changes nothing. */
        REPEATED,
        /** It is wrong, and is refused. */
        WRONG
    }

    @Override
    public String toString() {
        return "Step[%d %s]".formatted(number, command.getClass().getSimpleName());
    }
}
