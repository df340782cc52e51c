/** Tells whoever shows something that facts were taken in. */
@NullMarked
package org.sala.ui.live;

import org.jspecify.annotations.NullMarked;
