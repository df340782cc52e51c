/** Today: who is here against who is expected, sessions now and next, trades, notes, and what comes in as it comes in. */
@NullMarked
package org.sala.ui.today;

import org.jspecify.annotations.NullMarked;
