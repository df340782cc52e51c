package org.sala.marketplace;

import java.time.Instant;
import java.util.List;
import org.sala.marketplace.api.TradeId;

/** The trades that wait for acceptances, by when their time is over. Written in the transaction of the command. */
interface OpenTrades {

    void opened(TradeId trade, Instant lapsesAt);

    void closed(TradeId trade);

    /** Trades whose time is over, the longest first, up to a hundred. */
    List<TradeId> overdue(Instant now);
}
