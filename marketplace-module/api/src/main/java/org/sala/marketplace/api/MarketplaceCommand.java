package org.sala.marketplace.api;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of the marketplace. Each record checks its form when it is made and refuses with {@link
 * MarketplaceRejected.Reason#MALFORMED}; its {@link JsonTypeName} is its name over HTTP.
 */
public sealed interface MarketplaceCommand {

    /** Asks something of the stall that an organisation has at a summit. */
    sealed interface StallCommand extends MarketplaceCommand {
        SummitId summit();

        OrganizationId organization();

        /** Which stall; follows from summit and organisation, and is no field of the JSON. */
        default StallId stall() {
            return StallId.of(summit(), organization());
        }
    }

    /** Asks something of a trade. */
    sealed interface TradeCommand extends MarketplaceCommand {
        TradeId trade();
    }

    /**
     * Puts an offer on an organisation's stall. Three may be open at a time; one is open while it is good and has units
     * that are promised to nobody.
     *
     * @param category what it is about
     * @param terms what goes with it: who pays for fuel, how long before it must be asked for
     * @param units how many there are, 1 to 10,000
     * @param unit what one of them is, such as "half day"
     * @param languages in which it can be had, at least one
     * @param goodUntil the moment from which on it can't be agreed on any more; later than now
     */
    @JsonTypeName("post-offer")
    record PostOffer(
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
            implements StallCommand {

        public PostOffer {
            Form.required("summit", summit);
            Form.required("organization", organization);
            Form.required("offer", offer);
            Form.required("kind", kind);
            Form.category("category", category);
            Form.text("title", title, 120);
            Form.text("terms", terms, 2_000);
            Form.that("units", units >= 1 && units <= Form.MOST_UNITS);
            Form.text("unit", unit, 60);
            languages = Collections.unmodifiableSet(new TreeSet<>(Form.all("languages", languages)));
            Form.that("languages", !languages.isEmpty());
            Form.place("place", place);
            Form.instant("goodUntil", goodUntil);
        }
    }

    /**
     * Proposes a trade between two organisations or more. The proposer is one of them, and accepts by proposing.
     *
     * @param legs one for a gift; for a swap and a ring (up to 12) in their order, each receiver being the next giver
     *     and the last giving to the first
     * @param expiresAt until when everybody must have accepted; absent: as long as the offers are good
     */
    @JsonTypeName("propose-trade")
    record ProposeTrade(
            TradeId trade,
            SummitId summit,
            OrganizationId proposer,
            List<Leg> legs,
            @Nullable Instant expiresAt) implements TradeCommand {

        public ProposeTrade {
            Form.required("trade", trade);
            Form.required("summit", summit);
            Form.required("proposer", proposer);
            legs = List.copyOf(Form.all("legs", legs));
            Form.that("legs", !legs.isEmpty() && legs.size() <= 12);
            for (var leg : legs) {
                Form.required("giver", leg.giver());
                Form.required("receiver", leg.receiver());
                Form.required("offer", leg.offer());
                Form.that("units", leg.units() >= 1 && leg.units() <= Form.MOST_UNITS);
            }
            if (expiresAt != null) {
                Form.instant("expiresAt", expiresAt);
            }
        }
    }

    /**
     * Accepts a trade for one of its parties. The last acceptance decides it: every leg's units are reserved and the
     * trade is agreed, or, where one leg's can't be, none are and the trade lapses.
     */
    @JsonTypeName("accept-trade")
    record AcceptTrade(TradeId trade, OrganizationId organization) implements TradeCommand {

        public AcceptTrade {
            Form.required("trade", trade);
            Form.required("organization", organization);
        }
    }
}
