package org.sala.marketplace;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceEvent.TradeCountered;
import org.sala.marketplace.api.MarketplaceEvent.TradeProposed;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;

/**
 * The legs that a trade is about, and who says so.
 *
 * @param round 1 for the proposal, 2 for the first counter, and so on
 * @param by whose terms they are; absent where they are the programme's
 * @param expiresAt until when everybody must have accepted; absent where nothing was said
 */
record TradeTerms(
        int round,
        @Nullable OrganizationId by,
        List<Leg> legs,
        @Nullable Instant expiresAt) {

    TradeTerms {
        legs = List.copyOf(legs);
    }

    static TradeTerms of(TradeProposed proposed) {
        return new TradeTerms(1, proposed.proposer(), proposed.legs(), proposed.expiresAt());
    }

    static TradeTerms of(TradeCountered countered) {
        return new TradeTerms(countered.round(), countered.organization(), countered.legs(), countered.expiresAt());
    }

    /** Whoever gives or receives, in the order of the legs. */
    static Set<OrganizationId> parties(List<Leg> legs) {
        var parties = new LinkedHashSet<OrganizationId>();
        for (var leg : legs) {
            parties.add(leg.giver());
            parties.add(leg.receiver());
        }
        return Collections.unmodifiableSet(parties);
    }

    Set<OrganizationId> parties() {
        return parties(legs);
    }

    /** Who has accepted them by saying them. */
    Set<OrganizationId> acceptedByThemselves() {
        return by == null ? Set.of() : Set.of(by);
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** Passes where a trade of that summit may be about them now; refuses otherwise. */
    void mayBeProposed(SummitId summit, Books books, Instant now) {
        MarketplacePolicies.noneTradesWithItself(legs);
        MarketplacePolicies.legsPassThroughEachOnce(legs);
        MarketplacePolicies.aChainIsShort(legs);
        if (by != null) {
            MarketplacePolicies.onlyAPartyActs(by, parties());
        }
        if (isExpired(now)) {
            throw new MarketplaceRejected(Reason.EXPIRY_PASSED);
        }
        MarketplacePolicies.nothingIsDueBeforeNow(legs, now);
        for (var party : parties()) {
            MarketplacePolicies.onlyEnrolledOrganizations(summit, party, books.enrolments());
        }
        var entries = books.offers().hold(legs.stream().map(Leg::offer).toList());
        MarketplacePolicies.legsCanBeGiven(summit, legs, entries, now);
        MarketplacePolicies.aChainBeginsWithAGift(legs, entries);
        MarketplacePolicies.needsAreOpenAndTheReceivers(summit, legs, books.needs());
    }
}
