package org.sala.ui.registering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.SummitId;
import org.sala.ui.shell.Summit.Text;

/**
 * A summit, as whoever registers for it needs to know it.
 *
 * @param open whether people were let register by themselves
 * @param until when that ends by itself; absent where somebody will end it
 * @param organizations those enrolled for it
 */
record OpenSummit(
        SummitId id,
        Text title,
        ZoneId zone,
        List<Day> days,
        String consentVersion,
        Text consent,
        boolean open,
        @Nullable Instant until,
        boolean closed,
        List<Organization> organizations) {

    OpenSummit {
        days = List.copyOf(days);
        organizations = List.copyOf(organizations);
    }

    OpenSummit with(List<Day> otherDays, List<Organization> otherOrganizations) {
        return new OpenSummit(
                id, title, zone, otherDays, consentVersion, consent, open, until, closed, otherOrganizations);
    }

    /**
     * One day.
     *
     * @param modes how one can take part in it
     * @param forSome whether it is for certain cohorts, and for whom else is named
     */
    record Day(int number, LocalDate date, Text venue, List<AttendanceMode> modes, boolean forSome) {

        Day {
            modes = List.copyOf(modes);
        }
    }

    record Organization(UUID id, Text name) {}

    /** What a person can do here by themselves. */
    enum State {
        OPEN,
        NOT_OPEN,
        OVER
    }

    State at(Instant now) {
        if (closed) {
            return State.OVER;
        }
        return open && (until == null || now.isBefore(until)) ? State.OPEN : State.NOT_OPEN;
    }

    Optional<Day> day(int number) {
        return days.stream().filter(day -> day.number() == number).findFirst();
    }
}
