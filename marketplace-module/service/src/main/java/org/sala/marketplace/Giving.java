package org.sala.marketplace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.OrganizationId;

/**
 * Who has something to give whom: an open offer of one is of the kind and category of an open need of the other.
 *
 * @param receivers by giver
 */
record Giving(Map<OrganizationId, Set<OrganizationId>> receivers) {

    Giving {
        receivers = Map.copyOf(receivers);
    }

    private record What(OfferKind kind, Category category) {}

    static Giving between(List<OfferBook.Entry> offers, List<NeedBook.Entry> needs) {
        var wanted = new HashMap<What, Set<OrganizationId>>();
        for (var need : needs) {
            wanted.computeIfAbsent(new What(need.kind(), need.category()), what -> new HashSet<>())
                    .add(need.organization());
        }
        var receivers = new HashMap<OrganizationId, Set<OrganizationId>>();
        for (var offer : offers) {
            receivers
                    .computeIfAbsent(offer.organization(), giver -> new HashSet<>())
                    .addAll(wanted.getOrDefault(new What(offer.kind(), offer.category()), Set.of()));
        }
        return new Giving(receivers);
    }

    boolean isFrom(OrganizationId giver, OrganizationId receiver) {
        return receivers.getOrDefault(giver, Set.of()).contains(receiver);
    }
}
