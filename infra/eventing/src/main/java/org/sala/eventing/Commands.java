package org.sala.eventing;

import org.jspecify.annotations.Nullable;

/** Sends a command to its aggregate and waits until what it led to is stored. */
public interface Commands {

    /**
     * Decides a command in one database transaction. A conflict with another writer of the same aggregate is tried
     * again a few times. The context's own refusals come out as they were thrown.
     *
     * @param origin who asks; becomes the provenance of the events
     */
    void send(Object command, Origin origin);

    /**
     * Who asks for a command, and in what.
     *
     * @param actor an account's id, or {@code policy:<name>} for a policy of the context itself
     * @param role the role asked in
     * @param correlation what everything that comes of one request has in common; made up where absent
     * @param causation id of the message that led to this command
     */
    record Origin(
            String actor,
            @Nullable String role,
            @Nullable String correlation,
            @Nullable String causation) {}
}
