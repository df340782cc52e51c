package org.sala.marketplace;

import org.sala.marketplace.api.Occasion;
import org.sala.marketplace.api.TradeId;

/** Asked by the marketplace of itself: ask what became of a leg. Changes nothing where it was asked, or needn't be. */
record AskAfterLeg(TradeId trade, int leg, Occasion occasion) {}
