package org.sala.marketplace.api;

/** Where a leg stands. */
public enum LegStatus {
    /** Nothing is promised yet. */
    PROPOSED,
    /** Promised and not yet delivered. */
    OWED,
    /** Its giver says that it was delivered. */
    DELIVERED,
    /** Its receiver says so too, or staff. */
    CONFIRMED,
    /** Its receiver says that it was not as promised; staff resolve that. */
    DISPUTED,
    /** Nothing is owed any more: the trade was called off before, or never agreed. */
    RELEASED
}
