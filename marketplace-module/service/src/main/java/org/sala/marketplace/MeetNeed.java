package org.sala.marketplace;

import org.sala.marketplace.api.NeedId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.api.TradeId;

/** Asked by the marketplace of itself: a leg that serves a need was confirmed. Changes nothing where the need is not open. */
record MeetNeed(SummitId summit, OrganizationId organization, NeedId need, TradeId trade, int leg) {}
