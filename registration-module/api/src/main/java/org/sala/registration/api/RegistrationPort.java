package org.sala.registration.api;

import java.util.List;
import java.util.Optional;
import org.sala.registration.api.RegistrationCommand.RecordScan;

/** The way in: asks a command of registration, in the same process or over HTTP alike. */
public interface RegistrationPort {

    /** How many scans are taken at once. */
    int MOST_SCANS = 500;

    /**
     * Decides the command. Returns when what it led to is stored; asking the same again changes nothing.
     *
     * @param accessToken the signed token of whoever asks; verified here, whoever calls
     * @throws RegistrationRejected when it is refused; nothing has changed then
     */
    void send(RegistrationCommand command, String accessToken);

    /**
     * Takes in what a device noted, each scan by itself: one that is refused keeps none of the others out. A device keeps
     * what was refused, and may send all again.
     *
     * @return for each scan, in order, why it was refused; empty for what is stored
     * @throws RegistrationRejected {@code TOO_MANY_SCANS} beyond {@value #MOST_SCANS}, {@code NOT_ALLOWED}
     */
    List<Optional<RegistrationRejected.Reason>> record(List<RecordScan> scans, String accessToken);
}
