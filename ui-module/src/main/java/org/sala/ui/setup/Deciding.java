package org.sala.ui.setup;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationPort;
import org.sala.ui.commands.Asking;

/** Asks registration to decide something, as whoever is signed in. */
record Deciding(Asking asking, RegistrationPort port) {

    /**
     * Asks.
     *
     * @param command is made in here, since what has no acceptable form is refused as it is made
     * @return why not, in the reader's words; empty where it was done
     */
    Optional<String> ask(Supplier<? extends RegistrationCommand> command, Locale locale) {
        return asking.ask(token -> port.send(command.get(), token), locale);
    }
}
