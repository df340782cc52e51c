package org.sala.eventing.store;

import java.time.Duration;

/**
 * Events wait for their positions because an older transaction, of whatever kind, is still open in the database.
 *
 * @param waiting how many committed events wait
 * @param process the PostgreSQL process that holds the oldest transaction open; 0 where nobody can be named, such as
 *     for a prepared transaction
 * @param application what that process calls itself, or empty
 * @param open for how long that transaction has been open
 */
public record HeldUp(long waiting, int process, String application, Duration open) {}
