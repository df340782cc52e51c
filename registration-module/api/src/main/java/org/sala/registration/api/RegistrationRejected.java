package org.sala.registration.api;

import java.io.Serial;
import java.util.Map;

/**
 * Registration says no. The reason is stable and for programs; {@code Refusals.properties} beside this class has its
 * words in English and Khmer for people. Carries ids and numbers, never personal data.
 */
public final class RegistrationRejected extends RuntimeException {

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
        SUMMIT_UNKNOWN,
        ORGANIZATION_UNKNOWN,
        PARTICIPANT_UNKNOWN,
        /** Whoever registers by themselves is too early, or too late. */
        REGISTRATION_NOT_OPEN,
        /** The summit is over. */
        SUMMIT_CLOSED,
        /** More seats of a day are taken than there would be: {@code day}, {@code taken}. */
        SEATS_TAKEN,
        /** People are registered for a day that would be no more: {@code day}, {@code taken}. */
        DAY_TAKEN,
        /** Nobody has noted that everything is given out under that id. */
        DISCLOSURE_UNKNOWN,
        /** Contacts or needs of the person were forgotten, for good, and can't be said anew. */
        DATA_FORGOTTEN,
        /** The person was erased, for good. */
        PARTICIPANT_ERASED,
        /** Without consent to the use of data there is no registration. */
        CONSENT_MISSING,
        /** Consent was given to another version of the text: {@code version} is the present one. */
        CONSENT_OUTDATED,
        /** The summit has no such day: {@code day}. */
        DAY_UNKNOWN,
        /** The day is not held in that mode: {@code day}. */
        MODE_NOT_OFFERED,
        /** The day is for others: {@code day}. */
        DAY_NOT_FOR_THEM,
        /** No seat is left: {@code day}, {@code seats}. */
        SEATS_EXHAUSTED,
        /** People of the organisation hold as many seats as one organisation may: {@code day}, {@code share}. */
        ORGANIZATION_SHARE_TAKEN,
        /** Somebody is registered with the same phone or e-mail. */
        CONTACT_TAKEN,
        /** The person has cancelled. */
        REGISTRATION_CANCELLED,
        /** The registration was a second one of somebody: {@code participant} is the one that stays. */
        DUPLICATE_MERGED,
        /** Two registrations of different summits are of no one person there. */
        OTHER_SUMMIT,
        /** Not registered for that day: {@code day}. */
        NOT_EXPECTED,
        /** That day has another date: {@code day}, {@code date}. */
        NOT_THE_DAY,
        /** Not here, so cannot leave: {@code day}. */
        NOT_HERE,
        BADGE_UNKNOWN,
        /** The badge was revoked. */
        BADGE_REVOKED,
        TICKET_UNKNOWN,
        DISPUTE_UNKNOWN,
        /** Somebody else has resolved the dispute otherwise. */
        DISPUTE_RESOLVED,
        /** More scans at once than are taken: {@code most}. */
        TOO_MANY_SCANS,
        /** Said to have happened later than now. */
        IN_THE_FUTURE
    }

    private final Reason reason;
    private final transient Map<String, String> details;

    public RegistrationRejected(Reason reason, Map<String, String> details) {
        super(reason.name());
        this.reason = reason;
        this.details = Map.copyOf(details);
    }

    public RegistrationRejected(Reason reason) {
        this(reason, Map.of());
    }

    static RegistrationRejected malformed(String field) {
        return new RegistrationRejected(Reason.MALFORMED, Map.of("field", field));
    }

    public Reason reason() {
        return reason;
    }

    /** Arguments of the reason's words, by name: ids, numbers, names of fields. */
    public Map<String, String> details() {
        return details;
    }
}
