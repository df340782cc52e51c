/**
 * Who has a seat of a day in a mode, and who waits for one: counted in rows that a constraint holds, in the transaction
 * of the event that tells it (decisions 0023, 0060, 0061).
 */
@NullMarked
package org.sala.registration.seats;

import org.jspecify.annotations.NullMarked;
