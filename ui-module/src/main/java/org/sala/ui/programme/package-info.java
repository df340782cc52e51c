/** The programme: what is held when and where, who has a seat in it, and who is there. */
@NullMarked
package org.sala.ui.programme;

import org.jspecify.annotations.NullMarked;
