/**
 * The marketplace for whoever holds a ticket and belongs to an organisation: its stall, what others offer and need, its
 * trades and promises, on light pages (decision 0078). What they may do, the marketplace decides.
 */
@NullMarked
package org.sala.ui.stall;

import org.jspecify.annotations.NullMarked;
