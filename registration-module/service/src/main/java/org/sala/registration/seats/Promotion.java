package org.sala.registration.seats;

import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.ParticipantId;

/** Whose turn it is: a seat is free, and this person is the first who waits and may have it. */
public record Promotion(ParticipantId participant, int day, AttendanceMode mode) {}
