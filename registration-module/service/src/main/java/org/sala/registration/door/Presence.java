package org.sala.registration.door;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a person was here, on a day in a mode.
 *
 * @param firstArrival absent where a person said that they were here, and nobody saw them come
 * @param lastArrival of several, the last; absent with the first
 * @param lastDeparture absent where nobody saw them leave
 */
public record Presence(
        Place place,
        @Nullable Instant firstArrival,
        @Nullable Instant lastArrival,
        @Nullable Instant lastDeparture) {

    /** Whether the person left, and wasn't seen to come back. */
    boolean isOver() {
        return lastDeparture != null && (lastArrival == null || !lastArrival.isAfter(lastDeparture));
    }
}
