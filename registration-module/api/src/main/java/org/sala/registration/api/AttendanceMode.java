package org.sala.registration.api;

/** How somebody takes part in one day. It belongs to a day and a person, never to a summit as a whole. */
public enum AttendanceMode {
    IN_PERSON,
    ONLINE
}
