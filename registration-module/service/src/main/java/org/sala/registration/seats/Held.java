package org.sala.registration.seats;

import org.sala.registration.api.AttendanceMode;

/** What somebody has on a day: a seat in a mode, or a place among those who wait for one. */
public record Held(AttendanceMode mode, boolean waiting) {}
