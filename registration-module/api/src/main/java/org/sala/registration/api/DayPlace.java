package org.sala.registration.api;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a person takes part in one day.
 *
 * @param mode the mode in which there is a seat, or is waited for one
 * @param waiting whether there is no seat yet
 * @param here in which modes the person was checked in; more than one where they changed on the day
 * @param place of whoever waits, on the list of the day and mode; 1 is next. Told where one person is asked for, and
 *     absent in lists
 */
public record DayPlace(
        AttendanceMode mode,
        boolean waiting,
        Set<AttendanceMode> here,
        @Nullable Integer place) {

    public DayPlace {
        here = Collections.unmodifiableSet(new TreeSet<>(here));
    }

    /** A place in a list of people, or a seat. */
    public DayPlace(AttendanceMode mode, boolean waiting, Set<AttendanceMode> here) {
        this(mode, waiting, here, null);
    }
}
