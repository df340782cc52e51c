/**
 * Social Lab TV: the room is a studio, teams come on air one after the other, and the empty chair lets anybody of another
 * team come up and ask. A stage is an aggregate of its own, one a session; that one interview of a summit is on air at a time
 * spans stages, and is a row with a key.
 */
@NullMarked
package org.sala.sessions.stage;

import org.jspecify.annotations.NullMarked;
