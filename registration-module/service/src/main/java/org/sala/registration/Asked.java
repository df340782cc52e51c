package org.sala.registration;

import java.time.Instant;

/**
 * How a command was asked.
 *
 * @param themselves whether by the person whom it is about, who may do less than staff
 */
record Asked(Instant now, boolean themselves) {}
