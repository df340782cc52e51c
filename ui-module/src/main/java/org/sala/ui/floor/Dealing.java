package org.sala.ui.floor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplacePort;
import org.sala.marketplace.api.MarketplaceQueries;
import org.sala.marketplace.api.MarketplaceQueries.Fulfilment;
import org.sala.marketplace.api.MarketplaceQueries.TradeFile;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.api.TradeId;
import org.sala.ui.commands.Asking;
import org.springframework.stereotype.Component;

/** Asks the marketplace, as whoever is signed in. */
@Component
record Dealing(Asking asking, MarketplacePort port, MarketplaceQueries queries) {

    /**
     * Asks it to decide something.
     *
     * @param command is made in here, since what has no acceptable form is refused as it is made
     * @return why not, in the reader's words; empty where it was done
     */
    Optional<String> ask(Supplier<? extends MarketplaceCommand> command, Locale locale) {
        return asking.ask(token -> port.send(command.get(), token), locale);
    }

    /** Asks for one thing after the other, and for nothing more once something is refused. */
    Optional<String> askAll(Supplier<? extends List<? extends MarketplaceCommand>> commands, Locale locale) {
        return asking.ask(token -> commands.get().forEach(command -> port.send(command, token)), locale);
    }

    /** A trade with what was written about it, which is nowhere else. */
    Asking.Told<TradeFile> file(UUID trade, Locale locale) {
        return asking.learn(token -> queries.trade(new TradeId(trade), token), locale);
    }

    /** How promises stood some time after the summit. */
    Asking.Told<List<Fulfilment>> fulfilment(UUID summit, Locale locale) {
        return asking.learn(token -> queries.fulfilment(new SummitId(summit), token), locale);
    }
}
