package org.sala.marketplace.api;

/** Where a trade stands. */
public enum TradeStatus {
    /** Waits for its parties. */
    OPEN,
    /** Everybody has accepted; its legs are promised. */
    AGREED,
    /** Every leg was confirmed. */
    COMPLETED,
    /** Came to nothing by itself. */
    LAPSED,
    /** A party did not want it. */
    DECLINED,
    /** Was called off. */
    CANCELLED
}
