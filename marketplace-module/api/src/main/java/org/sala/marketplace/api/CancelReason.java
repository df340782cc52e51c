package org.sala.marketplace.api;

/** Why a trade is called off; a code, since free words might name people. */
public enum CancelReason {
    /** A giver can not do what it promised. */
    CANNOT_DELIVER,
    /** A receiver can do without. */
    NOT_NEEDED_ANY_MORE,
    /** The parties agreed on that. */
    BY_AGREEMENT,
    OTHER
}
