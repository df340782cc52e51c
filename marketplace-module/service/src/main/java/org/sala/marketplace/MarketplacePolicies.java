package org.sala.marketplace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.api.TradeShape;

/** The rules of the marketplace by their names. Each passes in silence or refuses. */
final class MarketplacePolicies {

    static final int OPEN_OFFERS = 3;
    static final int OPEN_NEEDS = 10;
    static final int LEGS_OF_A_CHAIN = 5;

    /** Where a day begins first: what is no day of the future there is none for anybody. */
    private static final ZoneOffset EARLIEST_DAY = ZoneOffset.ofHours(14);

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

    /** A gift is open by nature; a swap, a ring and a chain pass through each organisation once. */
    static void legsPassThroughEachOnce(List<Leg> legs) {
        var givers = new HashSet<OrganizationId>();
        var next = legs.getFirst().giver();
        for (var leg : legs) {
            if (!leg.giver().equals(next) || !givers.add(leg.giver())) {
                throw new MarketplaceRejected(Reason.LEGS_DO_NOT_CLOSE);
            }
            next = leg.receiver();
        }
        if (givers.contains(next) && !next.equals(legs.getFirst().giver())) {
            throw new MarketplaceRejected(Reason.LEGS_DO_NOT_CLOSE);
        }
    }

    static void aChainIsShort(List<Leg> legs) {
        if (TradeShape.of(legs) == TradeShape.CHAIN && legs.size() > LEGS_OF_A_CHAIN) {
            throw new MarketplaceRejected(Reason.CHAIN_TOO_LONG, Map.of("limit", Integer.toString(LEGS_OF_A_CHAIN)));
        }
    }

    static void aChainBeginsWithAGift(List<Leg> legs, Map<OfferId, OfferBook.Entry> entries) {
        var first = legs.getFirst().offer();
        var entry = entries.get(first);
        if (TradeShape.of(legs) == TradeShape.CHAIN && (entry == null || !entry.gift())) {
            throw new MarketplaceRejected(Reason.CHAIN_WITHOUT_A_GIFT, Map.of("offer", first.toString()));
        }
    }

    static void nothingIsDueBeforeNow(List<Leg> legs, Instant now) {
        for (var leg : legs) {
            if (leg.dueBy() != null && !leg.dueBy().isAfter(now)) {
                throw new MarketplaceRejected(Reason.DUE_PASSED);
            }
        }
    }

    static void needsAreOpenAndTheReceivers(SummitId summit, List<Leg> legs, NeedBook book) {
        var entries =
                book.find(legs.stream().map(Leg::need).filter(Objects::nonNull).toList());
        for (var leg : legs) {
            var need = leg.need();
            if (need == null) {
                continue;
            }
            var entry = entries.get(need);
            if (entry == null || !entry.summit().equals(summit)) {
                throw new MarketplaceRejected(Reason.NEED_UNKNOWN, Map.of("need", need.toString()));
            }
            if (!entry.organization().equals(leg.receiver())) {
                throw new MarketplaceRejected(Reason.NEED_NOT_THEIRS, Map.of("need", need.toString()));
            }
            if (!entry.open()) {
                throw new MarketplaceRejected(Reason.NEED_CLOSED, Map.of("need", need.toString()));
            }
        }
    }

    static void whatIsNamedIsInTheTaxonomy(Category category, OfferKind kind, Categories categories) {
        if (!categories.has(category, kind)) {
            throw new MarketplaceRejected(Reason.CATEGORY_UNKNOWN);
        }
    }

    static void tenOpenNeedsAtTheMost(int open) {
        if (open >= OPEN_NEEDS) {
            throw new MarketplaceRejected(Reason.TOO_MANY_NEEDS, Map.of("limit", Integer.toString(OPEN_NEEDS)));
        }
    }

    static void nobodyLosesAPromisedUnit(int units, OfferBook.Entry entry) {
        if (units < entry.reserved()) {
            throw new MarketplaceRejected(
                    Reason.UNITS_PROMISED,
                    Map.of("offer", entry.offer().toString(), "promised", Integer.toString(entry.reserved())));
        }
    }

    /** Whoever has accepted, or is asked to, has seen the offer as it is. */
    static void nothingChangesUnderAnOpenTrade(OfferId offer, TradeBook trades) {
        if (trades.isInOpenTrades(offer)) {
            throw new MarketplaceRejected(Reason.OFFER_IN_TRADES, Map.of("offer", offer.toString()));
        }
    }

    static void tellsOfADayThatHasCome(LocalDate day, Instant now) {
        if (day.isAfter(now.atOffset(EARLIEST_DAY).toLocalDate())) {
            throw new MarketplaceRejected(Reason.DATE_IN_FUTURE);
        }
    }

    static void onlyTheGiverDelivers(OrganizationId organization, Leg leg, int number) {
        if (!leg.giver().equals(organization)) {
            throw new MarketplaceRejected(Reason.NOT_THE_GIVER, Map.of("leg", Integer.toString(number)));
        }
    }

    static void onlyTheReceiverJudges(OrganizationId organization, Leg leg, int number) {
        if (!leg.receiver().equals(organization)) {
            throw new MarketplaceRejected(Reason.NOT_THE_RECEIVER, Map.of("leg", Integer.toString(number)));
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
