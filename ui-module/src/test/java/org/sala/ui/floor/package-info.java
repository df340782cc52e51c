@NullMarked
package org.sala.ui.floor;

import org.jspecify.annotations.NullMarked;
