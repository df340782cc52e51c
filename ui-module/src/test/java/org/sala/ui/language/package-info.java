@NullMarked
package org.sala.ui.language;

import org.jspecify.annotations.NullMarked;
