package org.sala.marketplace.api;

/**
 * One promise within a trade.
 *
 * @param giver whose offer it is
 * @param receiver who gets the units
 * @param offer of what
 * @param units how many of the offer's units, at least one
 */
public record Leg(OrganizationId giver, OrganizationId receiver, OfferId offer, int units) {}
