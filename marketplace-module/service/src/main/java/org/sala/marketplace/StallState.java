package org.sala.marketplace;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.marketplace.api.MarketplaceCommand.ReviseOffer;
import org.sala.marketplace.api.MarketplaceCommand.VoiceNeed;
import org.sala.marketplace.api.MarketplaceCommand.WithdrawNeed;
import org.sala.marketplace.api.MarketplaceCommand.WithdrawOffer;
import org.sala.marketplace.api.MarketplaceEvent.NeedMet;
import org.sala.marketplace.api.MarketplaceEvent.NeedVoiced;
import org.sala.marketplace.api.MarketplaceEvent.NeedWithdrawn;
import org.sala.marketplace.api.MarketplaceEvent.OfferPosted;
import org.sala.marketplace.api.MarketplaceEvent.OfferRevised;
import org.sala.marketplace.api.MarketplaceEvent.OfferWithdrawn;
import org.sala.marketplace.api.MarketplaceEvent.StallEvent;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.NeedId;
import org.sala.marketplace.api.OfferId;

/**
 * What a stall has been told so far.
 *
 * @param posted every offer as it was posted, open or not
 * @param lastSaid what was said last of each offer
 * @param voiced every need as it was voiced, open or not
 * @param closed the needs that were met or withdrawn
 */
record StallState(
        Map<OfferId, OfferPosted> posted,
        Map<OfferId, StallEvent> lastSaid,
        Map<NeedId, NeedVoiced> voiced,
        Set<NeedId> closed) {

    static final StallState EMPTY = new StallState(Map.of(), Map.of(), Map.of(), Set.of());

    StallState {
        posted = Map.copyOf(posted);
        lastSaid = Map.copyOf(lastSaid);
        voiced = Map.copyOf(voiced);
        closed = Set.copyOf(closed);
    }

    List<StallEvent> post(PostOffer command, Books books, Instant now) {
        var offer = posted(command);
        var before = posted.get(command.offer());
        if (before != null) {
            return repeated(before, offer);
        }
        MarketplacePolicies.onlyEnrolledOrganizations(command.summit(), command.organization(), books.enrolments());
        MarketplacePolicies.whatIsNamedIsInTheTaxonomy(command.category(), command.kind(), books.categories());
        MarketplacePolicies.offersAreGoodForAWhile(command.goodUntil(), now);
        MarketplacePolicies.threeOpenOffersAtTheMost(
                books.offers().openOffers(command.summit(), command.organization(), now));
        return List.of(offer);
    }

    List<StallEvent> revise(ReviseOffer command, Books books, Instant now) {
        var offer = offered(command.offer());
        var revised = revised(command);
        if (revised.equals(lastSaid.get(command.offer()))) {
            return List.of();
        }
        isOnTheStall(command.offer());
        var entry = books.offers().holdToChange(command.offer()).orElseThrow(() -> unknown(command.offer()));
        MarketplacePolicies.nothingChangesUnderAnOpenTrade(command.offer(), books.trades());
        MarketplacePolicies.whatIsNamedIsInTheTaxonomy(command.category(), offer.kind(), books.categories());
        MarketplacePolicies.nobodyLosesAPromisedUnit(command.units(), entry);
        MarketplacePolicies.offersAreGoodForAWhile(command.goodUntil(), now);
        if (!entry.isOpen(now) && command.units() > entry.reserved()) {
            MarketplacePolicies.threeOpenOffersAtTheMost(
                    books.offers().openOffers(command.summit(), command.organization(), now));
        }
        return List.of(revised);
    }

    List<StallEvent> withdraw(WithdrawOffer command, Books books) {
        offered(command.offer());
        if (lastSaid.get(command.offer()) instanceof OfferWithdrawn) {
            return List.of();
        }
        books.offers().holdToChange(command.offer());
        return List.of(new OfferWithdrawn(command.summit(), command.organization(), command.offer()));
    }

    List<StallEvent> voice(VoiceNeed command, Books books) {
        var need = voiced(command);
        var before = voiced.get(command.need());
        if (before != null) {
            return repeated(before, need);
        }
        MarketplacePolicies.onlyEnrolledOrganizations(command.summit(), command.organization(), books.enrolments());
        MarketplacePolicies.whatIsNamedIsInTheTaxonomy(command.category(), command.kind(), books.categories());
        MarketplacePolicies.tenOpenNeedsAtTheMost(books.needs().openNeeds(command.summit(), command.organization()));
        return List.of(need);
    }

    List<StallEvent> withdraw(WithdrawNeed command) {
        if (!voiced.containsKey(command.need())) {
            throw new MarketplaceRejected(
                    Reason.NEED_UNKNOWN, Map.of("need", command.need().toString()));
        }
        return closed.contains(command.need())
                ? List.of()
                : List.of(new NeedWithdrawn(command.summit(), command.organization(), command.need()));
    }

    List<StallEvent> meet(MeetNeed command) {
        return voiced.containsKey(command.need()) && !closed.contains(command.need())
                ? List.of(new NeedMet(
                        command.summit(), command.organization(), command.need(), command.trade(), command.leg()))
                : List.of();
    }

    private static List<StallEvent> repeated(StallEvent before, StallEvent again) {
        if (before.equals(again)) {
            return List.of();
        }
        throw new MarketplaceRejected(Reason.ID_TAKEN);
    }

    private OfferPosted offered(OfferId offer) {
        var before = posted.get(offer);
        if (before == null) {
            throw unknown(offer);
        }
        return before;
    }

    private void isOnTheStall(OfferId offer) {
        if (lastSaid.get(offer) instanceof OfferWithdrawn) {
            throw new MarketplaceRejected(Reason.OFFER_CLOSED, Map.of("offer", offer.toString()));
        }
    }

    private static MarketplaceRejected unknown(OfferId offer) {
        return new MarketplaceRejected(Reason.OFFER_UNKNOWN, Map.of("offer", offer.toString()));
    }

    StallState evolve(StallEvent event) {
        return switch (event) {
            case OfferPosted offer ->
                new StallState(
                        with(posted, offer.offer(), offer), with(lastSaid, offer.offer(), offer), voiced, closed);
            case OfferRevised offer -> new StallState(posted, with(lastSaid, offer.offer(), offer), voiced, closed);
            case OfferWithdrawn offer -> new StallState(posted, with(lastSaid, offer.offer(), offer), voiced, closed);
            case NeedVoiced need -> new StallState(posted, lastSaid, with(voiced, need.need(), need), closed);
            case NeedWithdrawn need -> new StallState(posted, lastSaid, voiced, with(closed, need.need()));
            case NeedMet need -> new StallState(posted, lastSaid, voiced, with(closed, need.need()));
        };
    }

    private static <K, V> Map<K, V> with(Map<K, V> before, K key, V value) {
        var all = new HashMap<>(before);
        all.put(key, value);
        return all;
    }

    private static Set<NeedId> with(Set<NeedId> before, NeedId need) {
        var all = new HashSet<>(before);
        all.add(need);
        return all;
    }

    private static OfferPosted posted(PostOffer command) {
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

    private static OfferRevised revised(ReviseOffer command) {
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

    private static NeedVoiced voiced(VoiceNeed command) {
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
}
