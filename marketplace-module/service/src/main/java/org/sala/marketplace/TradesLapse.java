package org.sala.marketplace;

import java.time.Clock;
import org.sala.eventing.Commands;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Lapses the trades whose time is over, so that everybody hears of it. Nothing hangs on when it runs, or how many run:
 * a trade whose time is over can't be agreed before it lapsed either, and lapses once.
 */
class TradesLapse {

    private static final Logger LOG = LoggerFactory.getLogger(TradesLapse.class);
    private static final Commands.Origin ITSELF = new Commands.Origin("policy:trades-lapse", null, null, null);

    private final TradeBook trades;
    private final Commands commands;
    private final Clock clock;

    TradesLapse(TradeBook trades, Commands commands, Clock clock) {
        this.trades = trades;
        this.commands = commands;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${sala.marketplace.lapse-every:30s}")
    void lapseOverdueTrades() {
        for (var trade : trades.overdue(clock.instant())) {
            try {
                commands.send(new LapseTrade(trade), ITSELF);
            } catch (RuntimeException failure) {
                // the others don't wait for this one; the next run asks again
                LOG.warn("trade {} could not be lapsed", trade, failure);
            }
        }
    }
}
