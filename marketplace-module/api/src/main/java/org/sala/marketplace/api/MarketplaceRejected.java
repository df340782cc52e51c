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
        /** The legs are neither one gift, nor a circle or a chain in which each receiver is the next giver. */
        LEGS_DO_NOT_CLOSE,
        /** A chain of more legs than may be: {@code limit}. */
        CHAIN_TOO_LONG,
        /** The first offer of a chain is not marked as a gift: {@code offer}. */
        CHAIN_WITHOUT_A_GIFT,
        /** A leg's offer is another organisation's than its giver's: {@code offer}. */
        OFFER_NOT_THEIRS,
        /** The offer is good no more, or was withdrawn: {@code offer}. */
        OFFER_CLOSED,
        /** Fewer units are left than asked for: {@code offer}, {@code left}. */
        OFFER_EXHAUSTED,
        /** Open trades make use of the offer, whose parties have seen it as it is: {@code offer}. */
        OFFER_IN_TRADES,
        /** More units are promised than would be left: {@code offer}, {@code promised}. */
        UNITS_PROMISED,
        /** The taxonomy has no such category, or not for that kind. */
        CATEGORY_UNKNOWN,
        /** The summit has no such need: {@code need}. */
        NEED_UNKNOWN,
        /** A leg's need is another organisation's than its receiver's: {@code need}. */
        NEED_NOT_THEIRS,
        /** The need was met or withdrawn: {@code need}. */
        NEED_CLOSED,
        /** So many needs are open at the stall as may be: {@code limit}. */
        TOO_MANY_NEEDS,
        /** A leg would be due before now. */
        DUE_PASSED,
        /** Only a giver or receiver of the trade acts on it: {@code organization}. */
        NOT_A_PARTY,
        /** The trade came to nothing or is completed, or its time to accept is over. */
        TRADE_OVER,
        /** Every party has accepted: it can be called off, and no more be countered or declined. */
        TRADE_AGREED,
        /** Other legs were proposed meanwhile: {@code round}. */
        TERMS_CHANGED,
        /** Nothing is promised by the trade yet. */
        NOT_AGREED,
        /** The trade has no leg of that number: {@code leg}. */
        LEG_UNKNOWN,
        /** Only the giver of a leg delivers it: {@code leg}. */
        NOT_THE_GIVER,
        /** Only the receiver of a leg confirms or disputes it: {@code leg}. */
        NOT_THE_RECEIVER,
        /** Nobody has said that the leg was delivered: {@code leg}. */
        LEG_NOT_DELIVERED,
        /** It was said before that the leg was delivered: {@code leg}. */
        LEG_DELIVERED_ALREADY,
        /** It was said before that the leg was received: {@code leg}. */
        LEG_CONFIRMED_ALREADY,
        /** The leg is disputed, and staff have not resolved it yet: {@code leg}. */
        LEG_DISPUTED,
        /** The leg is not disputed: {@code leg}. */
        LEG_NOT_DISPUTED,
        /** A day that has not come yet. */
        DATE_IN_FUTURE,
        /** What people wrote here was erased, and nothing can be written in its place; it can be said without words. */
        WORDS_ERASED,
        ACTION_UNKNOWN,
        /** The joint action is done or was given up. */
        ACTION_ENDED,
        /** The summit is not known here, or not yet. */
        SUMMIT_UNKNOWN
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

    /** A field is missing or has no acceptable form. */
    public static MarketplaceRejected malformed(String field) {
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
