package org.sala.marketplace.api;

import org.jspecify.annotations.Nullable;

/**
 * Where an offer can be had: from anywhere, at a place, or both.
 *
 * @param remote whether it can be had from anywhere
 * @param venue where it is had in person; absent where it is remote only
 */
public record Place(boolean remote, @Nullable BilingualText venue) {}
