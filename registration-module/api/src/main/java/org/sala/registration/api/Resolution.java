package org.sala.registration.api;

/** What a person found out about a dispute. */
public enum Resolution {
    /** The scan is right: the person was here, on that day, in that mode. */
    WAS_HERE,
    /** The scan is wrong: the person was not here in that mode. */
    WAS_NOT_HERE,
    /** What was missing arrived later: nothing contradicts any more. */
    EXPLAINED
}
