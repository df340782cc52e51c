package org.sala.marketplace.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.marketplace.api.MarketplaceEvent.CategoryAdded;
import org.sala.marketplace.api.MarketplaceEvent.CategoryRenamed;
import org.sala.marketplace.api.MarketplaceEvent.JointActionPledged;
import org.sala.marketplace.api.MarketplaceEvent.JointActionReported;
import org.sala.marketplace.api.MarketplaceEvent.JointActionWordsErased;
import org.sala.marketplace.api.MarketplaceEvent.NeedMet;
import org.sala.marketplace.api.MarketplaceEvent.NeedVoiced;
import org.sala.marketplace.api.MarketplaceEvent.NeedWithdrawn;
import org.sala.marketplace.api.MarketplaceEvent.NetworkingRoundsPlanned;
import org.sala.marketplace.api.MarketplaceEvent.OfferPosted;
import org.sala.marketplace.api.MarketplaceEvent.OfferRevised;
import org.sala.marketplace.api.MarketplaceEvent.OfferWithdrawn;
import org.sala.marketplace.api.MarketplaceEvent.OrganizationsMet;
import org.sala.marketplace.api.MarketplaceEvent.TradeAccepted;
import org.sala.marketplace.api.MarketplaceEvent.TradeAgreed;
import org.sala.marketplace.api.MarketplaceEvent.TradeCancelled;
import org.sala.marketplace.api.MarketplaceEvent.TradeCompleted;
import org.sala.marketplace.api.MarketplaceEvent.TradeCountered;
import org.sala.marketplace.api.MarketplaceEvent.TradeDeclined;
import org.sala.marketplace.api.MarketplaceEvent.TradeLapsed;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegAskedAfter;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegConfirmed;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegDelivered;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegDisputed;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegResolved;
import org.sala.marketplace.api.MarketplaceEvent.TradeProposed;
import org.sala.marketplace.api.MarketplaceEvent.TradeWordsErased;
import org.sala.personal.Personal;

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
            END_OF_YEAR,
            false);

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
            END_OF_YEAR,
            false);

    /** As it was before there were gifts, but with one. */
    static final OfferPosted GIFT_POSTED = new OfferPosted(
            SUMMIT,
            DRIVERS,
            offer(4),
            OfferKind.GOOD,
            new Category("equipment"),
            new BilingualText("កៅអីចាស់", "Chairs that we don't use any more"),
            new BilingualText("មកយកដោយខ្លួនឯង", "To be fetched"),
            20,
            new BilingualText("កៅអី", "chair"),
            Set.of(Language.KM),
            new Place(false, new BilingualText("ភ្នំពេញ", "Phnom Penh")),
            END_OF_YEAR,
            true);

    private static final Instant DUE = Instant.parse("2022-09-30T10:00:00Z");
    private static final NeedId NEED = new NeedId(UUID.fromString("4eed0000-0000-4000-8000-000000000001"));
    private static final JointActionId ACTION =
            new JointActionId(UUID.fromString("ac710000-0000-4000-8000-000000000001"));
    private static final LocalDate DAY = LocalDate.of(2022, 7, 1);

    /** Serves a need, by a day. */
    static final Leg SERVING = new Leg(DRIVERS, WRITERS, offer(1), 2, NEED, DUE);

    static final List<MarketplaceEvent> EVENTS = List.of(
            OFFER_POSTED,
            new OfferRevised(
                    SUMMIT,
                    DRIVERS,
                    offer(1),
                    new Category("proposal-writing"),
                    new BilingualText("ជួយសរសេរសំណើគម្រោង", "Help with writing a proposal"),
                    new BilingualText("ប្រាប់មុនមួយសប្តាហ៍", "A week's notice"),
                    5,
                    new BilingualText("កន្លះថ្ងៃ", "half day"),
                    Set.of(Language.EN, Language.KM),
                    new Place(true, null),
                    END_OF_YEAR,
                    false),
            new OfferWithdrawn(SUMMIT, DRIVERS, offer(1)),
            new NeedVoiced(
                    SUMMIT,
                    WRITERS,
                    NEED,
                    OfferKind.GOOD,
                    new Category("vehicle"),
                    new BilingualText("រថយន្តទៅខេត្ត", "A car to the province"),
                    new BilingualText("ដើម្បីជួបសហគមន៍", "To meet the communities"),
                    Urgency.SOON),
            new NeedWithdrawn(SUMMIT, WRITERS, NEED),
            new NeedMet(SUMMIT, WRITERS, NEED, TRADE, 1),
            new TradeProposed(TRADE, SUMMIT, DRIVERS, RING, Instant.parse("2022-06-30T10:00:00Z")),
            new TradeCountered(TRADE, SUMMIT, WRITERS, 2, List.of(SERVING), null),
            new TradeAccepted(TRADE, SUMMIT, WRITERS),
            new TradeAgreed(TRADE, SUMMIT, RING),
            new TradeDeclined(TRADE, SUMMIT, WRITERS, DeclineReason.TERMS),
            new TradeLapsed(TRADE, SUMMIT, LapseReason.OFFER_EXHAUSTED, offer(2)),
            new TradeCancelled(TRADE, SUMMIT, DRIVERS, CancelReason.CANNOT_DELIVER, List.of(SERVING)),
            new TradeLegDelivered(TRADE, SUMMIT, 1, DAY, words("ដឹកពីរដង")),
            new TradeLegConfirmed(TRADE, SUMMIT, 1, DAY, words("A list with signatures")),
            new TradeLegDisputed(TRADE, SUMMIT, 1, Personal.of(new FreeText("Nobody came"))),
            new TradeLegResolved(TRADE, SUMMIT, 1, LegResolution.STILL_OWED, DAY, null),
            new TradeLegAskedAfter(TRADE, SUMMIT, 1, Occasion.A_WEEK_OVERDUE),
            new TradeCompleted(TRADE, SUMMIT),
            new TradeWordsErased(TRADE, SUMMIT),
            new NetworkingRoundsPlanned(
                    SUMMIT,
                    new RoundsPlanId(UUID.fromString("20c0d000-0000-4000-8000-000000000001")),
                    List.of(new Round(1, List.of(new Round.Pair(DRIVERS, WRITERS, true, false)), List.of(LISTENERS)))),
            new OrganizationsMet(SUMMIT, DRIVERS, WRITERS, 1),
            new JointActionPledged(
                    ACTION,
                    SUMMIT,
                    Set.of(WRITERS, DRIVERS),
                    new BilingualText("វគ្គបណ្តុះបណ្តាលរួមគ្នា", "A training together"),
                    LocalDate.of(2022, 12, 1)),
            new JointActionReported(ACTION, SUMMIT, DRIVERS, ActionProgress.DONE, DAY, words("Twelve came")),
            new JointActionWordsErased(ACTION, SUMMIT),
            new CategoryAdded(new Category("vehicle"), OfferKind.GOOD, new BilingualText("យានយន្ត", "Vehicle")),
            new CategoryRenamed(new Category("vehicle"), new BilingualText("រថយន្ត", "Car")));

    /** The same events in other shapes, by what is special. */
    static final Map<String, MarketplaceEvent> VARIANTS = Map.of(
            "gift", GIFT_POSTED, "by-the-programme", new TradeProposed(TRADE, SUMMIT, null, List.of(SERVING), null));

    private static Personal<FreeText> words(String text) {
        return Personal.of(new FreeText(text));
    }

    private Samples() {}

    static OrganizationId organization(int number) {
        return new OrganizationId(new UUID(0x0c60_0000_0000_4000L, 0x8000_0000_0000_0000L + number));
    }

    static OfferId offer(int number) {
        return new OfferId(new UUID(0x0ffe_0000_0000_4000L, 0x8000_0000_0000_0000L + number));
    }
}
