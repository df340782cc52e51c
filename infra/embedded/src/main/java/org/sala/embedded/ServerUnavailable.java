package org.sala.embedded;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A server can't be started, or not with the guarantees it is used for. The message is one line, fit to be printed as it is. */
public final class ServerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ServerUnavailable(String message) {
        this(message, null);
    }

    public ServerUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
