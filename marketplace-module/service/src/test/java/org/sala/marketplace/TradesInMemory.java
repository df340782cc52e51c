package org.sala.marketplace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceEvent.TradeEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegDelivered;
import org.sala.marketplace.api.Occasion;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.TradeId;

/** Trades without a database: the states that their events make. {@link TradeBookContract} holds it to the real one. */
final class TradesInMemory implements TradeBook {

    private final OfferBook offers;
    private final Map<TradeId, TradeState> trades = new LinkedHashMap<>();
    private final Map<List<Object>, Instant> deliveredAt = new HashMap<>();

    TradesInMemory(OfferBook offers) {
        this.offers = offers;
    }

    /** The trades that wait for acceptances. */
    Set<TradeId> open() {
        return trades.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof OpenTrade)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public void tell(TradeEvent event, Instant now) {
        trades.merge(
                event.trade(), new TradeState.NotProposed().evolve(event), (before, first) -> before.evolve(event));
        if (event instanceof TradeLegDelivered delivered) {
            deliveredAt.put(List.of(delivered.trade(), delivered.leg()), now);
        }
    }

    @Override
    public boolean knows(TradeId trade) {
        return trades.containsKey(trade);
    }

    @Override
    public boolean isInOpenTrades(OfferId offer) {
        return trades.values().stream()
                .anyMatch(trade -> trade instanceof OpenTrade open
                        && open.terms().legs().stream()
                                .anyMatch(leg -> leg.offer().equals(offer)));
    }

    @Override
    public List<TradeId> overdue(Instant now) {
        return trades.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof OpenTrade open
                        && (open.terms().isExpired(now)
                                || open.terms().legs().stream().anyMatch(leg -> isBad(leg, now))))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(TradeId::toString))
                .toList();
    }

    private boolean isBad(Leg leg, Instant now) {
        return offers.find(List.of(leg.offer())).values().stream().anyMatch(entry -> !entry.isGood(now));
    }

    @Override
    public List<AskingAfter> toAskAfter(Instant now) {
        var due = new TreeMap<Instant, List<AskingAfter>>();
        trades.forEach((id, trade) -> {
            if (trade instanceof AgreedTrade agreed) {
                for (var number = 1; number <= agreed.promises().size(); number++) {
                    var promise = agreed.promises().get(number - 1);
                    for (var occasion : Occasion.values()) {
                        var at = at(id, number, promise, occasion);
                        if (promise.isToBeAskedAfter(occasion) && !at.isAfter(now)) {
                            due.computeIfAbsent(
                                            Objects.requireNonNull(promise.leg().dueBy()), day -> new ArrayList<>())
                                    .add(new AskingAfter(id, number, occasion));
                        }
                    }
                }
            }
        });
        return due.values().stream().flatMap(List::stream).toList();
    }

    private Instant at(TradeId trade, int number, LegPromise promise, Occasion occasion) {
        var due = Objects.requireNonNull(promise.leg().dueBy());
        return switch (occasion) {
            case DUE -> due;
            case A_WEEK_OVERDUE -> due.plus(Duration.ofDays(7));
            case A_MONTH_OVERDUE -> due.plus(Duration.ofDays(30));
            case UNCONFIRMED ->
                deliveredAt
                        .getOrDefault(List.of(trade, number), Instant.MAX.minus(Duration.ofDays(7)))
                        .plus(Duration.ofDays(7));
        };
    }

    @Override
    public Optional<Leg> promised(TradeId trade, int leg) {
        return trades.get(trade) instanceof AgreedTrade agreed
                        && leg <= agreed.promises().size()
                ? Optional.of(agreed.promises().get(leg - 1).leg())
                : Optional.empty();
    }
}
