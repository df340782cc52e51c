package org.sala.registration.door;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.sala.registration.api.ScanDirection;

/**
 * From when to when a person was in one place. Who comes stays until they are seen to leave. As clocks differ, whoever
 * is seen to leave a little before they came may have left after it.
 */
record Stays(List<Stay> all) {

    /** The longest that there is. */
    private static final Instant OPEN = Instant.MAX;

    /** Both ends included. */
    record Stay(Instant from, Instant until) {

        /** Whether both lasted at the same time by more than clocks can be apart. */
        boolean surelyOverlaps(Stay other) {
            return surelyEndsAfterStartOf(other) && other.surelyEndsAfterStartOf(this);
        }

        private boolean surelyEndsAfterStartOf(Stay other) {
            return until.equals(OPEN) || Duration.between(other.from, until).compareTo(Clocks.APART) > 0;
        }
    }

    /** What the sightings of one place come to. */
    static Stays of(Collection<Sighting> sightings) {
        var departures = new TreeSet<Instant>();
        for (var sighting : sightings) {
            if (sighting.direction() == ScanDirection.OUT) {
                departures.add(sighting.occurredAt());
            }
        }
        var stays = new ArrayList<Stay>();
        for (var sighting : sightings) {
            if (sighting.direction() == ScanDirection.IN) {
                var from = sighting.occurredAt();
                var left = departures.ceiling(from.minus(Clocks.APART));
                stays.add(new Stay(from, left == null ? OPEN : left.isBefore(from) ? from : left));
            }
        }
        return new Stays(stays);
    }

    boolean surelyOverlap(Stays others) {
        return all.stream().anyMatch(stay -> others.all().stream().anyMatch(stay::surelyOverlaps));
    }
}
