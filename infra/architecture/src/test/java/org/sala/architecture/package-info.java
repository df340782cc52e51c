/** The rules of the house, held against every class and every file of it. */
@NullMarked
package org.sala.architecture;

import org.jspecify.annotations.NullMarked;
