package org.sala.marketplace;

import org.sala.marketplace.api.TradeId;

/** Asked by the marketplace of itself: lapse a trade whose time to accept is over. Changes nothing where it isn't. */
record LapseTrade(TradeId trade) {}
