package org.sala.ui.floor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplacePort;
import org.sala.ui.commands.Asking;

/** Asks the marketplace to decide something, as whoever is signed in. */
record Dealing(Asking asking, MarketplacePort port) {

    /**
     * Asks.
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
}
