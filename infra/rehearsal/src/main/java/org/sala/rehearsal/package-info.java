/**
 * Plays a whole summit from its data through the public ports, as the sample, the demo and the load: {@link
 * org.sala.rehearsal.Rehearsal}.
 */
@NullMarked
package org.sala.rehearsal;

import org.jspecify.annotations.NullMarked;
