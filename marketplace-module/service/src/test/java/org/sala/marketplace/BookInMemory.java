package org.sala.marketplace;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.marketplace.api.BilingualText;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.LapseReason;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceEvent.CategoryAdded;
import org.sala.marketplace.api.MarketplaceEvent.CategoryEvent;
import org.sala.marketplace.api.MarketplaceEvent.CategoryRenamed;
import org.sala.marketplace.api.MarketplaceEvent.OfferPosted;
import org.sala.marketplace.api.MarketplaceEvent.OfferRevised;
import org.sala.marketplace.api.MarketplaceQueries.CategoryEntry;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;

/** What the marketplace knows across aggregates, without a database. {@link OfferBookContract} holds it to the real one. */
final class BookInMemory implements OfferBook, Enrolments, Categories {

    private final Map<OfferId, Entry> entries = new LinkedHashMap<>();
    private final Set<List<Object>> enrolled = new HashSet<>();
    private final Map<Category, CategoryEntry> categories = new LinkedHashMap<>();
    private final NeedsInMemory needs = new NeedsInMemory();
    private final TradesInMemory trades = new TradesInMemory(this);
    private final FloorInMemory floor = new FloorInMemory();

    BookInMemory() {
        tell(new CategoryAdded(new Category("vehicle"), OfferKind.GOOD, new BilingualText("យានយន្ត", "Vehicle")));
    }

    BookInMemory enrol(SummitId summit, OrganizationId... organizations) {
        for (var organization : organizations) {
            enrolled.add(List.of(summit, organization));
        }
        return this;
    }

    Books books() {
        return new Books(this, needs, trades, floor, this, this);
    }

    NeedsInMemory needs() {
        return needs;
    }

    TradesInMemory trades() {
        return trades;
    }

    Map<OfferId, Entry> entries() {
        return Map.copyOf(entries);
    }

    @Override
    public Set<OrganizationId> small(SummitId summit) {
        return Set.of();
    }

    @Override
    public boolean isEnrolled(SummitId summit, OrganizationId organization) {
        return enrolled.contains(List.of(summit, organization));
    }

    @Override
    public boolean enter(OfferPosted offer) {
        var entry = new Entry(
                offer.offer(),
                offer.summit(),
                offer.organization(),
                offer.kind(),
                offer.category(),
                offer.units(),
                0,
                offer.goodUntil(),
                offer.gift(),
                false);
        var before = entries.putIfAbsent(offer.offer(), entry);
        return before == null
                || (before.summit().equals(offer.summit())
                        && before.organization().equals(offer.organization()));
    }

    @Override
    public void revise(OfferRevised offer) {
        entries.computeIfPresent(
                offer.offer(),
                (id, entry) -> new Entry(
                        id,
                        entry.summit(),
                        entry.organization(),
                        entry.kind(),
                        offer.category(),
                        offer.units(),
                        entry.reserved(),
                        offer.goodUntil(),
                        offer.gift(),
                        entry.withdrawn()));
    }

    @Override
    public void withdraw(OfferId offer) {
        entries.computeIfPresent(
                offer,
                (id, entry) -> new Entry(
                        id,
                        entry.summit(),
                        entry.organization(),
                        entry.kind(),
                        entry.category(),
                        entry.units(),
                        entry.reserved(),
                        entry.goodUntil(),
                        entry.gift(),
                        true));
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
                .filter(entry -> entry.summit().equals(summit) && entry.isOpen(now))
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
    public Map<OfferId, Entry> hold(Collection<OfferId> offers) {
        return find(offers);
    }

    @Override
    public Optional<Entry> holdToChange(OfferId offer) {
        return Optional.ofNullable(entries.get(offer));
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
        legs.forEach(leg -> promise(leg.offer(), leg.units()));
        return new Reserved();
    }

    @Override
    public void giveBack(List<Leg> legs) {
        legs.forEach(leg -> promise(leg.offer(), -leg.units()));
    }

    private void promise(OfferId offer, int units) {
        entries.computeIfPresent(
                offer,
                (id, entry) -> new Entry(
                        id,
                        entry.summit(),
                        entry.organization(),
                        entry.kind(),
                        entry.category(),
                        entry.units(),
                        entry.reserved() + units,
                        entry.goodUntil(),
                        entry.gift(),
                        entry.withdrawn()));
    }

    @Override
    public void tell(CategoryEvent event) {
        switch (event) {
            case CategoryAdded added ->
                categories.put(added.category(), new CategoryEntry(added.category(), added.kind(), added.name()));
            case CategoryRenamed renamed ->
                categories.computeIfPresent(
                        renamed.category(),
                        (category, entry) -> new CategoryEntry(category, entry.kind(), renamed.name()));
        }
    }

    @Override
    public boolean has(Category category, OfferKind kind) {
        var entry = categories.get(category);
        return entry != null && entry.kind() == kind;
    }

    @Override
    public List<CategoryEntry> all() {
        return List.copyOf(categories.values());
    }
}
