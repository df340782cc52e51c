package org.sala.registration.api;

/** When a tie was asked for. */
public enum TieRound {
    /** At enrolment: what the growth of the network is measured against. */
    BASELINE,
    /** After the summit. */
    FOLLOW_UP
}
