package org.sala.marketplace;

import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.sala.eventing.Commands;
import org.sala.eventing.Erasures;
import org.sala.marketplace.api.JointActionId;
import org.sala.marketplace.api.MarketplaceCommand.EraseJointActionWords;
import org.sala.marketplace.api.MarketplaceCommand.EraseTradeWords;
import org.sala.marketplace.api.MarketplaceEvent.JointActionWordsErased;
import org.sala.marketplace.api.MarketplaceEvent.TradeWordsErased;
import org.sala.marketplace.api.TradeId;

/** Makes the erasure of what people wrote true, and keeps it true: follows the marketplace's own events (decision 0047). */
final class Erasing {

    private static final Commands.Origin ITSELF = new Commands.Origin("policy:erasing", null, null, null);

    private final Erasures erasures;
    private final Books books;

    Erasing(Erasures erasures, Books books) {
        this.erasures = erasures;
        this.books = books;
    }

    @EventHandler
    void on(TradeWordsErased event) {
        erasures.destroy(event.trade().toString());
    }

    @EventHandler
    void on(JointActionWordsErased event) {
        erasures.destroy(event.action().toString());
    }

    /** After a restore to before an erasure; what was restored to before it began has nothing to erase. */
    void tellAgain(Commands commands) {
        for (var erased : erasures.erased()) {
            var trade = new TradeId(UUID.fromString(erased));
            var action = new JointActionId(trade.value());
            if (books.trades().knows(trade)) {
                commands.send(new EraseTradeWords(trade), ITSELF);
            } else if (books.floor().knows(action)) {
                commands.send(new EraseJointActionWords(action), ITSELF);
            }
        }
    }
}
