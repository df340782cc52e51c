package org.sala.registration.door;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.SummitId;

/**
 * The days of a summit, as far as a door has to know them.
 *
 * @param days by number
 */
public record SummitDays(ZoneId zone, Map<Integer, Day> days) {

    public SummitDays {
        days = Map.copyOf(days);
    }

    /**
     * One of them.
     *
     * @param date in the summit's zone
     * @param modes in which it is held
     */
    public record Day(LocalDate date, Set<AttendanceMode> modes) {

        public Day {
            modes = Set.copyOf(modes);
        }
    }

    /** Where they are looked up: only where something has to be judged by them. */
    public interface Source {

        /**
         * Those of a summit.
         *
         * @throws RegistrationRejected {@code SUMMIT_UNKNOWN}
         */
        SummitDays of(SummitId summit);
    }

    /** Whether a moment is on that day, as far as clocks can tell. */
    boolean isOn(int number, Instant moment) {
        var day = days.get(number);
        return day != null
                && !moment.isBefore(day.date().atStartOfDay(zone).toInstant().minus(Clocks.OFF))
                && moment.isBefore(
                        day.date().plusDays(1).atStartOfDay(zone).toInstant().plus(Clocks.OFF));
    }

    boolean isHeldIn(Place place) {
        var day = days.get(place.day());
        return day != null && day.modes().contains(place.mode());
    }
}
