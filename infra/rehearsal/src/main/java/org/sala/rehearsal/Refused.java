package org.sala.rehearsal;

import java.io.Serial;

/** A module said no to a command. */
final class Refused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String reason;

    Refused(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    /** Whether it may be that the module only hasn't heard yet of what another context has decided. */
    boolean mayPass() {
        return reason.endsWith("_UNKNOWN");
    }
}
