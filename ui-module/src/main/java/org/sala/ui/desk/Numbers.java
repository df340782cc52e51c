package org.sala.ui.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.AttendanceMode;
import org.sala.ui.shell.Summit;

/**
 * A day in numbers, in no language yet. Two that are equal look the same.
 *
 * @param modes in which the day is held, or somebody came
 * @param organizations which people are expected of, came of or wait of, the one with most still missing first
 * @param waiting how many wait for a seat of the summit, on whichever day
 * @param disputes how many contradictions nobody has resolved
 */
record Numbers(List<OfMode> modes, List<OfOrganization> organizations, int waiting, int disputes) {

    Numbers {
        modes = List.copyOf(modes);
        organizations = List.copyOf(organizations);
    }

    /**
     * How many, in one mode.
     *
     * @param here who came in it, whatever they were registered for, and has not left
     * @param left who came and has left
     * @param free seats that nobody has; null where the day isn't held in that mode
     */
    record OfMode(
            AttendanceMode mode,
            int expected,
            int here,
            int left,
            int waiting,
            @Nullable Integer free) {}

    /**
     * How many, of one organisation, in every mode together.
     *
     * @param id null for people of none
     */
    record OfOrganization(@Nullable UUID id, Summit.@Nullable Text name, int expected, int here, int waiting) {}
}
