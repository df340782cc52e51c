package org.sala.sessions.api;

/**
 * How long somebody was in a session that is over.
 *
 * @param minutes while it ran, in the room or online, each minute once
 */
public record Attended(SessionId session, int minutes) {}
