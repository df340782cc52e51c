@NullMarked
package org.sala.ui.programme;

import org.jspecify.annotations.NullMarked;
