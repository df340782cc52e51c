package org.sala.registration.api;

/** What somebody wants who asks for a seat where none is left. */
public enum WhenFull {
    /** To be told so, and nothing else. */
    REFUSE,
    /** To be put on the waiting list. */
    WAIT
}
