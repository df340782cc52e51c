/** All measurements in one run. */
@NullMarked
package org.sala.benchmarks;

import org.jspecify.annotations.NullMarked;
