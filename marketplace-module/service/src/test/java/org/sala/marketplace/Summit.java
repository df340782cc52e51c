package org.sala.marketplace;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sala.marketplace.api.BilingualText;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.Language;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.marketplace.api.MarketplaceCommand.ReviseOffer;
import org.sala.marketplace.api.MarketplaceCommand.VoiceNeed;
import org.sala.marketplace.api.MarketplaceEvent.NeedVoiced;
import org.sala.marketplace.api.MarketplaceEvent.OfferPosted;
import org.sala.marketplace.api.MarketplaceEvent.OfferRevised;
import org.sala.marketplace.api.NeedId;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.Place;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.api.TradeId;
import org.sala.marketplace.api.Urgency;

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

    /** For which nothing is asked back. */
    static PostOffer gift(OrganizationId organization, OfferId offer, int units) {
        var like = post(organization, offer, units);
        return new PostOffer(
                like.summit(),
                like.organization(),
                like.offer(),
                like.kind(),
                like.category(),
                like.title(),
                like.terms(),
                like.units(),
                like.unit(),
                like.languages(),
                like.place(),
                like.goodUntil(),
                true);
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
                goodUntil,
                false);
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
                command.goodUntil(),
                command.gift());
    }

    static NeedId need(int number) {
        return new NeedId(new UUID(0x4eed_0000_0000_4000L, 0x8000_0000_0000_0000L + number));
    }

    static VoiceNeed voice(OrganizationId organization, NeedId need) {
        return new VoiceNeed(
                ID,
                organization,
                need,
                OfferKind.GOOD,
                new Category("vehicle"),
                new BilingualText("រថយន្តទៅខេត្ត", "A car to the province"),
                new BilingualText("ដើម្បីជួបសហគមន៍", "To meet the communities"),
                Urgency.SOON);
    }

    static NeedVoiced voiced(VoiceNeed command) {
        return new NeedVoiced(
                command.summit(),
                command.organization(),
                command.need(),
                command.kind(),
                command.category(),
                command.title(),
                command.details(),
                command.urgency());
    }

    static ReviseOffer revise(PostOffer command, int units) {
        return new ReviseOffer(
                command.summit(),
                command.organization(),
                command.offer(),
                command.category(),
                command.title(),
                new BilingualText("យើងបង់ថ្លៃសាំង", "We pay for fuel"),
                units,
                command.unit(),
                command.languages(),
                command.place(),
                command.goodUntil(),
                command.gift());
    }

    static OfferRevised revised(ReviseOffer command) {
        return new OfferRevised(
                command.summit(),
                command.organization(),
                command.offer(),
                command.category(),
                command.title(),
                command.terms(),
                command.units(),
                command.unit(),
                command.languages(),
                command.place(),
                command.goodUntil(),
                command.gift());
    }

    /** What the book has of an offer that {@link #post} puts there. */
    static OfferBook.Entry entry(OfferId offer, OrganizationId organization, int units, int reserved) {
        return new OfferBook.Entry(
                offer,
                ID,
                organization,
                OfferKind.GOOD,
                new Category("vehicle"),
                units,
                reserved,
                YEAR_END,
                false,
                false);
    }

    /** With the days that agreeing gives to legs that name none: the end of what {@link #post} offers. */
    static List<Leg> due(List<Leg> legs) {
        return legs.stream()
                .map(leg -> leg.dueBy() == null ? leg.dueBy(YEAR_END) : leg)
                .toList();
    }

    static Leg leg(OrganizationId giver, OrganizationId receiver, OfferId offer, int units) {
        return new Leg(giver, receiver, offer, units);
    }
}
