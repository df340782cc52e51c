package org.sala.marketplace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceEvent.TradeEvent;
import org.sala.marketplace.api.Occasion;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.TradeId;

/** All trades with their legs, as they stand. Written in the transaction of the command that the events come from. */
interface TradeBook {

    /** Enters what happened to a trade. Events of one trade come in their order. */
    void tell(TradeEvent event, Instant now);

    /** Whether there is such a trade. */
    boolean knows(TradeId trade);

    /** Whether a trade that waits for acceptances makes use of an offer. */
    boolean isInOpenTrades(OfferId offer);

    /**
     * Open trades that can't be agreed any more: their time is over, or that of one of their offers, or one was withdrawn.
     * Up to a hundred.
     */
    List<TradeId> overdue(Instant now);

    /** Legs that it is time to ask after, the longest due first. Up to a hundred. */
    List<AskingAfter> toAskAfter(Instant now);

    /** A leg of an agreed trade; empty where there is none of that number. */
    Optional<Leg> promised(TradeId trade, int leg);

    /** An occasion to ask what became of a leg. */
    record AskingAfter(TradeId trade, int leg, Occasion occasion) {}
}
