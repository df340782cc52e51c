/**
 * Decides who is coming and who is here. An aggregate decides for itself; what it has to know of others (a summit's
 * days, an organisation's cohort, free seats, contacts in use) stands in {@link
 * org.sala.registration.RegistrationBook}, which is written in the transaction of the event it follows from.
 */
@NullMarked
package org.sala.registration;

import org.jspecify.annotations.NullMarked;
