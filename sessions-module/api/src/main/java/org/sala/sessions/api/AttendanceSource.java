package org.sala.sessions.api;

/** How it is known that somebody was in a session. */
public enum AttendanceSource {
    /** A badge was scanned at the room. */
    SCAN,
    /** A facilitator ticked a name on a list. */
    LIST,
    /** A sheet of paper was typed later. */
    SHEET,
    /** The online meeting reported who was in it. */
    ONLINE_REPORT
}
