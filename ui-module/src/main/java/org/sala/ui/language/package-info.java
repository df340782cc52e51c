/** What the reader's language asks for: words in Khmer and English, numbers and times as people at the summit write them. */
@NullMarked
package org.sala.ui.language;

import org.jspecify.annotations.NullMarked;
