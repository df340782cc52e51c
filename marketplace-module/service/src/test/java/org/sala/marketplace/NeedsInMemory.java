package org.sala.marketplace;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sala.marketplace.api.MarketplaceEvent.NeedVoiced;
import org.sala.marketplace.api.NeedId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;

/** Needs without a database. {@link NeedBookContract} holds it to the real one. */
final class NeedsInMemory implements NeedBook {

    private final Map<NeedId, Entry> entries = new LinkedHashMap<>();

    @Override
    public boolean enter(NeedVoiced need) {
        var before = entries.putIfAbsent(
                need.need(),
                new Entry(
                        need.need(),
                        need.summit(),
                        need.organization(),
                        need.kind(),
                        need.category(),
                        need.urgency(),
                        true));
        return before == null
                || (before.summit().equals(need.summit())
                        && before.organization().equals(need.organization()));
    }

    @Override
    public void close(NeedId need) {
        entries.computeIfPresent(
                need,
                (id, entry) -> new Entry(
                        id,
                        entry.summit(),
                        entry.organization(),
                        entry.kind(),
                        entry.category(),
                        entry.urgency(),
                        false));
    }

    @Override
    public int openNeeds(SummitId summit, OrganizationId organization) {
        return Math.toIntExact(open(summit).stream()
                .filter(entry -> entry.organization().equals(organization))
                .count());
    }

    @Override
    public Map<NeedId, Entry> find(Collection<NeedId> needs) {
        var found = new LinkedHashMap<>(entries);
        found.keySet().retainAll(needs);
        return found;
    }

    @Override
    public List<Entry> open(SummitId summit) {
        return entries.values().stream()
                .filter(entry -> entry.open() && entry.summit().equals(summit))
                .sorted(Comparator.comparing(Entry::urgency)
                        .reversed()
                        .thenComparing(entry -> entry.need().toString()))
                .toList();
    }
}
