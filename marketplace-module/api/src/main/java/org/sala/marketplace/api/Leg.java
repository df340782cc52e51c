package org.sala.marketplace.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One promise within a trade. Legs are numbered from 1 in their order.
 *
 * @param giver whose offer it is
 * @param receiver who gets the units
 * @param offer of what
 * @param units how many of the offer's units, at least one
 * @param need the receiver's need that it serves; absent where it serves none that was voiced
 * @param dueBy by when it is to be delivered; absent in a proposal: by the end of the offer
 */
public record Leg(
        OrganizationId giver,
        OrganizationId receiver,
        OfferId offer,
        int units,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NeedId need,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant dueBy) {

    /** A promise that serves no need that was voiced, and names no day. */
    public Leg(OrganizationId giver, OrganizationId receiver, OfferId offer, int units) {
        this(giver, receiver, offer, units, null, null);
    }

    /** The same with its day. */
    public Leg dueBy(Instant day) {
        return new Leg(giver, receiver, offer, units, need, day);
    }
}
