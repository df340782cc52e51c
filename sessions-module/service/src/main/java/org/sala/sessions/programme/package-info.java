/**
 * Sessions of a summit: when and where each is, who leads it, who is in it while it runs. {@link
 * org.sala.sessions.programme.Session} hands each command to {@link org.sala.sessions.programme.SessionPolicy}; what no
 * session can know by itself stands in books that are written in the command's own transaction.
 */
@NullMarked
package org.sala.sessions.programme;

import org.jspecify.annotations.NullMarked;
