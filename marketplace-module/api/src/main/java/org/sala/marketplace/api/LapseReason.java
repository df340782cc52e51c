package org.sala.marketplace.api;

/** Why a trade came to nothing. */
public enum LapseReason {
    /** Everybody had accepted, and other trades had been promised the units of an offer before. */
    OFFER_EXHAUSTED,
    /** An offer was no longer good. */
    OFFER_CLOSED,
    /** Not everybody had accepted by the time that the proposal named. */
    EXPIRED
}
