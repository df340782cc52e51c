package org.sala.ports;

import java.io.Serial;

/** There is no valid access token. Says nothing of the token. */
public final class NotSignedIn extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public NotSignedIn() {
        super("no valid access token");
    }
}
