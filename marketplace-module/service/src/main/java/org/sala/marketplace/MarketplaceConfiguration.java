package org.sala.marketplace;

import java.util.Optional;
import org.sala.marketplace.api.MarketplaceCommand.StallCommand;
import org.sala.marketplace.api.MarketplaceCommand.TradeCommand;

/** What the marketplace is made of. */
class MarketplaceConfiguration {

    /** The aggregate that a command is for: the api's commands, and what the marketplace asks of itself. */
    static Optional<String> targetOf(Object command) {
        return switch (command) {
            case StallCommand ofStall -> Optional.of(ofStall.stall().toString());
            case TradeCommand ofTrade -> Optional.of(ofTrade.trade().toString());
            case LapseTrade lapse -> Optional.of(lapse.trade().toString());
            default -> Optional.empty();
        };
    }
}
