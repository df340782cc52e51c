package org.sala.marketplace.api;

/** How far a joint action has come. */
public enum ActionProgress {
    /** It has begun. */
    UNDER_WAY,
    /** It is done; nothing is reported after that. */
    DONE,
    /** Nothing comes of it; nothing is reported after that. */
    GIVEN_UP
}
