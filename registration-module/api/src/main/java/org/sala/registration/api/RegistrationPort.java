package org.sala.registration.api;

/** The way in: asks a command of registration, in the same process or over HTTP alike. */
public interface RegistrationPort {

    /**
     * Decides the command. Returns when what it led to is stored; asking the same again changes nothing.
     *
     * @param accessToken the signed token of whoever asks; verified here, whoever calls
     * @throws RegistrationRejected when it is refused; nothing has changed then
     */
    void send(RegistrationCommand command, String accessToken);
}
