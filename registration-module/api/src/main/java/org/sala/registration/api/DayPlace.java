package org.sala.registration.api;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a person takes part in one day.
 *
 * @param mode the mode in which there is a seat, or is waited for one
 * @param waiting whether there is no seat yet
 * @param here in which modes the person was checked in; more than one where they changed on the day
 */
public record DayPlace(AttendanceMode mode, boolean waiting, Set<AttendanceMode> here) {

    public DayPlace {
        here = Collections.unmodifiableSet(new TreeSet<>(here));
    }
}
