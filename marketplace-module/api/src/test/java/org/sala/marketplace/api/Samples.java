package org.sala.marketplace.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.marketplace.api.MarketplaceEvent.OfferPosted;
import org.sala.marketplace.api.MarketplaceEvent.TradeAccepted;
import org.sala.marketplace.api.MarketplaceEvent.TradeAgreed;
import org.sala.marketplace.api.MarketplaceEvent.TradeLapsed;
import org.sala.marketplace.api.MarketplaceEvent.TradeProposed;

/** One of each, as it might be at the reference summit. */
final class Samples {

    static final SummitId SUMMIT = new SummitId(UUID.fromString("5a1a0000-0000-4000-8000-000000000001"));
    static final OrganizationId DRIVERS = organization(1);
    static final OrganizationId WRITERS = organization(2);
    static final OrganizationId LISTENERS = organization(3);
    static final TradeId TRADE = new TradeId(UUID.fromString("7a000000-0000-4000-8000-000000000001"));
    static final Instant END_OF_YEAR = Instant.parse("2022-12-31T16:59:59Z");

    static final PostOffer POST_OFFER = new PostOffer(
            SUMMIT,
            DRIVERS,
            offer(1),
            OfferKind.GOOD,
            new Category("vehicle"),
            new BilingualText("រថយន្តមានអ្នកបើកបរ", "Car with a driver"),
            new BilingualText("អ្នកទទួលបង់ថ្លៃសាំង", "The receiver pays for fuel"),
            6,
            new BilingualText("កន្លះថ្ងៃ", "half day"),
            Set.of(Language.KM),
            new Place(false, new BilingualText("ភ្នំពេញ", "Phnom Penh")),
            END_OF_YEAR);

    static final List<Leg> RING = List.of(
            new Leg(DRIVERS, WRITERS, offer(1), 2),
            new Leg(WRITERS, LISTENERS, offer(2), 1),
            new Leg(LISTENERS, DRIVERS, offer(3), 1));

    static final OfferPosted OFFER_POSTED = new OfferPosted(
            SUMMIT,
            DRIVERS,
            offer(1),
            OfferKind.CAPACITY,
            new Category("proposal-writing"),
            new BilingualText("ជួយសរសេរសំណើគម្រោង", "Help with writing a proposal"),
            new BilingualText("ប្រាប់មុនពីរសប្តាហ៍", "Two weeks' notice"),
            3,
            new BilingualText("កន្លះថ្ងៃ", "half day"),
            Set.of(Language.EN, Language.KM),
            new Place(true, new BilingualText("ភ្នំពេញ", "Phnom Penh")),
            END_OF_YEAR);

    static final List<MarketplaceEvent> EVENTS = List.of(
            OFFER_POSTED,
            new TradeProposed(TRADE, SUMMIT, DRIVERS, RING, Instant.parse("2022-06-30T10:00:00Z")),
            new TradeAccepted(TRADE, SUMMIT, WRITERS),
            new TradeAgreed(TRADE, SUMMIT, RING),
            new TradeLapsed(TRADE, SUMMIT, LapseReason.OFFER_EXHAUSTED, offer(2)));

    private Samples() {}

    static OrganizationId organization(int number) {
        return new OrganizationId(new UUID(0x0c60_0000_0000_4000L, 0x8000_0000_0000_0000L + number));
    }

    static OfferId offer(int number) {
        return new OfferId(new UUID(0x0ffe_0000_0000_4000L, 0x8000_0000_0000_0000L + number));
    }
}
