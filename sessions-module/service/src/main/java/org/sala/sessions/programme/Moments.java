package org.sala.sessions.programme;

import java.time.Duration;
import java.time.Instant;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;

/** What may be said of when something happened. */
public final class Moments {

    /** How far a device's clock may be ahead. */
    public static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(2);

    private Moments() {}

    public static void notInTheFuture(Instant occurredAt, Instant now) {
        if (occurredAt.isAfter(now.plus(CLOCKS_DIFFER_BY))) {
            throw new SessionsRejected(Reason.IN_THE_FUTURE);
        }
    }

    public static void notBefore(Instant earliest, Instant occurredAt) {
        if (occurredAt.isBefore(earliest)) {
            throw new SessionsRejected(Reason.BEFORE_START);
        }
    }
}
