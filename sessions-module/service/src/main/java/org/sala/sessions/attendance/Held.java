package org.sala.sessions.attendance;

import java.time.Instant;

/**
 * When a session was held.
 *
 * @param until when it was over; now, where it runs
 */
public record Held(Instant from, Instant until) {}
