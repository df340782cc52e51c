package org.sala.eventing.intake;

import java.io.Serial;

/** A record that is not what its headers promise. The message names what is wrong and never holds a value of it. */
final class MalformedFact extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    MalformedFact(String message) {
        super(message);
    }
}
