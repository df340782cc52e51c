package org.sala.ports;

import java.io.Serial;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A module could not be asked, or gave no answer that can be understood. Whether a command was decided is not known;
 * since a repeated command changes nothing, asking again is safe.
 */
public final class PortUnreachable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param port the module's address
     * @param trouble what happened, without a word of what was sent
     */
    public PortUnreachable(URI port, String trouble, @Nullable Throwable cause) {
        super(port.getScheme() + "://" + port.getAuthority() + ": " + trouble, cause);
    }
}
