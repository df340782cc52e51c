package org.sala.marketplace.matching;

/**
 * How far a matching is.
 *
 * @param best what the best solution so far serves, lots not counted
 * @param bound what can't be surpassed
 */
public record Progress(Counts best, Counts bound) {}
