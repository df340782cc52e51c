package org.sala.marketplace.api;

/** What was true of a leg that was disputed. */
public enum LegResolution {
    /** It was given: it counts as if its receiver had confirmed it. */
    CONFIRMED,
    /** It was not: its giver still owes it. */
    STILL_OWED
}
