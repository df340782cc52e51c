package org.sala.marketplace;

import java.time.Clock;
import org.sala.eventing.Commands;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Asks what became of promises when their day has come, so that none is forgotten. What is due is looked up, and not
 * remembered: nothing hangs on when it runs, how many run, or what was restarted meanwhile; each occasion comes once.
 */
class PromisesAreAskedAfter {

    private static final Logger LOG = LoggerFactory.getLogger(PromisesAreAskedAfter.class);
    private static final Commands.Origin ITSELF = new Commands.Origin("policy:promises-asked-after", null, null, null);

    private final TradeBook trades;
    private final Commands commands;
    private final Clock clock;

    PromisesAreAskedAfter(TradeBook trades, Commands commands, Clock clock) {
        this.trades = trades;
        this.commands = commands;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${sala.marketplace.ask-after-every:1m}")
    void askAfterWhatIsDue() {
        for (var due : trades.toAskAfter(clock.instant())) {
            try {
                commands.send(new AskAfterLeg(due.trade(), due.leg(), due.occasion()), ITSELF);
            } catch (RuntimeException failure) {
                // the others don't wait for this one; the next run asks again
                LOG.warn("leg {} of trade {} could not be asked after", due.leg(), due.trade(), failure);
            }
        }
    }
}
