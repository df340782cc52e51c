package org.sala.marketplace.api;

/** How soon a need is to be served. */
public enum Urgency {
    /** Whenever somebody can. */
    WHENEVER,
    /** Within some months. */
    SOON,
    /** Within weeks. */
    NOW
}
