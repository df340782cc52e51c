package org.sala.marketplace.api;

/** What an offer is: a thing that is lent or given (a car, a room), or something that people can do for others. */
public enum OfferKind {
    GOOD,
    CAPACITY
}
