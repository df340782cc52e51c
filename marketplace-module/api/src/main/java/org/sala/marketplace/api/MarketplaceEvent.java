package org.sala.marketplace.api;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the marketplace has found to be true. A {@link JsonTypeName} is the event's name on the wire and never changes. */
public sealed interface MarketplaceEvent {

    /** About an organisation's stall at a summit; on the wire its subject is the {@link StallId}. */
    sealed interface StallEvent extends MarketplaceEvent {
        SummitId summit();

        OrganizationId organization();

        default StallId stall() {
            return StallId.of(summit(), organization());
        }
    }

    /** About a trade; on the wire its subject is the {@link TradeId}. */
    sealed interface TradeEvent extends MarketplaceEvent {
        TradeId trade();

        SummitId summit();
    }

    /** An organisation offers this to the others of the summit; trades may be proposed over it until it is good no more. */
    @JsonTypeName("marketplace.offer-posted")
    record OfferPosted(
            SummitId summit,
            OrganizationId organization,
            OfferId offer,
            OfferKind kind,
            Category category,
            BilingualText title,
            BilingualText terms,
            int units,
            BilingualText unit,
            Set<Language> languages,
            Place place,
            Instant goodUntil)
            implements StallEvent {

        public OfferPosted {
            // in a fixed order, since the JSON of equal values must be equal
            languages = Collections.unmodifiableSet(new TreeSet<>(languages));
        }
    }

    /**
     * A party proposes a trade and has thereby accepted it; no unit is promised by it yet. Its parties are the givers
     * and receivers of its legs.
     */
    @JsonTypeName("marketplace.trade-proposed")
    record TradeProposed(
            TradeId trade,
            SummitId summit,
            OrganizationId proposer,
            List<Leg> legs,
            @Nullable Instant expiresAt) implements TradeEvent {

        public TradeProposed {
            legs = List.copyOf(legs);
        }
    }

    /** A party other than the proposer accepts; told once per party, and nothing is promised by it alone. */
    @JsonTypeName("marketplace.trade-accepted")
    record TradeAccepted(TradeId trade, SummitId summit, OrganizationId organization) implements TradeEvent {}

    /**
     * Every party has accepted and every leg's units are reserved: they are promised to this trade and to no other. An
     * offer's promised units are the sum of its legs in agreed trades, and everybody may count on that.
     */
    @JsonTypeName("marketplace.trade-agreed")
    record TradeAgreed(TradeId trade, SummitId summit, List<Leg> legs) implements TradeEvent {

        public TradeAgreed {
            legs = List.copyOf(legs);
        }
    }

    /**
     * The trade came to nothing, for good, and holds no unit of any offer.
     *
     * @param offer which offer it failed for; absent where it expired
     */
    @JsonTypeName("marketplace.trade-lapsed")
    record TradeLapsed(
            TradeId trade,
            SummitId summit,
            LapseReason reason,
            @Nullable OfferId offer) implements TradeEvent {}
}
