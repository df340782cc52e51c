package org.sala.marketplace.matching;

import java.util.Comparator;

/** How many are served, in the order in which it matters. */
public record Counts(int needs, int organizations, int smallOrganizations) {
    /** What serves more comes later. */
    public static final Comparator<Counts> ORDER = Comparator.comparingInt(Counts::needs)
            .thenComparingInt(Counts::organizations)
            .thenComparingInt(Counts::smallOrganizations);

    Counts plus(Counts other) {
        return new Counts(
                needs + other.needs,
                organizations + other.organizations,
                smallOrganizations + other.smallOrganizations);
    }

    @Override
    public String toString() {
        return "%d needs of %d organizations, %d of them small".formatted(needs, organizations, smallOrganizations);
    }
}
