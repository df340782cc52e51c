package org.sala.sessions;

import java.util.Optional;
import org.sala.sessions.api.SessionsCommand.SessionCommand;

/** What sessions is made of. */
class SessionsConfiguration {

    /** The aggregate that a command is for. */
    static Optional<String> targetOf(Object command) {
        return command instanceof SessionCommand ofSession
                ? Optional.of(ofSession.session().toString())
                : Optional.empty();
    }
}
