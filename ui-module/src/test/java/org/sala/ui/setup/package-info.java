@NullMarked
package org.sala.ui.setup;

import org.jspecify.annotations.NullMarked;
