@NullMarked
package org.sala.rehearsal;

import org.jspecify.annotations.NullMarked;
