package org.sala.marketplace;

import static org.sala.marketplace.Summit.offer;
import static org.sala.marketplace.Summit.organization;
import static org.sala.marketplace.Summit.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceCommand.AcceptTrade;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.TradeId;

/** Two units of one offer for three of another. */
record Swap(TradeId id, OrganizationId giver, OrganizationId taker, OfferId first, OfferId second) {

    /** Proposed by the giver, so that {@link #accept} is the last acceptance; both organisations are enrolled. */
    static Swap proposed(RunningMarketplace marketplace, int number) {
        var swap = new Swap(
                trade(number), organization(number), organization(number + 1), offer(number), offer(number + 1));
        var goodUntil = Instant.now().plus(Duration.ofDays(30));
        marketplace.ask(Summit.post(Summit.ID, swap.giver(), swap.first(), 5, goodUntil));
        marketplace.ask(Summit.post(Summit.ID, swap.taker(), swap.second(), 5, goodUntil));
        var legs = List.of(
                new Leg(swap.giver(), swap.taker(), swap.first(), 2),
                new Leg(swap.taker(), swap.giver(), swap.second(), 3));
        marketplace.ask(new ProposeTrade(swap.id(), Summit.ID, swap.giver(), legs, null));
        return swap;
    }

    AcceptTrade accept() {
        return new AcceptTrade(id, taker, 1);
    }

    /** Whether it is agreed, events and units; or else nothing of it is. */
    boolean isWhole(RunningMarketplace marketplace) {
        var history = marketplace.history(id);
        var reserved = List.of(marketplace.reserved(first), marketplace.reserved(second));
        if (history.equals(List.of("marketplace.trade-proposed")) && reserved.equals(List.of(0, 0))) {
            return false;
        }
        if (history.equals(
                        List.of("marketplace.trade-proposed", "marketplace.trade-accepted", "marketplace.trade-agreed"))
                && reserved.equals(List.of(2, 3))) {
            return true;
        }
        throw new AssertionError("half an agreement: %s, reserved %s".formatted(history, reserved));
    }
}
