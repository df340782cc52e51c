/**
 * The published language of feedback: what people say at a summit. Commands are asked of it through {@link
 * org.sala.feedback.api.FeedbackPort}; its {@link org.sala.feedback.api.FeedbackEvent}s are what every other context
 * knows of boards and notes.
 */
@NullMarked
package org.sala.feedback.api;

import org.jspecify.annotations.NullMarked;
