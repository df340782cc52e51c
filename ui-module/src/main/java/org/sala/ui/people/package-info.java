/** People: who somebody is, asked of registration for staff who work with them, and their erasure. Keeps nothing. */
@NullMarked
package org.sala.ui.people;

import org.jspecify.annotations.NullMarked;
