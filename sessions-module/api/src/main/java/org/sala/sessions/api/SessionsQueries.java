package org.sala.sessions.api;

import java.util.List;

/** What sessions answers at once, from its own books. */
public interface SessionsQueries {

    /**
     * Seats of a session, by mode.
     *
     * @param accessToken the signed token of whoever asks
     * @throws SessionsRejected {@code SESSION_UNKNOWN}, {@code NOT_ALLOWED}
     */
    List<SeatCount> seats(SessionId session, String accessToken);

    /**
     * How full a session is in one mode.
     *
     * @param seats how many there are
     * @param present how many people are in it or, once it has ended, were; never more than {@code seats}
     */
    record SeatCount(AttendanceMode mode, int seats, int present) {}
}
