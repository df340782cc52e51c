@NullMarked
package org.sala.ui.audit;

import org.jspecify.annotations.NullMarked;
