package org.sala.sessions.attendance;

import java.time.Instant;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.ParticipantId;

/**
 * A moment at which somebody came or left, as it was told.
 *
 * @param came whether they came; else they left
 */
public record Mark(ParticipantId participant, AttendanceMode mode, boolean came, Instant at) {}
