package org.sala.sessions.planning;

/**
 * How far a planning is.
 *
 * @param best what the best plan so far is worth
 * @param bound what can't be surpassed, part by part; whether all of it can be had at once is not said
 * @param steps how many changes were tried
 */
public record Progress(Score best, Score bound, long steps) {}
