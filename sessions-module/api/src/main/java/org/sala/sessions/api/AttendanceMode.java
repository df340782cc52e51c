package org.sala.sessions.api;

/** How somebody takes part in one session. */
public enum AttendanceMode {
    IN_PERSON,
    ONLINE
}
