/**
 * How long people were in sessions: a function of the set of times at which they came and left, so that any order and
 * repetition of what is told comes to the same minutes (decision 0082). Pure, but for the table that keeps the set.
 */
@NullMarked
package org.sala.sessions.attendance;

import org.jspecify.annotations.NullMarked;
