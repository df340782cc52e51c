package org.sala.ui.floor;

import org.sala.marketplace.api.TradeStatus;

/** Which trades are shown. */
enum TradesShown {
    /** Those of which something may still come. */
    LIVE,
    ALL,
    OPEN,
    AGREED,
    COMPLETED,
    LAPSED,
    DECLINED,
    CANCELLED;

    boolean has(TradeStatus status) {
        return switch (this) {
            case ALL -> true;
            case LIVE -> status == TradeStatus.OPEN || status == TradeStatus.AGREED;
            case OPEN, AGREED, COMPLETED, LAPSED, DECLINED, CANCELLED -> name().equals(status.name());
        };
    }
}
