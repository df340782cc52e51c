package org.sala.marketplace;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.api.TradeShape;

/** The rules of the marketplace by their names. Each passes in silence or refuses. */
final class MarketplacePolicies {

    static final int OPEN_OFFERS = 3;

    private MarketplacePolicies() {}

    static void onlyEnrolledOrganizations(SummitId summit, OrganizationId organization, Enrolments enrolments) {
        if (!enrolments.isEnrolled(summit, organization)) {
            throw new MarketplaceRejected(Reason.ORGANIZATION_UNKNOWN, Map.of("organization", organization.toString()));
        }
    }

    static void offersAreGoodForAWhile(Instant goodUntil, Instant now) {
        if (!goodUntil.isAfter(now)) {
            throw new MarketplaceRejected(Reason.GOOD_UNTIL_PASSED);
        }
    }

    static void threeOpenOffersAtTheMost(int open) {
        if (open >= OPEN_OFFERS) {
            throw new MarketplaceRejected(Reason.TOO_MANY_OFFERS, Map.of("limit", Integer.toString(OPEN_OFFERS)));
        }
    }

    static void noneTradesWithItself(List<Leg> legs) {
        for (var leg : legs) {
            if (leg.giver().equals(leg.receiver())) {
                throw new MarketplaceRejected(
                        Reason.TRADES_WITH_ITSELF,
                        Map.of("organization", leg.giver().toString()));
            }
        }
    }

    /** A gift is open by nature; a swap and a ring go round once, through each organisation once. */
    static void legsCloseUnlessAGift(List<Leg> legs) {
        if (TradeShape.of(legs) == TradeShape.GIFT) {
            return;
        }
        var givers = new HashSet<OrganizationId>();
        var receiverBefore = legs.getLast().receiver();
        for (var leg : legs) {
            if (!leg.giver().equals(receiverBefore) || !givers.add(leg.giver())) {
                throw new MarketplaceRejected(Reason.LEGS_DO_NOT_CLOSE);
            }
            receiverBefore = leg.receiver();
        }
    }

    static void onlyAPartyActs(OrganizationId organization, Set<OrganizationId> parties) {
        if (!parties.contains(organization)) {
            throw new MarketplaceRejected(Reason.NOT_A_PARTY, Map.of("organization", organization.toString()));
        }
    }

    /**
     * Each leg's offer is its giver's, good, and has the units. That they are there now promises nobody anything: they
     * are counted again, and reserved, when everybody has accepted.
     */
    static void legsCanBeGiven(SummitId summit, List<Leg> legs, Map<OfferId, OfferBook.Entry> entries, Instant now) {
        for (var leg : legs) {
            var entry = entries.get(leg.offer());
            var offer = leg.offer().toString();
            if (entry == null || !entry.summit().equals(summit)) {
                throw new MarketplaceRejected(Reason.OFFER_UNKNOWN, Map.of("offer", offer));
            }
            if (!entry.organization().equals(leg.giver())) {
                throw new MarketplaceRejected(Reason.OFFER_NOT_THEIRS, Map.of("offer", offer));
            }
            if (!entry.isGood(now)) {
                throw new MarketplaceRejected(Reason.OFFER_CLOSED, Map.of("offer", offer));
            }
            if (entry.left() < leg.units()) {
                throw new MarketplaceRejected(
                        Reason.OFFER_EXHAUSTED, Map.of("offer", offer, "left", Integer.toString(entry.left())));
            }
        }
    }
}
