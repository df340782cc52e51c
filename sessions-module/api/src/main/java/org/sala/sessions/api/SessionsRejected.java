package org.sala.sessions.api;

import java.io.Serial;
import java.util.Map;

/**
 * Sessions says no. The reason is stable and for programs; {@code Refusals.properties} beside this class has its words
 * in English and Khmer for people. Carries ids and numbers, never personal data.
 */
public final class SessionsRejected extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Why. Names never change once released. */
    public enum Reason {
        /** A field is missing or has no acceptable form: {@code field}. */
        MALFORMED,
        /** The caller's role does not allow it. */
        NOT_ALLOWED,
        /** The same id was used before for something else. */
        ID_TAKEN,
        /** Registration has told of no such summit, as far as sessions knows. */
        SUMMIT_UNKNOWN,
        /** The summit has no such day: {@code day}. */
        DAY_UNKNOWN,
        /** The slot lies outside the day, in the summit's time zone: {@code day}. */
        OUTSIDE_DAY,
        /** The day is not held in a mode that seats are planned for: {@code day}. */
        MODE_NOT_OFFERED,
        /** Nobody of that id is registered for the summit, as far as sessions knows: {@code participant}. */
        PARTICIPANT_UNKNOWN,
        /** The person is registered, and not for that day: {@code day}. */
        NOT_EXPECTED,
        /** The room has another session in that slot: {@code session}. */
        ROOM_TAKEN,
        /** A facilitator has another session in that slot: {@code participant}, {@code session}. */
        FACILITATOR_TAKEN,
        SESSION_UNKNOWN,
        /** The session has not started. */
        NOT_STARTED,
        /** The session has ended. */
        ENDED,
        /** The session has no seats in that mode. */
        NO_SEATS_IN_MODE,
        /** No seat is left in that mode: {@code seats}. */
        SEATS_EXHAUSTED,
        /** The person is in another session that runs: {@code session}. */
        IN_ANOTHER_SESSION,
        /** The person is in this session already, in the other mode. */
        IN_OTHER_MODE,
        /** Said to have happened before the session began. */
        BEFORE_START,
        /** Said to have happened later than now. */
        IN_THE_FUTURE
    }

    private final Reason reason;
    private final transient Map<String, String> details;

    public SessionsRejected(Reason reason, Map<String, String> details) {
        super(reason.name());
        this.reason = reason;
        this.details = Map.copyOf(details);
    }

    public SessionsRejected(Reason reason) {
        this(reason, Map.of());
    }

    static SessionsRejected malformed(String field) {
        return new SessionsRejected(Reason.MALFORMED, Map.of("field", field));
    }

    public Reason reason() {
        return reason;
    }

    /** Arguments of the reason's words, by name: ids, numbers, names of fields. */
    public Map<String, String> details() {
        return details;
    }
}
