package org.sala.rehearsal;

import java.net.URI;
import org.sala.feedback.api.FeedbackCommand;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.ports.CommandClient;
import org.sala.registration.api.RegistrationCommand;
import org.sala.sessions.api.SessionsCommand;

/** The four contexts, asked over HTTP as anybody else asks them. */
final class Modules implements Ports, AutoCloseable {

    private final CommandClient registration;
    private final CommandClient sessions;
    private final CommandClient marketplace;
    private final CommandClient feedback;

    Modules(Addresses addresses) {
        registration = client(addresses.registration());
        sessions = client(addresses.sessions());
        marketplace = client(addresses.marketplace());
        feedback = client(addresses.feedback());
    }

    private static CommandClient client(URI address) {
        return new CommandClient(address, (reason, details) -> new Refused(reason));
    }

    @Override
    public void send(Object command, String accessToken) {
        var client = switch (command) {
            case RegistrationCommand _ -> registration;
            case SessionsCommand _ -> sessions;
            case MarketplaceCommand _ -> marketplace;
            case FeedbackCommand _ -> feedback;
            default -> throw new IllegalArgumentException(command.getClass() + " is no context's command");
        };
        client.send(command, accessToken);
    }

    @Override
    public void close() {
        registration.close();
        sessions.close();
        marketplace.close();
        feedback.close();
    }
}
