/** History: every event that was taken in, where it came from, and the proof that the read models follow from it. */
@NullMarked
package org.sala.ui.audit;

import org.jspecify.annotations.NullMarked;
