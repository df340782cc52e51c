package org.sala.ui.stall;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sala.marketplace.api.MarketplaceQueries.OfferUnits;
import org.sala.marketplace.api.MarketplaceQueries.OpenNeed;
import org.sala.marketplace.api.MarketplaceQueries.Stall;
import org.sala.marketplace.api.OrganizationId;
import org.sala.ui.floor.Floor;
import org.sala.ui.floor.FloorWords;
import org.sala.ui.floor.NeedState;
import org.sala.ui.language.Words;
import org.sala.ui.shell.Summit;

/**
 * What is open at a summit: how it stands from the marketplace, which is never behind what it decided, and what it says in
 * words from the floor, which may not have heard of the newest yet.
 */
record Market(List<Floor.Offer> offers, List<Floor.Need> needs) {

    Market {
        offers = List.copyOf(offers);
        needs = List.copyOf(needs);
    }

    static Market of(List<Stall> stalls, FloorWords words) {
        return new Market(
                stalls.stream()
                        .flatMap(stall -> stall.offers().stream())
                        .map(offer -> said(offer, words))
                        .toList(),
                stalls.stream()
                        .flatMap(stall -> stall.needs().stream())
                        .map(need -> said(need, words))
                        .toList());
    }

    private static Floor.Offer said(OfferUnits now, FloorWords words) {
        var known = words.floor().offer(now.offer().value());
        return new Floor.Offer(
                now.offer().value(),
                now.organization().value(),
                now.kind(),
                now.category().code(),
                known.map(Floor.Offer::title).orElseGet(() -> inBoth("stall.just-posted")),
                known.map(Floor.Offer::terms).orElseGet(() -> new Summit.Text("", "")),
                now.units(),
                now.reserved(),
                known.map(Floor.Offer::unit).orElseGet(() -> inBoth("floor.unit.unknown")),
                known.map(Floor.Offer::languages).orElseGet(List::of),
                known.map(Floor.Offer::remote).orElse(false),
                known.map(Floor.Offer::venue).orElse(null),
                now.goodUntil(),
                now.gift(),
                now.withdrawn());
    }

    private static Floor.Need said(OpenNeed now, FloorWords words) {
        var known = words.floor().need(now.need().value());
        return new Floor.Need(
                now.need().value(),
                now.organization().value(),
                now.kind(),
                now.category().code(),
                known.map(Floor.Need::title).orElseGet(() -> inBoth("stall.just-posted")),
                known.map(Floor.Need::details).orElseGet(() -> new Summit.Text("", "")),
                now.urgency(),
                NeedState.OPEN,
                now.promised());
    }

    private static Summit.Text inBoth(String key) {
        return new Summit.Text(Words.of(Words.KHMER, key), Words.of(Words.ENGLISH, key));
    }

    List<Floor.Offer> offersOf(OrganizationId organization) {
        return offers.stream()
                .filter(each -> each.organization().equals(organization.value()))
                .toList();
    }

    List<Floor.Need> needsOf(OrganizationId organization) {
        return needs.stream()
                .filter(each -> each.organization().equals(organization.value()))
                .toList();
    }

    Optional<Floor.Offer> offer(UUID id) {
        return offers.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    Optional<Floor.Need> need(UUID id) {
        return needs.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
