package org.sala.marketplace.api;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/** Sets in one order, since the JSON of equal values must be equal. */
final class Ordered {

    private Ordered() {}

    static Set<OrganizationId> of(Collection<OrganizationId> organizations) {
        var ordered = new TreeSet<OrganizationId>(Comparator.comparing(OrganizationId::value));
        ordered.addAll(organizations);
        return Collections.unmodifiableSet(ordered);
    }
}
