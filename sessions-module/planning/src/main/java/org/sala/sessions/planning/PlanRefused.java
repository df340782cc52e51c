package org.sala.sessions.planning;

/** What was given makes no gathering or no plan; the message says in one line what is wrong. */
public final class PlanRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PlanRefused(String message) {
        super(message);
    }
}
