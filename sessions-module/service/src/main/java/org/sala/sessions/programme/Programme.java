package org.sala.sessions.programme;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.sessions.api.Cohort;
import org.sala.sessions.api.Eligibility;
import org.sala.sessions.api.ParticipantRole;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionKind;
import org.sala.sessions.api.SessionsEvent.SessionEvent;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.Slot;
import org.sala.sessions.api.SummitId;
import org.sala.sessions.attendance.Held;

/** What sessions are, for whoever decides something in one of them. */
public interface Programme {

    Optional<Entry> find(SessionId session);

    /** Enters what was decided of a session, in the command's transaction. */
    void tell(SessionEvent event);

    /**
     * A session that was scheduled at some time.
     *
     * @throws SessionsRejected {@code SESSION_UNKNOWN}
     */
    default Entry get(SessionId session) {
        return find(session).orElseThrow(() -> new SessionsRejected(Reason.SESSION_UNKNOWN));
    }

    /** Where a session stands. */
    enum Stage {
        SCHEDULED,
        RUNNING,
        ENDED,
        CANCELLED
    }

    /**
     * A session.
     *
     * @param startedAt when it began; absent where it has not
     * @param endedAt when it was over; absent where it is not
     * @param revision how often it was planned
     */
    record Entry(
            SessionId session,
            SummitId summit,
            int day,
            SessionKind kind,
            Slot slot,
            Stage stage,
            boolean signUpOpen,
            Eligibility eligibility,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            int revision) {

        /** When it was held, as of a moment; of no length where it has not begun. */
        public Held heldBy(Instant now) {
            return new Held(startedAt == null ? now : startedAt, endedAt == null ? now : endedAt);
        }

        public boolean isFor(Cohort cohort, ParticipantRole role) {
            return eligibility.admits(cohort, role);
        }
    }
}
