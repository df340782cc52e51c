package org.sala.sessions.api;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/** Sets in one order, since the JSON of equal values must be equal. */
final class Ordered {

    private Ordered() {}

    static <T> Set<T> by(Comparator<? super T> order, Collection<T> elements) {
        var ordered = new TreeSet<T>(order);
        ordered.addAll(elements);
        return Collections.unmodifiableSet(ordered);
    }
}
