package org.sala.marketplace;

import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.sala.eventing.Commands;
import org.sala.eventing.Erasures;
import org.sala.marketplace.api.JointActionId;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplaceCommand.EraseJointActionWords;
import org.sala.marketplace.api.MarketplaceCommand.EraseTradeWords;
import org.sala.marketplace.api.MarketplaceEvent.JointActionWordsErased;
import org.sala.marketplace.api.MarketplaceEvent.TradeWordsErased;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.TradeId;

/** Makes the erasure of what people wrote true, and keeps it true: follows the marketplace's own events (decision 0047). */
final class Erasing {

    private static final Commands.Origin ITSELF = new Commands.Origin("policy:erasing", null, null, null);

    private final Erasures erasures;

    Erasing(Erasures erasures) {
        this.erasures = erasures;
    }

    @EventHandler
    void on(TradeWordsErased event) {
        erasures.destroy(event.trade().toString());
    }

    @EventHandler
    void on(JointActionWordsErased event) {
        erasures.destroy(event.action().toString());
    }

    /** After a restore to before an erasure. An id is a trade's or a joint action's; of the other nothing is known. */
    void tellAgain(Commands commands) {
        for (var erased : erasures.erased()) {
            var id = UUID.fromString(erased);
            again(commands, new EraseTradeWords(new TradeId(id)));
            again(commands, new EraseJointActionWords(new JointActionId(id)));
        }
    }

    private static void again(Commands commands, MarketplaceCommand erase) {
        try {
            commands.send(erase, ITSELF);
        } catch (MarketplaceRejected refused) {
            // not of this kind, or restored to before it was
            if (refused.reason() != Reason.TRADE_UNKNOWN && refused.reason() != Reason.ACTION_UNKNOWN) {
                throw refused;
            }
        }
    }
}
