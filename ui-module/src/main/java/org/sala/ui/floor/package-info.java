/** The floor: what organisations offer and need, what they trade, promise and do together. */
@NullMarked
package org.sala.ui.floor;

import org.jspecify.annotations.NullMarked;
