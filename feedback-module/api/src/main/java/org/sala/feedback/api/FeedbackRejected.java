package org.sala.feedback.api;

import java.io.Serial;
import java.util.Map;

/**
 * Feedback says no. The reason is stable and for programs; {@code Refusals.properties} beside this class has its words
 * in English and Khmer for people. Carries ids and numbers, never personal data.
 */
public final class FeedbackRejected extends RuntimeException {

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
        /** Registration has told of no such summit, as far as feedback knows. */
        SUMMIT_UNKNOWN,
        /** Sessions has told of no such session of this summit, as far as feedback knows. */
        SESSION_UNKNOWN,
        BOARD_UNKNOWN,
        NOTE_UNKNOWN,
        /** A note that somebody signed is erased with that person, and not by itself. */
        NOTE_SIGNED,
        /** The board takes no more notes. */
        BOARD_CLOSED,
        /** Nobody of that id is registered for the board's summit, as far as feedback knows. */
        PARTICIPANT_UNKNOWN,
        /** Said to have happened later than now. */
        IN_THE_FUTURE
    }

    private final Reason reason;
    private final transient Map<String, String> details;

    public FeedbackRejected(Reason reason, Map<String, String> details) {
        super(reason.name());
        this.reason = reason;
        this.details = Map.copyOf(details);
    }

    public FeedbackRejected(Reason reason) {
        this(reason, Map.of());
    }

    static FeedbackRejected malformed(String field) {
        return new FeedbackRejected(Reason.MALFORMED, Map.of("field", field));
    }

    public Reason reason() {
        return reason;
    }

    /** Arguments of the reason's words, by name: ids, numbers, names of fields. */
    public Map<String, String> details() {
        return details;
    }
}
