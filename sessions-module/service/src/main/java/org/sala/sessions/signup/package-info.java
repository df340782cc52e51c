/**
 * Who has a seat in a session and who waits for one. A sign-up is an aggregate of its own, a person's in a session, and the
 * seats of a session are a row: ten thousand who ask at once wait for a row and collide in no stream (decision 0080).
 */
@NullMarked
package org.sala.sessions.signup;

import org.jspecify.annotations.NullMarked;
