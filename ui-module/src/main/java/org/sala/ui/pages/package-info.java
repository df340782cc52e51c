/**
 * What the light pages for participants have in common, whatever they are about (decision 0066): their frame and fields,
 * who holds the link that opens one, what is said where one can't be shown.
 */
@NullMarked
package org.sala.ui.pages;

import org.jspecify.annotations.NullMarked;
