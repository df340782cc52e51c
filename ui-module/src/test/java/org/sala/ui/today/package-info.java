@NullMarked
package org.sala.ui.today;

import org.jspecify.annotations.NullMarked;
