package org.sala.eventing.intake;

import java.util.Set;

/**
 * Told to the application after facts were taken in and their effects committed, once a batch.
 *
 * @param intake which intake took them
 * @param contexts whose facts were among them
 */
public record IntakeCommitted(String intake, Set<String> contexts) {}
