@NullMarked
package org.sala.ui.desk;

import org.jspecify.annotations.NullMarked;
