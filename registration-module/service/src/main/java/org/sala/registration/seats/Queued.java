package org.sala.registration.seats;

import java.time.Instant;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.ParticipantId;

/**
 * Somebody who waits for a seat.
 *
 * @param place 1 is the first
 */
public record Queued(ParticipantId participant, int day, AttendanceMode mode, int place, Instant since) {}
