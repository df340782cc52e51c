package org.sala.registration.api;

import java.util.List;

/** What registration answers at once, from its own books. */
public interface RegistrationQueries {

    /**
     * Seats of a summit, by day and mode.
     *
     * @throws RegistrationRejected {@code SUMMIT_UNKNOWN}, {@code NOT_ALLOWED}
     */
    List<SeatCount> seats(SummitId summit, String accessToken);

    /**
     * How full a day is in one mode.
     *
     * @param seats how many there are
     * @param taken how many of them are taken; never more than {@code seats}
     */
    record SeatCount(int day, AttendanceMode mode, int seats, int taken) {}
}
