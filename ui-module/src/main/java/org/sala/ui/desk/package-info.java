/** Desk: whoever comes is found and checked in; walk-ins, the waiting list, disputes, duplicates. Keeps no name. */
@NullMarked
package org.sala.ui.desk;

import org.jspecify.annotations.NullMarked;
