/**
 * Decides what hangs on the boards of a summit. {@link org.sala.feedback.Board} and {@link org.sala.feedback.PostedNote}
 * hand each command to {@link org.sala.feedback.FeedbackPolicy}; what a note must know of its board stands in {@link
 * org.sala.feedback.Boards}, written in the board's own transactions.
 */
@NullMarked
package org.sala.feedback;

import org.jspecify.annotations.NullMarked;
