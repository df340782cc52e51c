package org.sala.ui.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event of the history, as it was taken in. The payload holds personal data as published: what shows it goes
 * through {@link Catalogue}.
 *
 * @param untimed whether {@code time} is told no finer than the day
 * @param takenAt when it was taken in here; absent where the event has no time that could be added to
 */
record Entry(
        UUID id,
        String context,
        long position,
        String type,
        String subject,
        long sequence,
        Instant time,
        boolean untimed,
        @Nullable String correlation,
        @Nullable String causation,
        @Nullable String actor,
        @Nullable String role,
        String payload,
        @Nullable Instant takenAt) {

    @Override
    public String toString() {
        return "Entry[%s %d]".formatted(context, position);
    }
}
