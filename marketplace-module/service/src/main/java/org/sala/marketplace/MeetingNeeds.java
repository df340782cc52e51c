package org.sala.marketplace;

import org.axonframework.eventhandling.EventHandler;
import org.sala.eventing.Commands;
import org.sala.marketplace.api.LegResolution;
import org.sala.marketplace.api.MarketplaceEvent.LegEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegConfirmed;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegResolved;

/**
 * Meets the needs that confirmed legs serve: follows the marketplace's own events. What it asks for changes nothing where
 * the need was met or withdrawn before, so that being told twice, or beginning anew after a crash, does no harm.
 */
final class MeetingNeeds {

    private static final Commands.Origin ITSELF = new Commands.Origin("policy:meeting-needs", null, null, null);

    private final TradeBook trades;
    private final Commands commands;

    MeetingNeeds(TradeBook trades, Commands commands) {
        this.trades = trades;
        this.commands = commands;
    }

    @EventHandler
    void on(TradeLegConfirmed event) {
        meet(event);
    }

    @EventHandler
    void on(TradeLegResolved event) {
        if (event.resolution() == LegResolution.CONFIRMED) {
            meet(event);
        }
    }

    private void meet(LegEvent event) {
        trades.promised(event.trade(), event.leg()).ifPresent(leg -> {
            var need = leg.need();
            if (need != null) {
                commands.send(new MeetNeed(event.summit(), leg.receiver(), need, event.trade(), event.leg()), ITSELF);
            }
        });
    }
}
