package org.sala.marketplace;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.sala.marketplace.api.BilingualText;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.Language;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.marketplace.api.MarketplaceEvent.OfferPosted;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.Place;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.api.TradeId;

/** A summit as tests need it: who is there and what they offer. */
final class Summit {

    static final SummitId ID = new SummitId(UUID.fromString("5a1a0000-0000-4000-8000-000000000001"));
    static final Instant DAY_THREE = Instant.parse("2022-06-07T07:30:00Z");
    static final Instant YEAR_END = Instant.parse("2022-12-31T16:59:59Z");

    private Summit() {}

    static OrganizationId organization(int number) {
        return new OrganizationId(new UUID(0x0c60_0000_0000_4000L, 0x8000_0000_0000_0000L + number));
    }

    static OfferId offer(int number) {
        return new OfferId(new UUID(0x0ffe_0000_0000_4000L, 0x8000_0000_0000_0000L + number));
    }

    static TradeId trade(int number) {
        return new TradeId(new UUID(0x7a00_0000_0000_4000L, 0x8000_0000_0000_0000L + number));
    }

    static PostOffer post(OrganizationId organization, OfferId offer, int units) {
        return post(ID, organization, offer, units, YEAR_END);
    }

    static PostOffer post(SummitId summit, OrganizationId organization, OfferId offer, int units, Instant goodUntil) {
        return new PostOffer(
                summit,
                organization,
                offer,
                OfferKind.GOOD,
                new Category("vehicle"),
                new BilingualText("រថយន្តមានអ្នកបើកបរ", "Car with a driver"),
                new BilingualText("អ្នកទទួលបង់ថ្លៃសាំង", "The receiver pays for fuel"),
                units,
                new BilingualText("កន្លះថ្ងៃ", "half day"),
                Set.of(Language.KM),
                new Place(false, new BilingualText("ភ្នំពេញ", "Phnom Penh")),
                goodUntil);
    }

    static OfferPosted posted(PostOffer command) {
        return new OfferPosted(
                command.summit(),
                command.organization(),
                command.offer(),
                command.kind(),
                command.category(),
                command.title(),
                command.terms(),
                command.units(),
                command.unit(),
                command.languages(),
                command.place(),
                command.goodUntil());
    }

    static Leg leg(OrganizationId giver, OrganizationId receiver, OfferId offer, int units) {
        return new Leg(giver, receiver, offer, units);
    }
}
