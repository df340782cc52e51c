package org.sala.marketplace;

import static org.sala.marketplace.Summit.DAY_THREE;
import static org.sala.marketplace.Summit.need;
import static org.sala.marketplace.Summit.offer;
import static org.sala.marketplace.Summit.organization;
import static org.sala.marketplace.Summit.post;
import static org.sala.marketplace.Summit.posted;
import static org.sala.marketplace.Summit.trade;
import static org.sala.marketplace.Summit.voice;
import static org.sala.marketplace.Summit.voiced;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.CancelReason;
import org.sala.marketplace.api.FreeText;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.LegResolution;
import org.sala.marketplace.api.MarketplaceCommand.AcceptTrade;
import org.sala.marketplace.api.MarketplaceCommand.CounterTrade;
import org.sala.marketplace.api.MarketplaceEvent.TradeAccepted;
import org.sala.marketplace.api.MarketplaceEvent.TradeAgreed;
import org.sala.marketplace.api.MarketplaceEvent.TradeCancelled;
import org.sala.marketplace.api.MarketplaceEvent.TradeCompleted;
import org.sala.marketplace.api.MarketplaceEvent.TradeCountered;
import org.sala.marketplace.api.MarketplaceEvent.TradeEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegConfirmed;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegDelivered;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegDisputed;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegResolved;
import org.sala.marketplace.api.MarketplaceEvent.TradeProposed;
import org.sala.marketplace.api.NeedId;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.personal.Personal;
import org.sala.testing.SettableClock;

/** Three organisations that offer and need, and the one trade that they talk about. */
final class TradeFixture {

    static final OrganizationId DRIVERS = organization(1);
    static final OrganizationId WRITERS = organization(2);
    static final OrganizationId LISTENERS = organization(3);
    static final OrganizationId STRANGERS = organization(9);
    static final OfferId CAR = offer(1);
    static final OfferId PROPOSAL = offer(2);
    static final OfferId LISTENING = offer(3);
    static final NeedId OF_WRITERS = need(2);
    static final List<Leg> GIFT = List.of(new Leg(DRIVERS, WRITERS, CAR, 2));
    static final List<Leg> SWAP = List.of(new Leg(DRIVERS, WRITERS, CAR, 2), new Leg(WRITERS, DRIVERS, PROPOSAL, 1));
    static final List<Leg> CHAIN =
            List.of(new Leg(LISTENERS, DRIVERS, LISTENING, 1), new Leg(DRIVERS, WRITERS, CAR, 1));
    static final LocalDate TODAY = LocalDate.of(2022, 6, 7);

    final BookInMemory book = new BookInMemory().enrol(Summit.ID, DRIVERS, WRITERS, LISTENERS);
    final SettableClock clock = new SettableClock(DAY_THREE);

    TradeFixture() {
        book.enter(posted(post(DRIVERS, CAR, 6)));
        book.enter(posted(post(WRITERS, PROPOSAL, 1)));
        book.enter(posted(Summit.gift(LISTENERS, LISTENING, 3)));
        book.needs().enter(voiced(voice(WRITERS, OF_WRITERS)));
    }

    /** A trade to which that happened; its units are reserved where it was agreed. */
    TestExecutor<Trade> after(TradeEvent... history) {
        for (var event : history) {
            book.trades().tell(event, clock.instant());
            if (event instanceof TradeAgreed agreed) {
                book.reserve(agreed.legs(), DAY_THREE);
            }
        }
        return Fixtures.of(Trade.class, book, clock).given(Arrays.asList(history));
    }

    /** A swap that was agreed, and what happened then. */
    TestExecutor<Trade> agreedThen(TradeEvent... then) {
        var history = new ArrayList<TradeEvent>(List.of(proposed(DRIVERS, SWAP), accepted(WRITERS), agreed(SWAP)));
        history.addAll(Arrays.asList(then));
        return after(history.toArray(TradeEvent[]::new));
    }

    int reserved(OfferId offer) {
        return book.find(List.of(offer)).values().iterator().next().reserved();
    }

    static TradeProposed proposed(@Nullable OrganizationId proposer, List<Leg> legs) {
        return new TradeProposed(trade(1), Summit.ID, proposer, legs, null);
    }

    static TradeCountered countered(OrganizationId by, int round, List<Leg> legs) {
        return new TradeCountered(trade(1), Summit.ID, by, round, legs, null);
    }

    static CounterTrade counter(OrganizationId by, int round, List<Leg> legs) {
        return new CounterTrade(trade(1), by, round, legs, null);
    }

    static AcceptTrade accept(OrganizationId by, int round) {
        return new AcceptTrade(trade(1), by, round);
    }

    static TradeAccepted accepted(OrganizationId by) {
        return new TradeAccepted(trade(1), Summit.ID, by);
    }

    static TradeAgreed agreed(List<Leg> legs) {
        return new TradeAgreed(trade(1), Summit.ID, Summit.due(legs));
    }

    static TradeLegDelivered delivered(int leg) {
        return new TradeLegDelivered(trade(1), Summit.ID, leg, TODAY, null);
    }

    static TradeLegConfirmed confirmed(int leg) {
        return new TradeLegConfirmed(trade(1), Summit.ID, leg, TODAY, null);
    }

    static TradeLegDisputed disputed(int leg, String complaint) {
        return new TradeLegDisputed(trade(1), Summit.ID, leg, Personal.of(new FreeText(complaint)));
    }

    static TradeLegResolved resolved(int leg, LegResolution resolution) {
        return new TradeLegResolved(trade(1), Summit.ID, leg, resolution, TODAY, null);
    }

    static TradeCancelled cancelled(@Nullable OrganizationId by, List<Leg> givenBack) {
        return new TradeCancelled(trade(1), Summit.ID, by, CancelReason.CANNOT_DELIVER, Summit.due(givenBack));
    }

    static TradeCompleted completed() {
        return new TradeCompleted(trade(1), Summit.ID);
    }
}
