/** Tables of people's spreadsheets, in and out. */
@NullMarked
package org.sala.sheets;

import org.jspecify.annotations.NullMarked;
