package org.sala.marketplace;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceEvent.LegEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegAskedAfter;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegConfirmed;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegDelivered;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegDisputed;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegResolved;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.Occasion;

/**
 * A leg of an agreed trade, and how it is kept.
 *
 * @param progress how far it has come
 * @param asked on which occasions it was asked after
 */
record LegPromise(Leg leg, Progress progress, Set<Occasion> asked) {

    LegPromise {
        asked = Set.copyOf(asked);
    }

    static LegPromise made(Leg leg) {
        return new LegPromise(leg, new Owed(), Set.of());
    }

    /** How far a promise has come. */
    sealed interface Progress {}

    /** Nothing was said yet. */
    record Owed() implements Progress {}

    /** Its giver says that it was delivered. */
    record Delivered(TradeLegDelivered said) implements Progress {}

    /** Its receiver says so too, or staff. */
    record Confirmed() implements Progress {}

    /**
     * Its receiver says that it was not delivered as promised.
     *
     * @param delivered whether its giver says that it was
     */
    record Disputed(TradeLegDisputed said, boolean delivered) implements Progress {}

    List<TradeEvent> deliver(TradeLegDelivered event) {
        return switch (progress) {
            case Owed() -> List.of(event);
            case Delivered(var said) -> {
                if (said.equals(event)) {
                    yield List.of();
                }
                throw refused(Reason.LEG_DELIVERED_ALREADY, event);
            }
            case Confirmed() -> throw refused(Reason.LEG_CONFIRMED_ALREADY, event);
            case Disputed _ -> throw refused(Reason.LEG_DISPUTED, event);
        };
    }

    List<TradeEvent> confirm(TradeLegConfirmed event) {
        return switch (progress) {
            case Delivered _ -> List.of(event);
            case Owed() -> throw refused(Reason.LEG_NOT_DELIVERED, event);
            case Confirmed() -> throw refused(Reason.LEG_CONFIRMED_ALREADY, event);
            case Disputed _ -> throw refused(Reason.LEG_DISPUTED, event);
        };
    }

    List<TradeEvent> dispute(TradeLegDisputed event) {
        return switch (progress) {
            case Owed(), Delivered _ -> List.of(event);
            case Disputed disputed -> {
                if (disputed.said().equals(event)) {
                    yield List.of();
                }
                throw refused(Reason.LEG_DISPUTED, event);
            }
            case Confirmed() -> throw refused(Reason.LEG_CONFIRMED_ALREADY, event);
        };
    }

    List<TradeEvent> resolve(TradeLegResolved event) {
        if (progress instanceof Disputed) {
            return List.of(event);
        }
        throw refused(Reason.LEG_NOT_DISPUTED, event);
    }

    /** Whether its units were used: its giver says so, and nobody found otherwise. */
    boolean wasDelivered() {
        return switch (progress) {
            case Owed() -> false;
            case Disputed disputed -> disputed.delivered();
            case Delivered _, Confirmed() -> true;
        };
    }

    boolean isKept() {
        return progress instanceof Confirmed;
    }

    boolean isToBeAskedAfter(Occasion occasion) {
        return !asked.contains(occasion)
                && switch (occasion) {
                    case DUE, A_WEEK_OVERDUE, A_MONTH_OVERDUE -> progress instanceof Owed;
                    case UNCONFIRMED -> progress instanceof Delivered;
                };
    }

    LegPromise evolve(LegEvent event) {
        return switch (event) {
            case TradeLegDelivered delivered -> is(new Delivered(delivered));
            case TradeLegConfirmed _ -> is(new Confirmed());
            case TradeLegDisputed disputed -> is(new Disputed(disputed, wasDelivered()));
            case TradeLegResolved resolved ->
                is(
                        switch (resolved.resolution()) {
                            case CONFIRMED -> new Confirmed();
                            case STILL_OWED -> new Owed();
                        });
            case TradeLegAskedAfter askedAfter -> {
                var all = EnumSet.of(askedAfter.occasion());
                all.addAll(asked);
                yield new LegPromise(leg, progress, all);
            }
        };
    }

    private LegPromise is(Progress next) {
        return new LegPromise(leg, next, asked);
    }

    private static MarketplaceRejected refused(Reason reason, LegEvent event) {
        return new MarketplaceRejected(reason, Map.of("leg", Integer.toString(event.leg())));
    }
}
