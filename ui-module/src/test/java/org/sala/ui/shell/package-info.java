@NullMarked
package org.sala.ui.shell;

import org.jspecify.annotations.NullMarked;
