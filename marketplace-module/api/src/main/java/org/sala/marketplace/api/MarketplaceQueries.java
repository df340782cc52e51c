package org.sala.marketplace.api;

import java.time.Instant;
import java.util.List;

/** What the marketplace answers at once, from its own books. */
public interface MarketplaceQueries {

    /**
     * The offers of a summit that are good now and have a unit left, by when they end. Empty where there are none.
     *
     * @throws MarketplaceRejected {@code NOT_ALLOWED}
     */
    List<OfferUnits> openOffers(SummitId summit, String accessToken);

    /**
     * How many of an offer's units are promised.
     *
     * @throws MarketplaceRejected {@code OFFER_UNKNOWN}, {@code NOT_ALLOWED}
     */
    OfferUnits units(OfferId offer, String accessToken);

    /**
     * An offer's units.
     *
     * @param units how many were offered
     * @param reserved how many of them are promised in agreed trades; never more than {@code units}
     * @param goodUntil until when the rest can be agreed on
     */
    record OfferUnits(OfferId offer, OrganizationId organization, int units, int reserved, Instant goodUntil) {

        /** How many are promised to nobody. */
        public int left() {
            return units - reserved;
        }
    }
}
