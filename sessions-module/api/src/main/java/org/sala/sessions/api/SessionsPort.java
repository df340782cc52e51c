package org.sala.sessions.api;

/** The way in: asks a command of sessions, in the same process or over HTTP alike. */
public interface SessionsPort {

    /**
     * Decides the command. Returns when what it led to is stored; asking the same again changes nothing.
     *
     * @param accessToken the signed token of whoever asks; verified here, whoever calls
     * @throws SessionsRejected when it is refused; nothing has changed then
     */
    void send(SessionsCommand command, String accessToken);
}
