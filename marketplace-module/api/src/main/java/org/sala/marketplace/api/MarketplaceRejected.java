package org.sala.marketplace.api;

import java.io.Serial;
import java.util.Map;

/**
 * The marketplace says no. The reason is stable and for programs; {@code Refusals.properties} beside this class has its
 * words in English and Khmer for people. Carries ids and numbers, never personal data.
 */
public final class MarketplaceRejected extends RuntimeException {

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
        /** Not enrolled for the summit, or not known here yet: {@code organization}. */
        ORGANIZATION_UNKNOWN,
        /** The summit has no such offer: {@code offer}. */
        OFFER_UNKNOWN,
        TRADE_UNKNOWN,
        /** So many offers are open at the stall as may be: {@code limit}. */
        TOO_MANY_OFFERS,
        /** An offer would be over before it began. */
        GOOD_UNTIL_PASSED,
        /** A proposal would be over before anybody could accept. */
        EXPIRY_PASSED,
        /** A leg has the same giver and receiver: {@code organization}. */
        TRADES_WITH_ITSELF,
        /** The legs are neither one gift nor a circle in which each receiver is the next giver. */
        LEGS_DO_NOT_CLOSE,
        /** A leg's offer is another organisation's than its giver's: {@code offer}. */
        OFFER_NOT_THEIRS,
        /** The offer is good no more: {@code offer}. */
        OFFER_CLOSED,
        /** Fewer units are left than asked for: {@code offer}, {@code left}. */
        OFFER_EXHAUSTED,
        /** Only a giver or receiver of the trade acts on it: {@code organization}. */
        NOT_A_PARTY,
        /** The trade lapsed, or its time to accept is over. */
        TRADE_OVER
    }

    private final Reason reason;
    private final transient Map<String, String> details;

    public MarketplaceRejected(Reason reason, Map<String, String> details) {
        super(reason.name());
        this.reason = reason;
        this.details = Map.copyOf(details);
    }

    public MarketplaceRejected(Reason reason) {
        this(reason, Map.of());
    }

    static MarketplaceRejected malformed(String field) {
        return new MarketplaceRejected(Reason.MALFORMED, Map.of("field", field));
    }

    public Reason reason() {
        return reason;
    }

    /** Arguments of the reason's words, by name: ids, numbers, names of fields. */
    public Map<String, String> details() {
        return details;
    }
}
