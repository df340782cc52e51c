package org.sala.sessions;

import java.util.Optional;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.testing.AggregateFixtures;

/** Fixtures around the aggregates of every package, told of the ids of commands as the running context is. */
public final class SessionsFixtures {

    private SessionsFixtures() {}

    public static AggregateFixtures<SessionsRejected, Reason> of() {
        return new AggregateFixtures<>(
                SessionsFixtures::target, SessionsRejected.class, SessionsRejected::reason, SessionsRejected::details);
    }

    private static Optional<String> target(Object command) {
        return SessionsConfiguration.targetOf(command);
    }
}
