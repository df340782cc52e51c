@NullMarked
package org.sala.marketplace;

import org.jspecify.annotations.NullMarked;
