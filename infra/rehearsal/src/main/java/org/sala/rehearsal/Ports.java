package org.sala.rehearsal;

/** Where commands go. */
interface Ports {

    /**
     * Sends a command of any context; returns when it is decided and stored.
     *
     * @throws Refused when the context says no
     * @throws org.sala.ports.PortUnreachable when the module doesn't answer; sending again is safe
     * @throws org.sala.ports.NotSignedIn when the token isn't taken
     */
    void send(Object command, String accessToken);
}
