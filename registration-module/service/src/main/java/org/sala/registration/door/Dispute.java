package org.sala.registration.door;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.DisputeId;
import org.sala.registration.api.DisputeReason;
import org.sala.registration.api.Resolution;

/**
 * A contradiction that was told.
 *
 * @param about what was seen; of a place as a whole, the first of it
 * @param resolution absent while it is open
 */
public record Dispute(
        DisputeId id,
        DisputeReason reason,
        Sighting about,
        Instant recordedAt,
        @Nullable Resolution resolution) {

    public boolean isOpen() {
        return resolution == null;
    }

    /** Whether a person has said what was true, which holds whatever else becomes known. */
    boolean isSettled() {
        return resolution != null && resolution != Resolution.EXPLAINED;
    }

    boolean says(DisputeReason otherReason, Sighting other) {
        return isOpen() && reason == otherReason && about.equals(other);
    }

    Dispute resolved(Resolution as) {
        return new Dispute(id, reason, about, recordedAt, as);
    }
}
