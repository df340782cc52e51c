package org.sala.registration.seats;

/** What came of asking for a seat. */
public enum Outcome {
    /** The person has it. */
    TAKEN,
    /** None is left for a newcomer: all are taken, or are for those who wait. */
    NONE_LEFT,
    /** People of the organisation hold as many seats of the day as one organisation may. */
    SHARE_TAKEN
}
