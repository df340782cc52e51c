package org.sala.sessions.api;

/** Why somebody has a seat no more. */
public enum ReleaseReason {
    /** They gave it back, or staff did for them. */
    GIVEN_BACK,
    /** They don't come to the summit any more, or not on that day. */
    NOT_COMING
}
