package org.sala.marketplace.matching;

/** A need that no exchange serves, and why. */
public record Unmatched(NeedId need, Reason because) {}
