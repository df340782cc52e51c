/**
 * Sets Khmer and Latin text in PDF, right in shape and in the text layer. Lengths are millimetres from a page's upper left
 * corner, sizes of letters are points; see {@link org.sala.pdf.PdfDocument}.
 */
@NullMarked
package org.sala.pdf;

import org.jspecify.annotations.NullMarked;
