package org.sala.marketplace;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.marketplace.api.MarketplaceEvent.OfferPosted;
import org.sala.marketplace.api.MarketplaceEvent.StallEvent;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.OfferId;

/**
 * What a stall has been told so far.
 *
 * @param offers every offer that was posted, open or not
 */
record StallState(Map<OfferId, OfferPosted> offers) {

    static final StallState EMPTY = new StallState(Map.of());

    StallState {
        offers = Map.copyOf(offers);
    }

    List<StallEvent> post(PostOffer command, OfferBook book, Enrolments enrolments, Instant now) {
        var posted = posted(command);
        var before = offers.get(command.offer());
        if (before != null) {
            if (before.equals(posted)) {
                return List.of();
            }
            throw new MarketplaceRejected(Reason.ID_TAKEN);
        }
        MarketplacePolicies.onlyEnrolledOrganizations(command.summit(), command.organization(), enrolments);
        MarketplacePolicies.offersAreGoodForAWhile(command.goodUntil(), now);
        MarketplacePolicies.threeOpenOffersAtTheMost(book.openOffers(command.summit(), command.organization(), now));
        return List.of(posted);
    }

    StallState evolve(StallEvent event) {
        return switch (event) {
            case OfferPosted posted -> {
                var all = new HashMap<>(offers);
                all.put(posted.offer(), posted);
                yield new StallState(all);
            }
        };
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
                command.goodUntil());
    }
}
