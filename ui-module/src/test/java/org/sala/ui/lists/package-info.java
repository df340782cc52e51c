@NullMarked
package org.sala.ui.lists;

import org.jspecify.annotations.NullMarked;
