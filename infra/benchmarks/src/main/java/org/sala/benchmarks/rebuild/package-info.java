/** A projection built anew from its whole history: ours, and Axon's processors. */
@NullMarked
package org.sala.benchmarks.rebuild;

import org.jspecify.annotations.NullMarked;
