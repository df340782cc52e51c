/**
 * Decides what happens at a summit and who is in it. {@link org.sala.sessions.Session} hands each command to {@link
 * org.sala.sessions.SessionPolicy}; what no session can know by itself stands in three books, written in the command's
 * own transaction or taken in from registration.
 */
@NullMarked
package org.sala.sessions;

import org.jspecify.annotations.NullMarked;
