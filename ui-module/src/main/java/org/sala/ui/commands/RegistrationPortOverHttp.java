package org.sala.ui.commands;

import java.util.List;
import java.util.Optional;
import org.sala.ports.CommandClient;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.RecordScan;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationRejected.Reason;
import tools.jackson.core.type.TypeReference;

/** Registration's port over HTTP. */
final class RegistrationPortOverHttp implements RegistrationPort {

    private final CommandClient client;

    RegistrationPortOverHttp(CommandClient client) {
        this.client = client;
    }

    @Override
    public void send(RegistrationCommand command, String accessToken) {
        client.send(command, accessToken);
    }

    @Override
    public List<Optional<Reason>> record(List<RecordScan> scans, String accessToken) {
        return client.ask("/scans", scans, new TypeReference<>() {}, accessToken);
    }
}
