package org.sala.marketplace.matching;

/** What was given makes no market, seed or solution; the message says in one line what is wrong. */
public final class MarketRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MarketRefused(String message) {
        super(message);
    }

    /** The same, where it is thrown in another thread. */
    MarketRefused(MarketRefused cause) {
        super(cause.getMessage(), cause);
    }
}
