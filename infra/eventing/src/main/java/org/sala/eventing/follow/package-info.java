/** Policies of a context that follow its own events, each told in the order of positions. */
@NullMarked
package org.sala.eventing.follow;

import org.jspecify.annotations.NullMarked;
