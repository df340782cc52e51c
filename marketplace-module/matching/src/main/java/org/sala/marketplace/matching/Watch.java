package org.sala.marketplace.matching;

/** Looks at the clock and at whoever may want to stop. */
interface Watch {
    /** Ends the search by {@link Search.Stopped} when it is time. */
    void look();
}
