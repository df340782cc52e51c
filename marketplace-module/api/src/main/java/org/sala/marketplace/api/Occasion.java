package org.sala.marketplace.api;

/** On which occasion it is asked what became of a leg. Each comes once for a leg. */
public enum Occasion {
    /** Its day has come, and its giver has not said that it was delivered. */
    DUE,
    /** A week after its day. */
    A_WEEK_OVERDUE,
    /** Thirty days after its day; nobody asks after that. */
    A_MONTH_OVERDUE,
    /** Its giver said a week ago that it was delivered, and its receiver has said nothing. */
    UNCONFIRMED
}
