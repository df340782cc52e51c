package org.sala.sessions.api;

import java.time.Instant;

/**
 * When a session is planned.
 *
 * @param start its first moment
 * @param end the moment after its last; a session that starts here doesn't overlap
 */
public record Slot(Instant start, Instant end) {}
