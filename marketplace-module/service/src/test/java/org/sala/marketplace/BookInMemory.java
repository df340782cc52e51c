package org.sala.marketplace;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.marketplace.api.LapseReason;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceEvent.OfferPosted;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.api.TradeId;

/** What the marketplace knows across aggregates, without a database. {@link OfferBookContract} holds it to the real one. */
final class BookInMemory implements OfferBook, Enrolments, OpenTrades {

    private final Map<OfferId, Entry> entries = new LinkedHashMap<>();
    private final Set<List<Object>> enrolled = new HashSet<>();
    private final Map<TradeId, Instant> open = new LinkedHashMap<>();

    BookInMemory enrol(SummitId summit, OrganizationId... organizations) {
        for (var organization : organizations) {
            enrolled.add(List.of(summit, organization));
        }
        return this;
    }

    Map<TradeId, Instant> openTrades() {
        return Map.copyOf(open);
    }

    Map<OfferId, Entry> entries() {
        return Map.copyOf(entries);
    }

    @Override
    public boolean isEnrolled(SummitId summit, OrganizationId organization) {
        return enrolled.contains(List.of(summit, organization));
    }

    @Override
    public boolean enter(OfferPosted offer) {
        var entry = new Entry(offer.offer(), offer.summit(), offer.organization(), offer.units(), 0, offer.goodUntil());
        var before = entries.putIfAbsent(offer.offer(), entry);
        return before == null
                || (before.summit().equals(offer.summit())
                        && before.organization().equals(offer.organization()));
    }

    @Override
    public int openOffers(SummitId summit, OrganizationId organization, Instant now) {
        return Math.toIntExact(open(summit, now).stream()
                .filter(entry -> entry.organization().equals(organization))
                .count());
    }

    @Override
    public List<Entry> open(SummitId summit, Instant now) {
        return entries.values().stream()
                .filter(entry -> entry.summit().equals(summit) && entry.isGood(now) && entry.left() > 0)
                .sorted(Comparator.comparing(Entry::goodUntil)
                        .thenComparing(entry -> entry.offer().toString()))
                .toList();
    }

    @Override
    public Map<OfferId, Entry> find(Collection<OfferId> offers) {
        var found = new LinkedHashMap<>(entries);
        found.keySet().retainAll(offers);
        return found;
    }

    @Override
    public Reservation reserve(List<Leg> legs, Instant now) {
        for (var leg : legs) {
            var entry = entries.get(leg.offer());
            if (entry == null || !entry.isGood(now)) {
                return new NotReserved(LapseReason.OFFER_CLOSED, leg.offer());
            }
            if (entry.left() < leg.units()) {
                return new NotReserved(LapseReason.OFFER_EXHAUSTED, leg.offer());
            }
        }
        for (var leg : legs) {
            entries.computeIfPresent(
                    leg.offer(),
                    (offer, entry) -> new Entry(
                            offer,
                            entry.summit(),
                            entry.organization(),
                            entry.units(),
                            entry.reserved() + leg.units(),
                            entry.goodUntil()));
        }
        return new Reserved();
    }

    @Override
    public void opened(TradeId trade, Instant lapsesAt) {
        open.put(trade, lapsesAt);
    }

    @Override
    public void closed(TradeId trade) {
        open.remove(trade);
    }

    @Override
    public List<TradeId> overdue(Instant now) {
        return open.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .limit(100)
                .toList();
    }
}
