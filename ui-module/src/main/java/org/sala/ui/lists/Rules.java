package org.sala.ui.lists;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.SummitDay.Admission;

/**
 * What a list is held to before it is sent: the summit as it is now. The last word is registration's.
 *
 * @param consentVersion the version of the consent text that people agree to now
 */
record Rules(UUID summit, ZoneId zone, String consentVersion, boolean closed, List<Day> days) {

    Rules {
        days = List.copyOf(days);
    }

    /** A day, how it is held, and whom it is for. */
    record Day(int number, LocalDate date, Set<AttendanceMode> modes, Admission admits) {

        Day {
            modes = modes.isEmpty() ? Set.of() : EnumSet.copyOf(modes);
        }

        /** In person where it is held in person. */
        AttendanceMode usual() {
            return modes.contains(AttendanceMode.IN_PERSON) ? AttendanceMode.IN_PERSON : AttendanceMode.ONLINE;
        }
    }

    Optional<Day> day(int number) {
        return days.stream().filter(day -> day.number() == number).findFirst();
    }

    Optional<Day> on(LocalDate date) {
        return days.stream().filter(day -> day.date().equals(date)).findFirst();
    }
}
